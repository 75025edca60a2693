import type { MergeChoice, MergeConflict } from "#shared/model/exchange.ts";

/** A conflict as it is met, before it is decided. */
export type OpenConflict = Omit<MergeConflict, "choice" | "id"> & { readonly of: string };

/** Decides conflicts, and remembers them. */
export interface Rulings {
  decide(conflict: OpenConflict): MergeChoice;
  readonly conflicts: readonly MergeConflict[];
}

/** What a person decided. */
export interface Decisions {
  /** By the identifier of the conflict. */
  readonly made: ReadonlyMap<string, MergeChoice>;
  readonly otherwise: MergeChoice;
}

/** Longest quotation or text that a conflict shows. */
const SHOWN = 2000;

function shorten(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}

/**
 * A choice that a conflict does not offer falls back to ours: the file still holds theirs, and the conflict is met again
 * when it is merged again.
 */
export function createRulings({ made, otherwise }: Decisions): Rulings {
  const conflicts: MergeConflict[] = [];
  return {
    conflicts,
    decide: ({ of, ...conflict }) => {
      const id = `${conflict.kind}:${of}`;
      const wanted = made.get(id) ?? otherwise;
      const choice = conflict.choices.includes(wanted) ? wanted : "ours";
      const { subject, ours, theirs } = conflict;
      conflicts.push({
        ...conflict,
        id,
        subject: shorten(subject),
        ours: shorten(ours),
        theirs: shorten(theirs),
        choice,
      });
      return choice;
    },
  };
}

/** Reads decisions as they are typed: `note:pas_4k7m9x2a3qpb=theirs`. */
export function readDecisions(typed: readonly string[], otherwise: MergeChoice): Decisions {
  const made = new Map<string, MergeChoice>();
  for (const decision of typed) {
    const at = decision.lastIndexOf("=");
    made.set(decision.slice(0, at), decision.slice(at + 1) as MergeChoice);
  }
  return { made, otherwise };
}

/** What may be chosen where both can stay, and where there is room for one only. */
export function choicesOf(bothFit: boolean): readonly MergeChoice[] {
  return bothFit ? ["both", "ours", "theirs"] : ["ours", "theirs"];
}
