/** Endings of the verbs of one class, of which the stem is what stands before them. */
export interface VerbClass {
  /** Distinguishes the classes. */
  readonly name: string;
  /** Endings that only a verb has. */
  readonly strong: readonly string[];
  /** Endings that nouns have as well: they are joined with strong ones only, and to long stems only. */
  readonly weak: readonly string[];
}

/** Endings without accents, as folds have them. */
export const VERB_CLASSES: readonly VerbClass[] = [
  {
    name: "verb es-ar",
    strong: words(
      "ar arse arlo arla arlos arlas arle arles ando andose ado ados ada adas aron aba abas aban abamos aste amos aremos aria arias arian",
    ),
    weak: words("o os a as an e es en are ara aran ase asen"),
  },
  {
    name: "verb es-ir",
    strong: words(
      "ir erse irse erlo irlo erla irla erlos irlos erlas irlas erle irle iendo iendose ido idos ida idas ieron iste imos eremos iremos iera ieran iese iesen",
    ),
    weak: words("er io ia ias ian o a as an e es en ere ire era ira eran iran eria erian iria irian"),
  },
  {
    name: "verb fr-er",
    strong: words("er ee ees erent ait aient erait eraient eront"),
    weak: words("e es ons a ai era"),
  },
  { name: "verb fr-ir", strong: words("ir issent issant issait issaient"), weak: words("i is ie ies it ira iront") },
];

/** Stems that are no verbs though their words end like some: `parte` and `partido`, `Álvaro` and `Alvarado`, `refugee`. */
export const NO_VERB_STEMS: ReadonlySet<string> = new Set(
  words("part cond mach alvar preci merc sold conten employ train refug licens divorc devot interview"),
);

/**
 * Stems of French verbs on -er. English has as many words on -er, of persons and comparatives, that look just the same
 * beside their own (`provider` and `provides`), so that only known ones count.
 */
export const FRENCH_ER_STEMS: ReadonlySet<string> = new Set(
  words(
    "accus appliqu arret assign autoris communiqu condamn confirm demand deport eloign embarqu emprisonn enferm expuls incarcer intern liber notifi ordonn procur rapatri refus renvoy rest signal sign transfer transport vers",
  ),
);

/** Feminine and masculine endings of adjectives and of persons, each with what they have in common. */
export const GENDERS: readonly (readonly [name: string, endings: readonly string[]])[] = [
  ...words("ad id an os iv ic ari er in en ch ert est est uest ist it is").map(
    (middle): readonly [string, readonly string[]] => [`es-${middle}`, [`${middle}o`, `${middle}a`]],
  ),
  ["es-or", ["or", "ora"]],
  ["es-es", ["es", "esa"]],
  ["fr-en", ["en", "enne"]],
  ["fr-er", ["er", "ere"]],
  ["fr-al", ["al", "ale"]],
  ["fr-el", ["el", "elle"]],
  ["fr-if", ["if", "ive"]],
  ["fr-eux", ["eux", "euse"]],
  ["fr-teur", ["teur", "trice"]],
  ["fr-u", ["u", "ue"]],
  ["fr-ant", ["ant", "ante"]],
  ["fr-ent", ["ent", "ente"]],
  ["fr-ain", ["ain", "aine"]],
  ["fr-ois", ["ois", "oise"]],
  ["fr-ais", ["ais", "aise"]],
];

/** Forms of English words that no rule makes; the first is the word's own. */
export const IRREGULAR_FORMS: readonly (readonly string[])[] = [
  "hold held",
  "send sent",
  "fly flew flown",
  "take took taken",
  "give gave given",
  "write wrote written",
  "bring brought",
  "leave left",
  "find found",
  "keep kept",
  "lead led",
  "make made",
  "meet met",
  "pay paid",
  "say said",
  "see saw seen",
  "sell sold",
  "speak spoke spoken",
  "tell told",
  "think thought",
  "know knew known",
  "come came",
  "become became",
  "begin began begun",
  "buy bought",
  "catch caught",
  "choose chose chosen",
  "draw drew drawn",
  "drive drove driven",
  "fall fell fallen",
  "feel felt",
  "fight fought",
  "forget forgot forgotten",
  "get got gotten",
  "go went gone",
  "grow grew grown",
  "hear heard",
  "hide hid hidden",
  "lose lost",
  "mean meant",
  "ride rode ridden",
  "rise rose risen",
  "run ran",
  "seek sought",
  "shoot shot",
  "show showed shown",
  "spend spent",
  "stand stood",
  "steal stole stolen",
  "strike struck",
  "swear swore sworn",
  "teach taught",
  "throw threw thrown",
  "understand understood",
  "undertake undertook undertaken",
  "withdraw withdrew withdrawn",
  "withhold withheld",
  "man men",
  "woman women",
  "child children",
  "wife wives",
  "life lives",
  "affidavit affidavits",
].map(words);

/** Words that end like forms of others and are none, and the little words of the three languages, which have no forms. */
export const NO_FORMS: ReadonlySet<string> = new Set([
  ...words("news his has was this its does goes yes less thus plus always perhaps during nothing something anything"),
  ...words(
    "evening morning king the and are were been have had they she her him you your our their there then than that",
  ),
  ...words("these those with from for but not nor who whom when where which while what why how would should shall"),
  ...words("los las una unos unas del que por con para como este esta esto ese esa eso"),
  ...words("les des une aux par sur dans qui est sont pour avec leur"),
]);

function words(text: string): readonly string[] {
  return text.split(" ");
}
