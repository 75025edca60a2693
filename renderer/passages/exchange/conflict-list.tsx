import type { ConflictKind, MergeChoice, MergeConflict } from "#shared/model/exchange.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { ChoiceGroup } from "../../ui/choice-group.tsx";
import styles from "./exchange.module.css";

const KINDS: Readonly<Record<ConflictKind, MessageKey>> = {
  "tag-name": "exchange.conflictTagName",
  "tag-description": "exchange.conflictTagDescription",
  "tag-examples": "exchange.conflictTagExamples",
  note: "exchange.conflictNote",
  extent: "exchange.conflictExtent",
  "link-direction": "exchange.conflictDirection",
  "link-reason": "exchange.conflictReason",
};

const CHOICES: Readonly<Record<MergeChoice, MessageKey>> = {
  both: "exchange.keepBoth",
  ours: "exchange.ours",
  theirs: "exchange.theirs",
};

/** Conflicts that are shown one by one; the others are decided together. */
const FEW = 100;

/** Length of a quotation in a heading. */
const SHOWN = 120;

/** What a person decided: for all, and for some. */
export interface ConflictDecisions {
  readonly otherwise: MergeChoice;
  readonly made: ReadonlyMap<string, MergeChoice>;
}

interface ConflictListProps {
  readonly conflicts: readonly MergeConflict[];
  readonly decisions: ConflictDecisions;
  readonly onDecide: (decisions: ConflictDecisions) => void;
}

/** What will be done about a conflict: what was decided, as far as it is offered. */
export function choiceOf(conflict: MergeConflict, { made, otherwise }: ConflictDecisions): MergeChoice {
  const wanted = made.get(conflict.id) ?? otherwise;
  return conflict.choices.includes(wanted) ? wanted : "ours";
}

/** Where two people say different things: what each says, and what will be done. */
export function ConflictList({ conflicts, decisions, onDecide }: ConflictListProps) {
  return (
    <section className={styles.conflicts} aria-label={say("exchange.conflicts", { count: conflicts.length })}>
      <div className={styles.conflictHead}>
        <h3 className={styles.title}>{say("exchange.conflicts", { count: conflicts.length })}</h3>
        {conflicts.length > 1 && (
          <ChoiceGroup
            label={say("exchange.forAll")}
            choices={choicesFor(["both", "ours", "theirs"])}
            value={decisions.otherwise}
            onChange={(otherwise) => onDecide({ otherwise, made: new Map() })}
          />
        )}
      </div>
      {conflicts.slice(0, FEW).map((conflict) => (
        <Conflict
          key={conflict.id}
          conflict={conflict}
          choice={choiceOf(conflict, decisions)}
          onChoose={(choice) =>
            onDecide({ ...decisions, made: new Map([...decisions.made, [conflict.id, choice] as const]) })
          }
        />
      ))}
      {conflicts.length > FEW && (
        <p className={styles.from}>{say("exchange.moreConflicts", { count: conflicts.length - FEW })}</p>
      )}
    </section>
  );
}

function choicesFor(choices: readonly MergeChoice[]) {
  return choices.map((choice) => ({ id: choice, label: say(CHOICES[choice]) }));
}

interface ConflictProps {
  readonly conflict: MergeConflict;
  readonly choice: MergeChoice;
  readonly onChoose: (choice: MergeChoice) => void;
}

function Conflict({ conflict, choice, onChoose }: ConflictProps) {
  const { kind, where, ours, theirs, choices } = conflict;
  const subject = conflict.subject.length > SHOWN ? `${conflict.subject.slice(0, SHOWN)}…` : conflict.subject;
  const what = say(KINDS[kind], { subject });
  return (
    <div className={styles.conflict}>
      <p>
        <span className={styles.subject}>{what}</span>
        {where !== "" && <span className={styles.from}> · {where}</span>}
      </p>
      <dl className={styles.sides}>
        <Side name={say("exchange.ours")} text={ours} />
        <Side name={say("exchange.theirs")} text={theirs} />
      </dl>
      <ChoiceGroup
        label={say("exchange.decision", { what })}
        choices={choicesFor(choices)}
        value={choice}
        onChange={onChoose}
      />
    </div>
  );
}

function Side({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className={styles.side}>
      <dt>{name}</dt>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls has to be reached by keyboard */}
      <dd tabIndex={0}>{text === "" ? say("exchange.nothingWritten") : text}</dd>
    </div>
  );
}
