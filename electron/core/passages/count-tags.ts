import type { DocumentId } from "#shared/base/ids.ts";
import type { PlaceCounts, TagCooccurrence, TagMatrix } from "#shared/model/codebook.ts";
import { isWithinPath } from "#shared/text/tag-path.ts";
import type { CasePorts } from "../backend-context.ts";
import type { PassageFacts } from "../ports/passage-store.ts";
import { type CountedPlaces, countedPlaces } from "./codebook-tree.ts";

type CountPorts = Pick<CasePorts, "tags" | "passages">;

/** What is counted: whether places count what is below them, and in which documents (in all when none is named). */
export interface CountRequest {
  readonly below: boolean;
  readonly documents: readonly DocumentId[];
}

function passagesIn(ports: CountPorts, documents: readonly DocumentId[]): readonly PassageFacts[] {
  const wanted = new Set(documents);
  const all = ports.passages.facts();
  return wanted.size === 0 ? all : all.filter((facts) => wanted.has(facts.documentId));
}

/** Gives the indexes of the places that a passage counts in, ascending, each once. Works each list of tags out once. */
function placesFinder({ of }: CountedPlaces): (facts: PassageFacts) => readonly number[] {
  const known = new Map<PassageFacts["tagIds"], readonly number[]>();
  return ({ tagIds }) => {
    let places = known.get(tagIds);
    if (places === undefined) {
      places = [...new Set(tagIds.flatMap((tagId) => of.get(tagId) ?? []))].sort((one, other) => one - other);
      known.set(tagIds, places);
    }
    return places;
  };
}

/** The counts of every place of the codebook, in its order, and of passages with and without tags. */
export function countPlaces(ports: CountPorts): {
  readonly counts: readonly PlaceCounts[];
  readonly tagged: number;
  readonly untagged: number;
} {
  const tags = ports.tags.list();
  const counted = countedPlaces(tags, true);
  const own = new Map(tags.map((tag) => [tag.tagId, tag.passages]));
  const all = counted.places.map(() => 0);
  const documents = counted.places.map(() => 0);
  // Passages come document by document: a place counts a document when its last one was another.
  const latest: (DocumentId | null)[] = counted.places.map(() => null);
  const placesOf = placesFinder(counted);
  let tagged = 0;
  const passages = ports.passages.facts();
  for (const facts of passages) {
    if (facts.tagIds.length > 0) tagged += 1;
    for (const place of placesOf(facts)) {
      all[place] = (all[place] ?? 0) + 1;
      if (latest[place] === facts.documentId) continue;
      latest[place] = facts.documentId;
      documents[place] = (documents[place] ?? 0) + 1;
    }
  }
  const counts = counted.places.map(({ path, tag }, index) => ({
    path,
    tag,
    own: tag === null ? 0 : (own.get(tag) ?? 0),
    all: all[index] ?? 0,
    documents: documents[index] ?? 0,
  }));
  return { counts, tagged, untagged: passages.length - tagged };
}

/** Passages by document and place. */
export function countByDocument(ports: CountPorts, request: CountRequest): TagMatrix {
  const counted = countedPlaces(ports.tags.list(), request.below);
  const documents: DocumentId[] = [];
  const ofDocuments: number[] = [];
  const ofPlaces = counted.places.map(() => 0);
  const cells: [number, number, number][] = [];
  const placesOf = placesFinder(counted);
  let row = new Map<number, number>();
  const endRow = () => {
    const document = documents.length - 1;
    for (const [place, count] of [...row].sort(([one], [other]) => one - other)) cells.push([document, place, count]);
    row = new Map();
  };
  for (const facts of passagesIn(ports, request.documents)) {
    const places = placesOf(facts);
    if (places.length === 0) continue;
    if (documents.at(-1) !== facts.documentId) {
      endRow();
      documents.push(facts.documentId);
      ofDocuments.push(0);
    }
    ofDocuments[documents.length - 1] = (ofDocuments.at(-1) ?? 0) + 1;
    for (const place of places) {
      row.set(place, (row.get(place) ?? 0) + 1);
      ofPlaces[place] = (ofPlaces[place] ?? 0) + 1;
    }
  }
  endRow();
  return { places: counted.places, documents, cells, ofPlaces, ofDocuments };
}

/** How often two places meet on one passage. With `below`, what stands below a place always meets it: that is left out. */
export function countTogether(ports: CountPorts, request: CountRequest): TagCooccurrence {
  const counted = countedPlaces(ports.tags.list(), request.below);
  const size = counted.places.length;
  const ofPlaces = counted.places.map(() => 0);
  const placesOf = placesFinder(counted);
  const met = new Map<number, number>();
  for (const facts of passagesIn(ports, request.documents)) {
    const places = placesOf(facts);
    for (const [index, one] of places.entries()) {
      ofPlaces[one] = (ofPlaces[one] ?? 0) + 1;
      for (const other of places.slice(index + 1)) {
        const pair = one * size + other;
        met.set(pair, (met.get(pair) ?? 0) + 1);
      }
    }
  }
  const pairs = [...met]
    .sort(([one], [other]) => one - other)
    .map(([pair, count]): [number, number, number] => [Math.floor(pair / size), pair % size, count])
    .filter(([one, other]) => {
      const [above, place] = [counted.places[one]?.path ?? "", counted.places[other]?.path ?? ""];
      return !request.below || !isWithinPath(place, above);
    });
  return { places: counted.places, pairs, ofPlaces };
}
