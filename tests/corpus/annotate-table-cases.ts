/** Hand-written sentences by kind of trap; the code may be mended until all of them are right. `?` marks those that are not yet. */
export const TABLE = `
# who says what
Mara Lindt | said | fact | | Mara Lindt said the harbour would stay open.
Mara Lindt | said | fact | | The harbour would stay open, Mara Lindt said.
Mara Lindt | said | fact | | The harbour, Mara Lindt said, would stay open.
Mara Lindt | said | fact | 2025-03-11 | Mara Lindt told reporters on Tuesday that the harbour would stay open.
Mara Lindt | said | fact | | Foreign Secretary Mara Lindt confirmed that the treaty was ready.
Mara Lindt | said | fact | | Mara Lindt, the foreign secretary, confirmed that the treaty was ready.
Mara Lindt | said | fact | | Mara Lindt, who met Wang Yi in Beijing, said that the treaty was ready.
Mara Lindt | said | fact | | Veldania's president, Mara Lindt, said that the treaty was ready.
Mara Lindt | said | fact | | Sir Paul Aske met the president. Dr Mara Lindt explained why the dam had cracked.
Mara Lindt | said | fact | | Chancellor Mara Lindt is in Rome. Later that week, Lindt added that the budget was balanced.
? Mara Lindt | said | fact | | Mara Lindt is the prime minister of Veldania. In a speech in Rome, the Prime Minister said the budget was balanced.
Mara Lindt | said | fact | | Mara Lindt, speaking in Rome, insisted the budget was balanced.
Mara Lindt | said | fact | | Mara Lindt was adamant that the budget was balanced.
Mara Lindt | said | must | | Mara Lindt was clear that it was essential to raise the case.
Mara Lindt | said | believes | | Mara Lindt expressed her belief that the war would end soon.
Mara Lindt | said | fact | | Mara Lindt defended the deal, arguing that it was the best on offer.
Mara Lindt | denied | fact | | Mara Lindt rejected the notion that Putin would back the plan.
Mara Lindt | denied | fact | | Mara Lindt ruled out a second term.
Mara Lindt | denied | fact | | Mara Lindt dismissed the allegations as a fabrication.
Mara Lindt | conceded | fact | | Mara Lindt conceded that the talks were slow.
Mara Lindt | conceded | fact | neg | While Mara Lindt acknowledged that the deal would not please all, she praised its authors.
Mara Lindt | called for | fact | | Mara Lindt urged China to release the journalist.
Mara Lindt | called for | fact | | Mara Lindt called on Beijing to release the journalist.
Mara Lindt | called for | fact | | Mara Lindt asked ministers to publish the advice.
Mara Lindt | said | fact | | Mara Lindt asked why the advice was late.
Mara Lindt | said | fact | | Mara Lindt called the verdict a disgrace.
Mara Lindt | announced | fact | | Mara Lindt unveiled a fund for small firms.
Mara Lindt | announced | fact | | Mara Lindt vowed to cut taxes.
Mara Lindt | said | fact | | Mara Lindt raised the case of the jailed journalist with her hosts.
Mara Lindt | did | fact | act | Mara Lindt raised taxes on tobacco.
Mara Lindt | said | fact | neg | Mara Lindt declined to say who had paid for the trip.
Mara Lindt | said | fact | neg | Mara Lindt did not say who had paid for the trip.
Mara Lindt | said | fact | | Prices will fall, said Mara Lindt, an economist at the bank.
Mara Lindt | said | fact | | Prices have fallen, according to Mara Lindt.
Mara Lindt and Paul Aske | said | fact | | Mara Lindt and Paul Aske said the harbour would stay open.
Mara Lindt and Paul Aske | did | fact | act | Mara Lindt, the mayor of Ostwick, and Paul Aske, the governor, signed the accord.
# bodies
Commons Defence Committee | said | fact | | The Commons Defence Committee said the tanks were late.
Commons Defence Committee | called for | fact | act | The Commons Defence Committee has issued a report calling for more tanks.
Commons Defence Committee | said | must | resolved | The Commons Defence Committee issued a report. >> The committee also stressed the need for more tanks.
? The committee | said | fact | dangling | Tanks are late. >> The committee was not amused and said so.
Home Office | said | fact | | A spokesperson for the Home Office said the visa rules were unchanged.
Home Office | said | fact | | A Home Office spokeswoman said the visa rules were unchanged.
China's commerce ministry | said | fact | | China's commerce ministry said the duties were unlawful.
UK officials | said | fact | | UK officials said the duties were unlawful.
Bank of England | did | fact | act 2025-03-06 | The Bank of England cut its main rate on Thursday, 6 March.
European Commission | said | fact | | The European Commission opened a case. // Officials were busy. // The Commission said the case would take a year.
? Ministry of Economy, Trade and Industry | did | fact | act | The Ministry of Economy, Trade and Industry approved the merger.
France, Italy and Spain | said | fact | | France, Italy and Spain backed the plan.
Beijing | said | fact | | Beijing protested.
Nexar | said | fact | | Nexar, which makes valves, said orders were up.
Nexar | said | fact | resolved | Nexar makes valves. >> The company said orders were up.
Lin Jian | said | fact | | Lin Jian, a spokesperson of the Chinese Foreign Ministry, said the step was wrong.
# pronouns
Mara Lindt | denied | fact | resolved | Mara Lindt arrived in Rome. >> She rejected talk of a crisis.
- | denied | fact | dangling | Mara Lindt arrived in Rome. // The weather was fine. >> She rejected talk of a crisis.
- | denied | fact | dangling | Mara Lindt arrived in Rome.  //  >> She rejected talk of a crisis.
- | denied | fact | dangling | Mara Lindt arrived in Rome and Ines Roth left for Oslo. >> She rejected talk of a crisis.
- | said | fact | dangling | He said the door was open.
- | said | fact | dangling | Mara Lindt arrived in Rome. She met the pope. >> She said the door was open.
? Mara Lindt | said | fact | resolved | Mara Lindt met Ines Roth in Rome. >> On Monday she said the door was open.
Mara Lindt | said | fact | resolved 2025-03-10 | Mara Lindt met Ines Roth in Rome. >> On Monday, she said the door was open.
- | said | fact | dangling | The Treasury was silent. >> He said the door was open.
Treasury | said | fact | resolved | The Treasury was silent for a week. >> It said the door was open.
Mara Lindt and Paul Aske | did | fact | act resolved | Mara Lindt and Paul Aske met in Rome. >> They signed an accord.
He Lifeng | said | fact | | He Lifeng said China was ready to talk.
- | said | fact | resolved | Mara Lindt left Rome. >> Her spokesman said the trip had been short.
# nobody named
- | said | fact | | Critics said the deal was weak.
- | said | fact | | Some MPs said the deal was weak.
- | said | fact | | Several Labour MPs called the deal weak.
? - | said | fact | | Concerns were raised about the cost of the deal.
- | said | fact | | The deal has faced criticism from within the party.
- | said | fact | dangling | The deal is done. >> However, it has faced criticism from within the party.
- | said | fact | | One trader said the price was wrong.
- | called for | fact | | Ministers were urged to publish the deal.
- | called for | fact | | Four banks were urged by MPs to publish their fees.
- | did | fact | act | Negotiators in Baku agreed on a fund.
- | said | fact | | There is growing concern that the deal is weak.
- | said | fact | dangling | Many MPs are uneasy. >> One of them said the deal was weak.
# the article speaks
article | - | fact | | The harbour has two cranes and a lighthouse.
? article | - | fact | | Although the city aims to grow, it relies on one employer.
article | - | fact | neg | The city will not compromise on height limits.
article | - | fact | | Mara Lindt is the mayor of Ostwick.
article | - | fact | opinion | Importantly, the visit comes at a time when trade is slow.
article | - | fact | opinion dangling | Trade is slow. >> This signifies a loss of trust.
article | - | fact | opinion background | It is evident that relations have changed since 2015.
article | - | may | opinion | The shift may be driven by fear.
article | - | fact | opinion | While there are differing opinions on the bridge, its opening demonstrates the city's will.
article | - | fact | opinion | Whether the truce holds remains to be seen.
article | - | believes | opinion | We think that the plan is weak.
article | - | fact | background | The city has been poor since 1990.
article | - | fact | background | The government of Veldania has been critical of the treaty and has taken steps to replace it.
article | - | fact | background | In recent years the harbour has lost trade.
article | - | fact | background | The two had known each other at school.
article | reported | fact | | Figures showed that exports fell.
article | - | fact | 2025-03-16 | Mara Lindt will travel to Oslo on Sunday.
article | - | fact | | Mara Lindt is expected to announce a new fund.
# acts
article | did | fact | act | Duties were imposed on steel.
Veldania | did | fact | act | Duties on steel were imposed by Veldania.
Veldania | did | fact | act 2025-03-03 | Veldania imposed duties on steel on 3 March.
Veldania | did | fact | act 2024-10-04 | Veldania imposed duties on steel on 4 October 2024.
Veldania | did | fact | act background 2019-05 | Veldania imposed duties on steel in May 2019.
Veldania | did | fact | neg | Veldania did not sign the accord.
Veldania | did | fact | neg | Veldania failed to sign the accord.
Veldania | did | fact | act | Veldania has signed the accord without debate. >> Veldania has banned the import of cars.
? article | did | fact | act | The ban took effect at once.
article | did | fact | act 2025-03-01 | The law came into force on 1 March.
Paul Aske | did | fact | act | Paul Aske resigned as governor.
Paul Aske | did | fact | act 2025-03-08 | Paul Aske arrived in Beijing on Saturday.
EU member states | did | fact | act 2025-03-07 | EU member states voted on Friday to impose duties.
Paul Aske | said | fact | act | Paul Aske expelled two diplomats, saying that they were spies.
article | did | fact | act | Two men were charged with theft.
# modality and negation
Paul Aske | said | must | | Paul Aske said ministers must publish the advice.
Paul Aske | said | must | | Paul Aske said ministers should publish the advice.
Paul Aske | said | may | | Paul Aske said the rates could fall.
Paul Aske | said | may | | Paul Aske said the rates might fall.
Paul Aske | said | if | | Paul Aske said the rates would fall if wages did.
Paul Aske | said | fact | neg | Paul Aske said the rates wouldn’t fall.
Paul Aske | said | fact | neg | Paul Aske said there was no need for haste.
Paul Aske | said | fact | neg | Paul Aske said the bank had acted without a mandate.
Paul Aske | said | fact | neg | Paul Aske said a rise was unlikely before June. >> Paul Aske said the plan was never discussed.
Theresa May | did | fact | act background 2018-02 | Prime Minister Theresa May is gone. >> May travelled to Wuhan in February 2018.
article | - | fact | 2025-05 | The final version is due in May.
# direct speech
Paul Aske | said | fact | quoted | “The door is open,” Paul Aske said.
Paul Aske | said | fact | quoted | "The door is open," said Paul Aske.
Paul Aske | said | fact | quoted | Paul Aske said that the door “is wide open to all of them”.
Paul Aske | said | fact | | Paul Aske called it a “golden era”.
article | - | fact | | The “golden era” was short.
? Paul Aske | said | fact | quoted resolved | “The door is open,” Paul Aske said. >> “Nothing will change before the summer.”
- | - | fact | dangling | “The door is open for everyone.”
# connectives
Paul Aske | said | fact | resolved | The rates are high. >> But Paul Aske said the door was open.
? Paul Aske | said | fact | dangling | The rates are high. // >> However, Paul Aske said the door was open.
article | - | fact | dangling | These are the rules.
article | - | fact | dangling | The rules are new. >> Both of them are strict.
# dates
Paul Aske | said | fact | | Paul Aske said trade had been slow since 2015.
Paul Aske | said | fact | 2025-03-10 | Paul Aske said on Monday that trade had been slow since 2015.
Paul Aske | did | fact | act 2025-03-08 | BEIJING, 9 March 2025 (Harbour Wire) - Paul Aske on Saturday held talks with exporters.
Paul Aske | said | fact | | BEIJING, 9 March 2025 (Harbour Wire) - Paul Aske said the door was open.
Paul Aske | said | fact | | Paul Aske, who left the party in 2009, said the door was open.
`;
