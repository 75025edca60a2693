import type { PassageId, PassageLinkId } from "#shared/base/ids.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import type { LinkedPassage } from "#shared/model/passage-browser.ts";
import type { PassageLink, PassageRelation } from "#shared/model/passage-link.ts";
import type { CasePorts } from "../backend-context.ts";
import { requirePassage, showPassage, toListItems } from "./edit-passage.ts";

function requireLink(ports: Pick<CasePorts, "passageLinks">, linkId: PassageLinkId): PassageLink {
  const link = ports.passageLinks.find(linkId);
  if (link === null) throw new ProbativeError("passage/link-not-found", linkId, { link: linkId });
  return link;
}

function requireFreePair(
  ports: Pick<CasePorts, "passageLinks">,
  link: Pick<PassageLink, "from" | "to" | "relation">,
  own: PassageLinkId | null,
): void {
  const other = ports.passageLinks.findBetween(link.from, link.to, link.relation);
  if (other !== null && other.linkId !== own) {
    throw new ProbativeError("passage/link-exists", other.linkId, { link: other.linkId });
  }
}

function publish(ports: Pick<CasePorts, "publish">): void {
  ports.publish({ kind: "changed", areas: ["passages", "edits"] });
}

/** A link that a person wants. */
export interface WantedLink {
  readonly from: PassageId;
  readonly to: PassageId;
  readonly relation: PassageRelation;
  readonly reason: string;
}

/** @throws ProbativeError `passage/not-found`, `passage/link-exists`; `input/invalid` for a link to itself */
export function linkPassages(ports: CasePorts, wanted: WantedLink): PassageLink {
  for (const passageId of [wanted.from, wanted.to]) requirePassage(ports, passageId);
  if (wanted.from === wanted.to) throw new ProbativeError("input/invalid", "to: a passage is not linked to itself");
  requireFreePair(ports, wanted, null);
  const { from, to, relation, reason } = wanted;
  const linkId = ports.ids.next("passage-link");
  const link = { linkId, from, to, relation, reason, author: ports.author, createdAt: ports.clock.now() };
  ports.edits.perform("Link passages", () => ports.passageLinks.insert(link));
  publish(ports);
  return link;
}

/** What changes about a link: what is absent stays. */
export interface LinkChange {
  readonly relation?: PassageRelation | undefined;
  readonly reason?: string | undefined;
  /** It goes the other way from now on. */
  readonly reverse: boolean;
}

/** @throws ProbativeError `passage/link-not-found`, `passage/link-exists` */
export function updateLink(ports: CasePorts, linkId: PassageLinkId, change: LinkChange): PassageLink {
  const link = requireLink(ports, linkId);
  const ends = change.reverse ? { from: link.to, to: link.from } : { from: link.from, to: link.to };
  const next = { ...ends, relation: change.relation ?? link.relation, reason: change.reason ?? link.reason };
  requireFreePair(ports, next, linkId);
  ports.edits.perform("Change link of passages", () => ports.passageLinks.update(linkId, next));
  publish(ports);
  return requireLink(ports, linkId);
}

/** @throws ProbativeError `passage/link-not-found` */
export function unlinkPassages(ports: CasePorts, linkId: PassageLinkId): void {
  requireLink(ports, linkId);
  ports.edits.perform("Remove link of passages", () => ports.passageLinks.delete(linkId));
  publish(ports);
}

/** A passage with its links, in both directions. @throws ProbativeError `passage/not-found` */
export function showWithLinks(
  ports: Pick<CasePorts, "passages" | "passageLinks" | "documents">,
  passageId: PassageId,
): { readonly passage: PassageListItem; readonly links: readonly LinkedPassage[] } {
  const passage = showPassage(ports, passageId);
  const links = ports.passageLinks.list(passageId);
  const ends = links.map((link) => (link.from === passageId ? link.to : link.from));
  const others = new Map(
    toListItems(ports, ports.passages.findMany([...new Set(ends)])).map((item) => [item.passageId, item]),
  );
  const linked = links.flatMap((link): readonly LinkedPassage[] => {
    const direction = link.from === passageId ? "out" : "in";
    const other = others.get(direction === "out" ? link.to : link.from);
    return other === undefined ? [] : [{ ...link, direction, other }];
  });
  return { passage, links: linked };
}
