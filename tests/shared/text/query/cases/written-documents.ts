/** Names of the documents that were written for the cases. */
export type WrittenDocument =
  | "noteFrancaise"
  | "registre"
  | "serie"
  | "tableau"
  | "recognised"
  | "oficio"
  | "names"
  | "terms";

const SERIES_HEAD = "MINISTRY OF GOVERNMENT · REGISTER OF PERSONS";

function inSeries(page: number, body: string): string {
  return [
    SERIES_HEAD,
    `Case 1:25-cv-00001-ABC Document 90 Filed 08/04/25 Page ${page} of 5 PageID.${410 + page}`,
    "",
    body,
    "",
    "SPECIMEN · fictional document",
    `- ${page} -`,
  ].join("\n");
}

/** Pages of fictional documents: what the sample matter lacks (French, words and phrases that cross stamped page breaks, errors of OCR). */
export const WRITTEN_DOCUMENTS: Readonly<Record<WrittenDocument, readonly string[]>> = {
  noteFrancaise: [
    `SPECIMEN · fictional document
NOTE VERBALE

Le Ministère des Affaires étrangères de la République de Costaverde présente ses
compliments à l’Ambassade et a l’honneur de se référer à l’accord relatif à l’éloigne-
ment des étrangers. Les personnes expulsées le 15 mars ont été transférées au centre de
détention de La Salina. Aucun détenu n’a été libéré.`,
    `SPECIMEN · fictional document

Chaque personne expulsée reçoit une décision écrite. Les éloignements ont lieu de nuit.
Un détenu a été transféré par erreur ; les autorités françaises n’ont pas été saisies.
L’œuvre du greffier est sous clé. Il a été expulsé sans procès-verbal.`,
  ],
  registre: [
    `SPECIMEN · document fictif
REGISTRE DES VOLS

Les prisonniers sont arrivés à l’aéroport de Puerto Claro. Le prisonnier nº 12 était
déjà sur la liste des détenus. Où sont les journaux de bord ? Le journal est perdu.`,
  ],
  serie: [
    inSeries(1, "The persons named below were held in the custody of the Minis-"),
    inSeries(2, "try of Justice until the morning of the hearing. On that day the officer in"),
    inSeries(3, "charge of the register wrote nothing. The entries for the eastern"),
    inSeries(4, "wing begin again on the following day. No reason is given, and no per-"),
    inSeries(5, "son has been asked for one."),
  ],
  tableau: [
    `SPECIMEN · fictional document

Ms. Aldana-Reyes was moved to cell 14-B.
She asked for a re-
examination. A well-
known doctor refused. Nobody was well-known there.
Contact: archive@costaverde.example or T-620014.
Sum: 12,500 dollars; ref. (b)(7)(C).
The U.S.C. section 1231(b)(3) was not cited.`,
  ],
  recognised: [
    `SPECIMEN fictional document
The prisoners were held in custcdy at the detenti0n centre.
Tbe Minister signed the rnemorandum on l5 March.
Guard Vantongeien was present. So was Vantongelen.`,
  ],
  oficio: [
    `SPECIMEN · documento ficticio
OFICIO NÚM. 7/2025

El señor Núñez Peña trasladó a los detenidos. La detenida fue entregada al juez. Los
jueces no firmaron. El año pasado se firmó otro oficio; Nunez Pena lo firmará. El
traslado se hizo en avión: tres aviones. Las cárceles están llenas, dijo el alcaide de la
cárcel. Se prohíbe la expulsión colec-
tiva. El papá de Núñez y el Papa.`,
  ],
  names: [
    `SPECIMEN · fictional document
Juan de la Cruz, Johannes X. de la Cruz, and Maria de la Cruz were on board. John Doe was
not. Sean O’Brien flew the first plane; O'Brien's plane landed. Judge Alvarado wrote to
Alvaro. Martinez and Martin are two men. The office of the officer was closed.`,
  ],
  terms: [
    `SPECIMEN · fictional document
The Special Custody Centre is called the SCC by all. The SCC has 40 cells. The plan was
noted in a note; it is not a plane. Planes flew at night. One flies now. The parties agreed;
each party signed a part. He was detained; she detains; to detain is costly. Detention
costs. Policies are not police.`,
    `SPECIMEN · fictional document
A transfer was planned. The countries counted the transfers. County and country differ.
Women and a woman held hands; the child was held with other children.`,
  ],
};
