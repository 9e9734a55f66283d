/** Classes of words by which a sentence is read, as bits, since many words have several. */
export const WORD = {
  determiner: 1,
  preposition: 2,
  coordinator: 4,
  subordinator: 8,
  relative: 16,
  pronoun: 32,
  objectPronoun: 64,
  be: 128,
  have: 256,
  do: 512,
  modal: 1024,
  adverb: 2048,
  negation: 4096,
  title: 8192,
  role: 16384,
  body: 32768,
  people: 65536,
  document: 131072,
  day: 262144,
  month: 524288,
  quantifier: 1048576,
  matter: 2097152,
  place: 4194304,
  demonym: 8388608,
} as const;

const WORDS: Readonly<Record<keyof typeof WORD, string>> = {
  determiner:
    'the a an this that these those his her its their our my your some many several few most all both each every no any other another either neither more fewer such half one two three four five six seven eight nine ten eleven twelve dozens thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred nobody everyone everybody somebody someone anyone',
  quantifier:
    'some many several few most other others another any more fewer dozens hundreds thousands two three four five six seven eight nine ten eleven twelve one both thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred nobody everyone everybody somebody someone anyone',
  preposition:
    'of for at in on from with by to into over under about against among between during without within through across near outside inside despite towards toward upon per via amid behind beyond alongside beside along around above below off onto following including like unlike regarding concerning versus before after since until besides than',
  coordinator: 'and or but nor yet',
  subordinator:
    'that whether if when while although though because since as after before until unless where how why what once whereas lest whenever',
  relative: 'who which whom whose that where',
  pronoun: 'he she it they we i you who this these those there',
  objectPronoun: 'him her it them us me himself herself itself themselves',
  be: "is are was were be been being am isn't aren't wasn't weren't 's",
  have: "has have had having hasn't haven't hadn't",
  do: "do does did don't doesn't didn't",
  modal: "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't mustn't mightn't",
  negation:
    "not never no neither nor n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't mustn't mightn't",
  adverb:
    'also later then now again too still even not never always already today yesterday tonight tomorrow once twice first jointly earlier soon often just only however meanwhile instead therefore nevertheless nonetheless indeed perhaps ever almost thus hence neither yet further subsequently both long since meanwhile overnight together likewise either though himself herself itself themselves sometimes rather much so far either best better hard twice afterwards there here moreover furthermore',
  title:
    'president premier vice-president vice-premier chancellor minister secretary secretary-general commissioner ambassador governor senator congressman congresswoman representative speaker mayor general admiral colonel major captain lieutenant marshal commander sergeant judge justice professor prof dr mr mrs ms miss sir dame lord lady baroness baron king queen prince princess pope cardinal archbishop bishop rabbi ayatollah sheikh sheikha emir sultan chairman chairwoman chair chief director leader spokesman spokeswoman spokesperson premier-designate taoiseach envoy councillor deputy mp attorney detective inspector superintendent sen rep gov gen lt col capt sgt rev reverend emperor count earl duke duchess boss executive founder mr. treasurer comptroller undersecretary',
  role: 'minister secretary spokesman spokeswoman spokesperson official president premier chancellor ambassador envoy diplomat governor mayor senator lawmaker leader chief chair chairman chairwoman chairperson director executive founder commissioner negotiator analyst economist expert professor lawyer solicitor barrister judge prosecutor officer general admiral commander adviser advisor aide critic source trader researcher scientist academic campaigner activist journalist politician candidate king queen prince pope bishop archbishop head boss manager owner editor author historian strategist investor banker mp peer lord whistleblower witness resident farmer doctor nurse teacher student worker survivor victim suspect defendant man woman person captain pilot investigator inspector engineer consultant regulator chief-executive vice-president vice-premier co-founder undersecretary backbencher frontbencher publisher businessman businesswoman solicitor-general attorney-general secretary-general counterpart deputy leader politician veteran neighbour relative cousin mother father brother sister son daughter wife husband driver delegate rapporteur auditor ombudsman predecessor successor watchdog-chief',
  body: 'street committee commission ministry government office department agency council court tribunal parliament congress senate assembly cabinet party union bank company firm group institute institution university college school association federation organisation organization alliance coalition bloc board authority regulator police army navy military force forces treasury embassy consulate mission administration bureau service inquiry panel watchdog newspaper broadcaster channel station agency club church charity foundation trust fund corporation manufacturer maker carmaker chipmaker airline operator supplier retailer supermarket startup start-up developer lender insurer utility publisher network platform secretariat presidency side team staff house houses chamber jury grand-jury state country nation republic kingdom city borough county region province executive opposition campaign kremlin monarchy palace directorate taskforce commissariat delegation conference caucus faction movement industry lobby sector ngo think-tank thinktank laboratory lab hospital outlet paper majority minority',
  people:
    'officials mps peers lords ministers critics sources experts analysts economists diplomats lawmakers senators campaigners activists supporters opponents lawyers prosecutors judges observers insiders traders investors bankers brokers researchers scientists academics scholars historians witnesses residents farmers doctors nurses teachers students workers voters protesters protestors demonstrators negotiators leaders spokespeople spokespersons spokesmen aides advisers advisors colleagues allies rivals people men women families relatives survivors victims journalists reporters politicians councillors congressmen representatives governors mayors commanders soldiers troops officers executives directors managers shareholders customers consumers companies firms businesses banks groups governments states countries nations members parties unions organisations organizations agencies authorities regulators courts councils committees sides carmakers chipmakers manufacturers makers suppliers retailers exporters importers airlines employers ngos charities mediators envoys ambassadors envoy delegates parliamentarians legislators rebels militants insurgents separatists hackers engineers consultants strategists commentators editors pollsters forecasters developers operators lenders insurers neighbours villagers locals passengers players fans strategists backbenchers hawks sceptics skeptics auditors inspectors investigators detectives supermarkets others many some several few lobbyists industrialists tycoons users parents pupils clinicians surgeons physicians patients artists musicians authors publishers',
  document:
    'report study survey poll polling data figures statement letter document article review law bill paper manifesto agreement deal treaty rules results research analysis records accounts statistics indictment lawsuit note text email message communiqué communique declaration read-out readout index census audit estimates estimate polls surveys studies reports documents filings filing minutes summary memo memorandum resolution motion petition guidance strategy plan budget index charter constitution code act accord pact ruling judgment judgement verdict order decree directive regulation notice briefing speech interview',
  matter:
    'exports imports protests prices sales shares profits markets tensions relations negotiations stocks bonds yields wages rates costs ties elections courses hopes fears concerns worries plans efforts investors carmakers losses orders deliveries shipments purchases factories cars chips rules goods products services jobs taxes move decision measure measures visit trip talks announcement meeting findings proposal proposals change changes step steps ban investigation probe duties tariffs sanctions dialogue summit vote election incident attack attacks strike protest crisis dispute case trial row scheme project programme program policy shift comments remarks allegations claims accusations criticism warning warnings rumours suspicions questions complaints suggestions controls restrictions latter former pair move two three four five incidents operation exercise exercises drills figure number increase decrease cut conditions companies exchange purchase pledges charges suspects accused site firms group three package initiative target targets licence scandal affair inquiry event events problem issue question answer result money sum contract licences raid raids offer bid appeal request demand demands threat threats man woman men women sides leaders governments countries',
  day: 'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun',
  month:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  place:
    'china britain uk us usa america russia ukraine france germany italy spain poland hungary netherlands belgium sweden norway denmark finland ireland scotland wales england japan india pakistan iran iraq israel turkey egypt syria lebanon taiwan australia canada mexico brazil argentina chile nigeria kenya ethiopia sudan vietnam thailand indonesia malaysia singapore philippines greece portugal austria switzerland romania bulgaria serbia croatia slovakia slovenia malta cyprus latvia lithuania estonia belarus georgia armenia azerbaijan kazakhstan qatar uae yemen jordan libya morocco algeria tunisia cuba venezuela colombia peru bangladesh myanmar cambodia laos nepal beijing london washington moscow kyiv brussels paris berlin tokyo seoul taipei delhi ankara tehran jerusalem rome madrid warsaw budapest canberra ottawa pyongyang hague shanghai europe asia africa nato eu un xinjiang tibet wuhan geneva vienna dublin edinburgh cardiff belfast westminster whitehall',
  demonym:
    'chinese british american russian ukrainian french german italian spanish polish hungarian dutch belgian swedish norwegian danish finnish irish scottish welsh english japanese indian pakistani iranian iraqi israeli turkish egyptian syrian lebanese taiwanese australian canadian mexican brazilian european western african asian korean north south east west eastern southern northern u.s uk us eu un conservative labour democratic republican liberal tory austrian swiss greek portuguese romanian czech slovak serbian croatian vietnamese thai indonesian malaysian filipino singaporean saudi qatari palestinian former then-prime ex shadow',
};

function buildFlags(): ReadonlyMap<string, number> {
  const flags = new Map<string, number>();
  for (const [name, words] of Object.entries(WORDS)) {
    const bit = WORD[name as keyof typeof WORD];
    for (const word of words.split(' ')) flags.set(word, (flags.get(word) ?? 0) | bit);
  }
  return flags;
}

const FLAGS = buildFlags();

/** The classes of a word in lower case, as bits of `WORD`; 0 for a word that is in none. */
export function wordFlags(lower: string): number {
  return FLAGS.get(lower) ?? 0;
}
