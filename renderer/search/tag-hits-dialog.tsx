import { useState } from "react";
import type { BriefId, SectionId } from "#shared/base/ids.ts";
import { useNavigation } from "../app/navigation.ts";
import { useCallQuery } from "../client/use-query-call.ts";
import type { MessageKey } from "../messages/en/english.ts";
import { say } from "../messages/say.ts";
import type { TagChoice } from "../passages/tag-choices.ts";
import { TagPicker } from "../passages/tag-picker.tsx";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { TagChip } from "../ui/tag-chip.tsx";
import { TextArea } from "../ui/text-field.tsx";
import { BriefChoice } from "./brief-choice.tsx";
import styles from "./tag-hits-dialog.module.css";
import { TaggingPreview } from "./tagging-preview.tsx";
import { type HitExtent, type HitsInHand, type TaggingDone, useTaggingPreview, useTagHits } from "./use-tag-hits.ts";

/** What the dialog was opened for; both can be done in one step. */
export type TaggingPurpose = "tag" | "brief";

const EXTENTS: readonly { readonly id: HitExtent; readonly label: MessageKey }[] = [
  { id: "sentence", label: "search.extentSentence" },
  { id: "words", label: "search.extentWords" },
  { id: "paragraph", label: "search.extentParagraph" },
];

interface TagHitsDialogProps {
  readonly purpose: TaggingPurpose;
  readonly hits: HitsInHand;
  readonly onClose: () => void;
  readonly onDone: (done: TaggingDone) => void;
}

/** Makes a passage of every hit: which tags, how much around a hit, a note, a brief; shows what it would make. */
export function TagHitsDialog({ purpose, hits, onClose, onDone }: TagHitsDialogProps) {
  const tags = useCallQuery("tags.list", {}).data?.tags ?? [];
  const { activeBrief } = useNavigation();
  const briefs = useCallQuery("briefs.list", {}).data?.briefs ?? [];
  const [chosen, setChosen] = useState<readonly TagChoice[]>([]);
  const [extent, setExtent] = useState<HitExtent>("sentence");
  const [note, setNote] = useState("");
  const [brief, setBrief] = useState<BriefId | null>(purpose === "brief" ? activeBrief : null);
  const [section, setSection] = useState<SectionId | null>(null);
  const [error, setError] = useState<unknown>(null);
  const preview = useTaggingPreview(hits, extent);
  const { busy, run, latestStep } = useTagHits();
  const tagIds = chosen.flatMap((choice) => (choice.kind === "tag" ? [choice.tag.tagId] : []));
  const newTags = chosen.flatMap((choice) => (choice.kind === "create" ? [choice.name] : []));
  const passages = preview.data?.passages ?? null;
  const isReady = passages !== null && passages > 0 && (chosen.length > 0 || brief !== null);

  const confirm = async () => {
    setError(null);
    try {
      const made = await run(hits, { extent, tagIds, newTags, note: note.trim(), brief, section });
      const tagNames = chosen.map((choice) => (choice.kind === "tag" ? choice.tag.name : choice.name));
      const briefTitle = briefs.find(({ briefId }) => briefId === brief)?.title ?? null;
      onDone({ made, tagNames, briefTitle, step: await latestStep().catch(() => null) });
    } catch (problem) {
      setError(problem);
    }
  };

  return (
    <Dialog
      open
      size="large"
      title={purpose === "tag" ? say("search.tagAllHits") : say("search.addAllHits")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say("search.cancel")}</Button>
          <Button variant="primary" disabled={!isReady} busy={busy} onClick={() => void confirm()}>
            {confirmLabel(passages, chosen.length, purpose === "brief" || brief !== null)}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <section className={styles.tags} aria-label={say("search.tags")}>
          <TagPicker tags={tags} applied={new Set(tagIds)} onPick={(choice) => setChosen(withChoice(chosen, choice))} />
        </section>
        <div className={styles.form}>
          <ul className={styles.chosen} aria-label={say("search.tagsForPassages")}>
            {chosen.length === 0 && (
              <li className={styles.hint}>
                {purpose === "brief"
                  ? say("search.tagsAreOptional")
                  : brief === null
                    ? say("search.chooseTag")
                    : say("search.noTag")}
              </li>
            )}
            {chosen.map((choice) => (
              <li key={nameOf(choice)}>
                <ChosenTag choice={choice} onRemove={() => setChosen(withChoice(chosen, choice))} />
              </li>
            ))}
          </ul>
          <fieldset className={styles.extent}>
            <legend>{say("search.passageIs")}</legend>
            {EXTENTS.map(({ id, label }) => (
              <label key={id}>
                <input type="radio" name="extent" checked={extent === id} onChange={() => setExtent(id)} />
                {say(label)}
              </label>
            ))}
          </fieldset>
          <TextArea
            label={say("search.noteOnEach")}
            rows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <BriefChoice
            brief={brief}
            section={section}
            optional={purpose === "tag"}
            onChoose={(nextBrief, nextSection) => {
              setBrief(nextBrief);
              setSection(nextSection);
            }}
          />
        </div>
      </div>
      <TaggingPreview preview={preview.data ?? null} error={preview.error} stale={preview.isPlaceholderData} />
      {error !== null && <InlineError error={error} />}
    </Dialog>
  );
}

function confirmLabel(passages: number | null, tags: number, toBrief: boolean): string {
  const values = { known: passages === null ? "no" : "yes", count: passages ?? 0 };
  if (!toBrief) return say("search.tagPassages", values);
  return say(tags > 0 ? "search.tagAndAddPassages" : "search.addPassages", values);
}

function nameOf(choice: TagChoice): string {
  return choice.kind === "tag" ? choice.tag.name : choice.name;
}

/** The choice taken in, or out when it was there. */
function withChoice(chosen: readonly TagChoice[], choice: TagChoice): readonly TagChoice[] {
  const others = chosen.filter((known) => nameOf(known) !== nameOf(choice));
  return others.length < chosen.length ? others : [...chosen, choice];
}

function ChosenTag({ choice, onRemove }: { readonly choice: TagChoice; readonly onRemove: () => void }) {
  if (choice.kind === "tag") return <TagChip name={choice.tag.name} color={choice.tag.color} onRemove={onRemove} />;
  return (
    <Chip onRemove={onRemove} removeLabel={say("search.removeTag", { name: choice.name })}>
      {say("search.newTag", { name: choice.name })}
    </Chip>
  );
}
