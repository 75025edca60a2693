import type { TagId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { TAG_NAME_MAX, type Tag } from "#shared/model/tag.ts";
import { isWithinPath, lastPart, PATH_MARK, pathAbove, pathKey, pathParts } from "#shared/text/tag-path.ts";
import type { CasePorts } from "../backend-context.ts";
import { buildCodebook, type PlaceNode, walkCodebook } from "./codebook-tree.ts";

type TagPorts = Pick<CasePorts, "tags">;
type EditPorts = Pick<CasePorts, "tags" | "edits" | "publish">;

/** Tags with the names that they get, those above first. */
type Renaming = readonly { readonly tagId: TagId; readonly name: string }[];

/** A place's tag and all below it. */
function branchOf(tags: readonly Tag[], path: string): readonly Tag[] {
  const branch = tags.filter((tag) => isWithinPath(tag.name, path));
  if (branch.length === 0) throw new ProbativeError("tag/not-found", path, { path });
  return branch;
}

/**
 * Names that a branch gets when its path becomes another.
 *
 * @throws ProbativeError `tag/not-found`; `tag/name-taken` when a tag outside of the branch has one of the names;
 *   `tag/below-itself`; `input/invalid` for a name that grows too long
 */
export function planRename(ports: TagPorts, path: string, wanted: string): Renaming {
  const tags = ports.tags.list();
  const branch = branchOf(tags, path);
  if (pathKey(wanted) !== pathKey(path) && isWithinPath(wanted, path)) {
    throw new ProbativeError("tag/below-itself", wanted, { path });
  }
  const depth = pathParts(path).length;
  const others = new Map(
    tags.filter((tag) => !isWithinPath(tag.name, path)).map((tag) => [pathKey(tag.name), tag] as const),
  );
  return branch
    .map((tag) => ({ tagId: tag.tagId, name: [wanted, ...pathParts(tag.name).slice(depth)].join(PATH_MARK) }))
    .map((renamed) => {
      const other = others.get(pathKey(renamed.name));
      if (other !== undefined) throw new ProbativeError("tag/name-taken", other.name, { tag: other.tagId });
      if (renamed.name.length > TAG_NAME_MAX) {
        throw new ProbativeError("input/invalid", `name: ${renamed.name} is longer than ${TAG_NAME_MAX} characters`);
      }
      return renamed;
    })
    .toSorted((one, other) => pathParts(one.name).length - pathParts(other.name).length);
}

/** Writes what was planned; to be called inside a step. Those above go first: what moves up takes names that they leave. */
export function writeRename(ports: TagPorts, renamed: Renaming): void {
  for (const { tagId, name } of renamed) ports.tags.update(tagId, { name });
}

function step(ports: EditPorts, label: string, work: () => void): readonly Tag[] {
  ports.edits.perform(label, work);
  ports.publish({ kind: "changed", areas: ["tags", "passages", "edits"] });
  return ports.tags.list();
}

/**
 * Gives a place another path; what stands below it goes with it. One step.
 *
 * @returns all tags
 * @throws ProbativeError as `planRename`
 */
export function renamePlace(ports: EditPorts, path: string, wanted: string): readonly Tag[] {
  const renamed = planRename(ports, path, wanted);
  return step(ports, `Rename tag “${path}”`, () => writeRename(ports, renamed));
}

/** Where a place goes: paths. */
export interface Destination {
  /** Null: the top. */
  readonly under: string | null;
  /** The sibling that comes next; null: none does. */
  readonly before: string | null;
}

function childrenOf(nodes: readonly PlaceNode[], under: string | null): readonly PlaceNode[] {
  if (under === null) return nodes;
  const key = pathKey(under);
  return walkCodebook(nodes).find((node) => node.key === key)?.children ?? [];
}

function withoutPlace(nodes: readonly PlaceNode[], key: string): readonly PlaceNode[] {
  return nodes
    .filter((node) => node.key !== key)
    .map((node) => ({ ...node, children: withoutPlace(node.children, key) }));
}

/** The tags of a walk through the codebook in which the siblings under a place stand in a given order. */
function orderedTags(
  nodes: readonly PlaceNode[],
  under: string | null,
  siblings: readonly PlaceNode[],
): readonly TagId[] {
  if (under === null) return walkCodebook(siblings).flatMap(({ tag }) => tag?.tagId ?? []);
  const key = pathKey(under);
  const placed = (level: readonly PlaceNode[]): readonly PlaceNode[] =>
    level.map((node) => ({ ...node, children: node.key === key ? siblings : placed(node.children) }));
  return walkCodebook(placed(nodes)).flatMap(({ tag }) => tag?.tagId ?? []);
}

/**
 * Moves a place, with all below it, under another one or among its siblings. Every tag gets the position that a walk
 * through the codebook meets it at. One step.
 *
 * @returns all tags
 * @throws ProbativeError as `planRename`; `input/invalid` when `before` does not stand under the new place
 */
export function movePlace(ports: EditPorts, path: string, { under, before }: Destination): readonly Tag[] {
  const name = under === null ? lastPart(path) : `${under}${PATH_MARK}${lastPart(path)}`;
  const renamed = planRename(ports, path, name);
  const isStaying = pathKey(pathAbove(path) ?? "") === pathKey(under ?? "");
  return step(ports, `Move tag “${path}”`, () => {
    if (!isStaying) writeRename(ports, renamed);
    arrange(ports, isStaying ? path : name, { under, before });
  });
}

/** Puts a place that stands under `under` already before one of its siblings, or at the end. */
function arrange(ports: TagPorts, path: string, { under, before }: Destination): void {
  const tags = ports.tags.list();
  const nodes = buildCodebook(tags);
  const own = pathKey(path);
  const moved = walkCodebook(nodes).find((node) => node.key === own);
  if (moved === undefined) throw new ProbativeError("tag/not-found", path, { path });
  const others = childrenOf(nodes, under).filter((node) => node.key !== own);
  const next = before === null ? others.length : others.findIndex((node) => node.key === pathKey(before));
  if (next < 0) {
    if (pathKey(before ?? "") === own) return;
    throw new ProbativeError("input/invalid", `before: ${before} does not stand at that place`, { before });
  }
  const siblings = [...others.slice(0, next), moved, ...others.slice(next)];
  const order = orderedTags(withoutPlace(nodes, own), under, siblings);
  const positions = new Map(tags.map((tag) => [tag.tagId, tag.position]));
  for (const [position, tagId] of order.entries()) {
    if (positions.get(tagId) !== position) ports.tags.update(tagId, { position });
  }
}

/**
 * Archives a place with all below it, or takes it out of the archive. Archived tags have no number keys. One step.
 *
 * @returns all tags
 * @throws ProbativeError `tag/not-found`
 */
export function archivePlace(ports: EditPorts, path: string, archived: boolean): readonly Tag[] {
  const branch = branchOf(ports.tags.list(), path).filter((tag) => tag.archived !== archived);
  if (branch.length === 0) return ports.tags.list();
  return step(ports, archived ? `Archive tag “${path}”` : `Take tag “${path}” out of the archive`, () => {
    for (const { tagId } of branch) ports.tags.update(tagId, archived ? { archived, key: null } : { archived });
  });
}
