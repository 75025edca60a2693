import { type FormEvent, useState } from "react";
import { TAG_COLORS, type Tag, type TagColor } from "#shared/model/tag.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { InlineError } from "../ui/error-state.tsx";
import { tagColorName, tagColorStyle } from "../ui/tag-colors.ts";
import { TextField } from "../ui/text-field.tsx";
import styles from "./tag-manager.module.css";

interface TagFormProps {
  readonly tag: Tag;
  /** All tags, to offer the number keys that are free. */
  readonly tags: readonly Tag[];
  readonly onDone: () => void;
}

const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Changes a tag's name, colour and number key. */
export function TagForm({ tag, tags, onDone }: TagFormProps) {
  const [name, setName] = useState(tag.name);
  const [color, setColor] = useState<TagColor>(tag.color);
  const [key, setKey] = useState(tag.key);
  const update = useCallMutation("tags.update");
  const taken = new Map(tags.filter((other) => other.tagId !== tag.tagId).map((other) => [other.key, other.name]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ tag: tag.tagId, name: name.trim(), color, key }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={say("passages.tagName")}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset className={styles.colors}>
        <legend>{say("passages.tagColor")}</legend>
        {TAG_COLORS.map((choice) => (
          <label key={choice} className={styles.color} style={tagColorStyle(choice)} title={tagColorName(choice)}>
            <input
              type="radio"
              name="color"
              aria-label={tagColorName(choice)}
              checked={choice === color}
              onChange={() => setColor(choice)}
            />
          </label>
        ))}
      </fieldset>
      <label className={styles.keyField}>
        <span>{say("passages.numberKey")}</span>
        <select
          value={key ?? ""}
          onChange={(event) => setKey(event.target.value === "" ? null : Number(event.target.value))}
        >
          <option value="">{say("passages.noKey")}</option>
          {KEYS.map((number) => (
            <option key={number} value={number} disabled={taken.has(number)}>
              {taken.has(number) ? `${number} — ${taken.get(number)}` : number}
            </option>
          ))}
        </select>
      </label>
      {update.error !== null && <InlineError error={update.error} />}
      <div className={styles.formFoot}>
        <Button size="small" variant="quiet" onClick={onDone}>
          {say("passages.cancel")}
        </Button>
        <Button type="submit" size="small" variant="primary" busy={update.isPending} disabled={name.trim() === ""}>
          {say("passages.save")}
        </Button>
      </div>
    </form>
  );
}
