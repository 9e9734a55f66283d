/** Names that mean the same place or body: the name, its people and adjective, its short forms. One group a line. */
export const NAME_GROUPS: readonly (readonly string[])[] = `UK|U.K.|United Kingdom|Britain|Great Britain|British|Briton|Britons
US|U.S.|USA|U.S.A.|United States|United States of America|America|American|Americans
China|Chinese|PRC|People's Republic of China|Sino
EU|E.U.|European Union|Europe|European|Europeans
Germany|German|Germans
France|French|Frenchman
Italy|Italian|Italians
Spain|Spanish|Spaniard|Spaniards
Portugal|Portuguese
Netherlands|Dutch|Holland
Belgium|Belgian|Belgians
Luxembourg|Luxembourgish
Ireland|Irish
Scotland|Scottish|Scots|Scot
Wales|Welsh
England|English
Northern Ireland|Northern Irish
Denmark|Danish|Dane|Danes
Sweden|Swedish|Swede|Swedes
Norway|Norwegian|Norwegians
Finland|Finnish|Finn|Finns
Iceland|Icelandic
Poland|Polish|Pole|Poles
Hungary|Hungarian|Hungarians
Czech Republic|Czechia|Czech|Czechs
Slovakia|Slovak|Slovaks
Slovenia|Slovenian|Slovene
Austria|Austrian|Austrians
Switzerland|Swiss
Greece|Greek|Greeks
Turkey|Turkish|Turk|Turks|Türkiye
Cyprus|Cypriot|Cypriots
Romania|Romanian|Romanians
Bulgaria|Bulgarian|Bulgarians
Serbia|Serbian|Serb|Serbs
Croatia|Croatian|Croat|Croats
Estonia|Estonian|Estonians
Latvia|Latvian|Latvians
Lithuania|Lithuanian|Lithuanians
Ukraine|Ukrainian|Ukrainians
Russia|Russian|Russians|Russian Federation
Belarus|Belarusian|Belarusians
Georgia|Georgian|Georgians
Kazakhstan|Kazakh|Kazakhs
Israel|Israeli|Israelis
Palestine|Palestinian|Palestinians|Palestinian territories
Iran|Iranian|Iranians
Iraq|Iraqi|Iraqis
Syria|Syrian|Syrians
Lebanon|Lebanese
Saudi Arabia|Saudi|Saudis
United Arab Emirates|UAE|Emirati|Emiratis
Qatar|Qatari|Qataris
Egypt|Egyptian|Egyptians
India|Indian|Indians
Pakistan|Pakistani|Pakistanis
Bangladesh|Bangladeshi
Afghanistan|Afghan|Afghans
Japan|Japanese
South Korea|South Korean|South Koreans|ROK
North Korea|North Korean|North Koreans|DPRK
Taiwan|Taiwanese
Hong Kong|Hongkonger|Hongkongers|Hong Konger|Hong Kongers
Macau|Macao|Macanese
Tibet|Tibetan|Tibetans
Xinjiang|Xinjiang Uyghur Autonomous Region
Uyghur|Uighur|Uyghurs|Uighurs
Mongolia|Mongolian
Vietnam|Vietnamese
Thailand|Thai|Thais
Indonesia|Indonesian|Indonesians
Malaysia|Malaysian|Malaysians
Philippines|Philippine|Filipino|Filipinos
Singapore|Singaporean|Singaporeans
Myanmar|Burma|Burmese
Australia|Australian|Australians
New Zealand|New Zealander|New Zealanders
Canada|Canadian|Canadians
Mexico|Mexican|Mexicans
Brazil|Brazilian|Brazilians
Argentina|Argentine|Argentinian
Chile|Chilean
Colombia|Colombian
Venezuela|Venezuelan
Cuba|Cuban|Cubans
South Africa|South African|South Africans
Nigeria|Nigerian|Nigerians
Kenya|Kenyan|Kenyans
Ethiopia|Ethiopian
Sudan|Sudanese
Peru|Peruvian|Peruvians
Bolivia|Bolivian|Bolivians
Ecuador|Ecuadorean|Ecuadorian
Uruguay|Uruguayan
Paraguay|Paraguayan
Panama|Panamanian
Guatemala|Guatemalan
Honduras|Honduran
Nicaragua|Nicaraguan
El Salvador|Salvadoran
Haiti|Haitian|Haitians
Jamaica|Jamaican|Jamaicans
Morocco|Moroccan|Moroccans
Algeria|Algerian|Algerians
Tunisia|Tunisian|Tunisians
Libya|Libyan|Libyans
Ghana|Ghanaian|Ghanaians
Senegal|Senegalese
Mali|Malian|Malians
Uganda|Ugandan|Ugandans
Tanzania|Tanzanian
Rwanda|Rwandan|Rwandans
Somalia|Somali|Somalis
Zambia|Zambian
Zimbabwe|Zimbabwean
Mozambique|Mozambican
Angola|Angolan
Congo|Congolese|Democratic Republic of Congo|Democratic Republic of the Congo|DRC
Cameroon|Cameroonian
Mauritius|Mauritian
Yemen|Yemeni|Yemenis
Oman|Omani
Kuwait|Kuwaiti|Kuwaitis
Bahrain|Bahraini
Nepal|Nepalese|Nepali
Sri Lanka|Sri Lankan|Sri Lankans
Maldives|Maldivian
Cambodia|Cambodian|Cambodians
Laos|Laotian
Uzbekistan|Uzbek|Uzbeks
Kyrgyzstan|Kyrgyz
Tajikistan|Tajik|Tajiks
Armenia|Armenian|Armenians
Azerbaijan|Azerbaijani|Azerbaijanis|Azeri
Moldova|Moldovan|Moldovans
Bosnia|Bosnian|Bosnians|Bosnia and Herzegovina
Montenegro|Montenegrin
Kosovo|Kosovar|Kosovars
Albania|Albanian|Albanians
North Macedonia|Macedonian
Malta|Maltese
Fiji|Fijian
Bavaria|Bavarian
Catalonia|Catalan|Catalans
Africa|African|Africans
Asia|Asian|Asians
UN|U.N.|United Nations
NATO|Nato|North Atlantic Treaty Organization|North Atlantic Treaty Organisation
WTO|World Trade Organization|World Trade Organisation
WHO|World Health Organization|World Health Organisation
IMF|International Monetary Fund
OECD|Organisation for Economic Co-operation and Development
IAEA|International Atomic Energy Agency
ECB|European Central Bank
Fed|Federal Reserve
BoE|Bank of England
OPEC|Opec|Organization of the Petroleum Exporting Countries
FCDO|Foreign Office|Foreign, Commonwealth and Development Office|Foreign, Commonwealth & Development Office
MoD|MOD|Ministry of Defence
NHS|National Health Service
MP|MPs|member of parliament|members of parliament
GDP|gross domestic product
AI|artificial intelligence
CCP|CPC|Communist Party of China|Chinese Communist Party
PLA|People's Liberation Army
MOFCOM|Mofcom|Ministry of Commerce|commerce ministry|Commerce Ministry
MFA|foreign ministry|Foreign Ministry|Ministry of Foreign Affairs
CIA|Central Intelligence Agency
FBI|Federal Bureau of Investigation
ICC|International Criminal Court
ICJ|International Court of Justice`
  .split('\n')
  .map((line) => line.split('|'));
