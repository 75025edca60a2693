import type { LinkedPassage } from "#shared/model/passage-browser.ts";
import type { PassageRelation } from "#shared/model/passage-link.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";

const LABELS: Readonly<Record<PassageRelation, MessageKey>> = {
  supports: "passages.relationSupports",
  contradicts: "passages.relationContradicts",
  "same-event": "passages.relationSameEvent",
  "translation-of": "passages.relationTranslation",
};

/** A relation as it is chosen. */
export function relationLabel(relation: PassageRelation): string {
  return say(LABELS[relation]);
}

/** What a link says on the card of one of its passages. */
export function linkWords({ relation, direction }: Pick<LinkedPassage, "relation" | "direction">): string {
  return relation === "supports" && direction === "in" ? say("passages.relationSupportedBy") : relationLabel(relation);
}
