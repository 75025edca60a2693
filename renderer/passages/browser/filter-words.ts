import type { MessageKey } from "../../messages/en/english.ts";
import type { PassageState, TagRole } from "./browser-filter.ts";

/** How a tag takes part, as it is chosen. */
export const ROLE_LABELS: Readonly<Record<TagRole, MessageKey>> = {
  and: "passages.roleAnd",
  or: "passages.roleOr",
  not: "passages.roleNot",
};

/** States that passages can be asked for. */
export const STATE_LABELS: Readonly<Record<PassageState, MessageKey>> = {
  untagged: "passages.withoutTag",
  linked: "passages.stateLinked",
  unlinked: "passages.stateUnlinked",
  orphaned: "passages.lostTheirPlace",
  region: "passages.stateRegion",
  annotation: "passages.stateAnnotation",
  contribution: "passages.stateContribution",
};
