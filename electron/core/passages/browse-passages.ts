import { assertNever } from "#shared/base/assert-never.ts";
import type { PassageId } from "#shared/base/ids.ts";
import { REVIEW_MARKS } from "#shared/model/passage.ts";
import type {
  PassageConditions,
  PassageGroup,
  PassageGrouping,
  PassageRow,
  PassageSort,
} from "#shared/model/passage-browser.ts";
import type { CasePorts } from "../backend-context.ts";
import type { PassageFacts } from "../ports/passage-store.ts";
import { type ChoosePorts, choosePassages, orderPassages, rememberDocuments } from "./choose-passages.ts";
import { buildCodebook, walkCodebook } from "./codebook-tree.ts";
import { toListItems } from "./edit-passage.ts";

/** How passages that were chosen are shown, and which part of them. */
export interface BrowseRequest extends PassageConditions {
  readonly sort: PassageSort;
  readonly descending: boolean;
  readonly group: PassageGrouping;
  readonly offset: number;
  readonly limit: number;
}

/** A part of the passage browser's list. See the contract. */
export interface BrowseAnswer {
  readonly total: number;
  readonly documents: number;
  readonly rows: number;
  readonly groups: readonly PassageGroup[];
  readonly passages: readonly PassageRow[];
}

type Find = ReturnType<typeof rememberDocuments>;

/** How groups are made: the keys of a passage (none: it stands among those without), names and order of groups. */
interface GroupPlan {
  readonly keysOf: (facts: PassageFacts) => readonly string[];
  readonly nameOf: (key: string) => string;
  /** Keys in their order; a key that is not among them stands behind, in the order in which it is met. */
  readonly order: (keys: readonly string[]) => readonly string[];
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const byName = (keys: readonly string[]) => keys.toSorted(collator.compare);
const itself = (key: string) => key;

function planGroups(ports: ChoosePorts, grouping: Exclude<PassageGrouping, "none">, find: Find): GroupPlan {
  switch (grouping) {
    case "document": {
      const titles = new Map<string, string>();
      return {
        keysOf: ({ documentId }) => {
          titles.set(documentId, find(documentId)?.title ?? "");
          return [documentId];
        },
        nameOf: (key) => titles.get(key) ?? "",
        // Met in the order of the list.
        order: (keys) => keys,
      };
    }
    case "tag": {
      const tags = walkCodebook(buildCodebook(ports.tags.list())).flatMap(({ tag }) => tag ?? []);
      const names = new Map<string, string>(tags.map(({ tagId, name }) => [tagId, name]));
      const places = new Map<string, number>(tags.map(({ tagId }, index) => [tagId, index]));
      return {
        keysOf: ({ tagIds }) => tagIds,
        nameOf: (key) => names.get(key) ?? "",
        order: (keys) => keys.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0)),
      };
    }
    case "mark":
      return {
        keysOf: ({ marks }) => marks,
        nameOf: itself,
        order: (keys) => REVIEW_MARKS.filter((mark) => keys.includes(mark)),
      };
    case "author":
      return { keysOf: ({ author }) => [author], nameOf: itself, order: byName };
    case "day":
      return {
        keysOf: ({ createdAt }) => [createdAt.slice(0, "2026-03-01".length)],
        nameOf: itself,
        order: (keys) => keys.toSorted().toReversed(),
      };
    case "kind":
    case "court":
      return {
        keysOf: ({ documentId }) => [find(documentId)?.fields[grouping] ?? ""],
        nameOf: itself,
        order: byName,
      };
    default:
      return assertNever(grouping);
  }
}

interface Row {
  readonly passageId: PassageId;
  readonly group: string;
}

/** Groups in their order, those without a key last, with the passages of each. */
function groupPassages(
  passages: readonly PassageFacts[],
  plan: GroupPlan,
): readonly (PassageGroup & { readonly members: readonly PassageId[] })[] {
  const members = new Map<string, PassageId[]>();
  for (const facts of passages) {
    const keys = plan.keysOf(facts);
    for (const key of keys.length === 0 ? [""] : keys) {
      const known = members.get(key);
      if (known === undefined) members.set(key, [facts.passageId]);
      else known.push(facts.passageId);
    }
  }
  const named = plan.order([...members.keys()].filter((key) => key !== ""));
  return (members.has("") ? [...named, ""] : named).map((key) => {
    const own = members.get(key) ?? [];
    return { key, name: key === "" ? "" : plan.nameOf(key), passages: own.length, members: own };
  });
}

/** The rows of a stretch of the list, group after group. */
function cutRows(groups: ReturnType<typeof groupPassages>, offset: number, limit: number): readonly Row[] {
  const rows: Row[] = [];
  let before = 0;
  for (const { key, members } of groups) {
    const from = Math.max(0, offset - before);
    for (const passageId of members.slice(from, from + limit - rows.length)) rows.push({ passageId, group: key });
    before += members.length;
  }
  return rows;
}

/** The part of the list that was asked for, and the figures of all of it. */
export function browsePassages(
  ports: ChoosePorts & Pick<CasePorts, "passageLinks">,
  request: BrowseRequest,
): BrowseAnswer {
  const find = rememberDocuments(ports);
  const chosen = choosePassages(ports, request, find);
  const ordered = orderPassages(chosen, request, find);
  const { offset, limit } = request;
  const groups = request.group === "none" ? null : groupPassages(ordered, planGroups(ports, request.group, find));
  const shown: readonly Row[] =
    groups === null
      ? ordered.slice(offset, offset + limit).map(({ passageId }) => ({ passageId, group: "" }))
      : cutRows(groups, offset, limit);
  const passageIds = [...new Set(shown.map(({ passageId }) => passageId))];
  const items = new Map(toListItems(ports, ports.passages.findMany(passageIds)).map((item) => [item.passageId, item]));
  return {
    total: chosen.length,
    documents: new Set(chosen.map(({ documentId }) => documentId)).size,
    rows: groups === null ? chosen.length : groups.reduce((sum, group) => sum + group.passages, 0),
    groups: (groups ?? []).map(({ key, name, passages }) => ({ key, name, passages })),
    passages: shown.flatMap(({ passageId, group }) => {
      const item = items.get(passageId);
      return item === undefined ? [] : [{ ...item, group }];
    }),
  };
}

/** Identifiers of all passages that meet the conditions. */
export function passageIdsOf(ports: ChoosePorts, conditions: PassageConditions): readonly PassageId[] {
  return choosePassages(ports, conditions).map(({ passageId }) => passageId);
}
