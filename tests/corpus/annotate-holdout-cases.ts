/** Written before any result on them was seen. Nothing in the code may be mended for one of these lines alone. */
export const HOLDOUT = `
Nadia Brandt | said | fact | | Nadia Brandt, who runs the port of Ostwick, said container traffic had doubled in a year.
Nadia Brandt | said | fact | resolved | Nadia Brandt opened the new quay on Monday. >> She thanked the dockers for finishing it early.
- | said | fact | dangling | Nadia Brandt met Omar Siddiqui and Lena Fors met the mayor. >> She said the talks went well.
Finance Ministry of Veldania | did | fact | act 2025-03-10 | The Finance Ministry of Veldania cut its fuel subsidy by a third on Monday.
- | said | fact | | Shopkeepers in the old town said they had lost half their trade.
- | said | may | | Some lawmakers warned that the subsidy could return within months.
Tomas Eriksen | denied | fact | | Tomas Eriksen denied that he had been offered a post in the new government.
Tomas Eriksen | conceded | fact | | Tomas Eriksen admitted on the radio that the figures had been wrong.
Greenline Bank | announced | fact | | Greenline Bank announced a plan to close 40 branches by 2027.
Transport Workers' Union | called for | fact | | The Transport Workers' Union called for an inquiry into the derailment.
article | did | fact | act 2025-03-04 | The bridge was closed to lorries on 4 March.
article | - | fact | | The river is 300 kilometres long and crosses three provinces.
article | - | fact | opinion | It is clear that the reform has run into the sand.
article | - | fact | opinion dangling | This shows how little has been learned from the flood.
article | - | fact | background | The two countries have been rivals since 1962.
Supreme Court | did | fact | act neg 2025-03-07 | The Supreme Court ruled on Friday that the police had no right to search the office.
Ingrid Sol | said | must | | Ingrid Sol told members that the party must choose a new leader before the summer.
Ingrid Sol | said | believes | | Ingrid Sol believes the vote was fair.
Ingrid Sol | said | if | | If turnout falls, the result will be challenged, Ingrid Sol said.
- | said | fact | | The result will be challenged, people close to the campaign said.
Harald Weiss | said | fact | quoted | “We were told nothing about the leak,” Harald Weiss said.
Harald Weiss | said | fact | quoted | “Nobody saw it coming and it cost us dearly,” said Harald Weiss, the plant's manager.
Harald Weiss | said | fact | | Harald Weiss called the report “unfair”.
article | - | fact | | The so-called “silent quarter” begins behind the station.
article | - | fact | dangling | It has four rooms and a garden.
Lakeside Council | did | fact | neg | Lakeside Council refused to renew the licence of the quarry.
Lakeside Council | did | fact | neg | Lakeside Council did not publish the minutes of the meeting.
- | called for | fact | | The company was urged by residents to stop the works at night.
Kerala Singh | called for | fact | | The ministry was asked by Kerala Singh to publish the contracts.
article | - | fact | | The airport will reopen in stages.
article | - | fact | 2025-04-01 | The new timetable will start on 1 April.
article | - | must | 2025-05-31 | Applications must be sent in by 31 May.
Rosa Lindqvist and Peter Hamm | said | fact | | Rosa Lindqvist and Peter Hamm said that the merger was off.
Polish government | said | fact | | The Polish government accused its neighbour of jamming signals.
Foreign Office | said | fact | | A spokeswoman for the Foreign Office said that consular staff were in touch with the family.
Treasury | said | fact | neg | A Treasury spokesman declined to comment on the leak.
EU officials | said | may | | EU officials said a deal might be reached by Easter.
Yusuf Demir | did | fact | act | Yusuf Demir, the interior minister, resigned after the fire at the warehouse.
Yusuf Demir | said | fact | | Interior Minister Yusuf Demir resigned. // His letter was read out in parliament. // Speaking to reporters, Demir said that he had slept badly for weeks.
Yusuf Demir | did | fact | act resolved | Yusuf Demir said he was tired. >> He left the capital the same evening.
Audit Commission | called for | must | act | The Audit Commission has published a report calling for all ministers to declare their gifts.
Audit Commission | called for | fact | resolved | The Audit Commission published a report. >> The commission recommended a ban on gifts above 50 euros.
The commission | called for | fact | dangling | The weather was fine. >> The commission recommended a ban on gifts above 50 euros.
article | reported | fact | | A survey of 2,000 households found that most of them heat with gas.
Norland Steel | did | fact | act | Norland Steel, which employs 3,000 people, has sold its mill in Tarn.
Norland Steel | said | fact | resolved | Norland Steel has sold its mill in Tarn. >> It said the buyer would keep all jobs.
- | said | fact | | The plan has drawn criticism from farmers and from hunters.
Maria Costa | said | fact | | Output fell by a tenth last year, according to Maria Costa, who chairs the growers' association.
Maria Costa | denied | fact | neg | Maria Costa rejected claims that the growers had not paid their workers.
Maria Costa | said | fact | neg | While Maria Costa welcomed the money, she said that it would not be enough.
article | did | fact | act | The new rules took effect at midnight.
article | - | may | opinion | The truce may well prove to be the shortest of the war.
Elena Petrova | said | fact | resolved | Elena Petrova was the first to reach the village. >> However, she said the road was still open.
Northern Command | did | fact | act | The Northern Command fired two missiles into the sea early on Sunday, 9 March.
President Ilic | announced | fact | | In a televised address, President Ilic announced a partial mobilisation.
Denmark | did | fact | act 2024-11 | Denmark expelled three diplomats in November 2024.
Denmark | did | fact | act background 2019 | Denmark expelled three diplomats in 2019.
Anna Kowal | said | fact | | Asked about the leak, Anna Kowal said her office knew nothing of it before Friday.
Anna Kowal | did | fact | act | Anna Kowal arrived in Lisbon and met the Portuguese prime minister.
article | - | fact | | Prices rose by 3.4 per cent in February.
- | said | fact | | Analysts expect rates to stay where they are.
Anna Kowal | announced | fact | | Anna Kowal, 46, promised free school meals for all.
`;
