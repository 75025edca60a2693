import { addressOfField, describeIncluded, loadsFromElsewhere, symbolOfField } from "../field-instructions.ts";
import { childElements, findChild, numberAttribute, propertyValue, switchOf, type XmlElement } from "../xml/element.ts";
import type { OpenField, Story } from "./story.ts";

/** Follows `w:fldChar`. @returns text to be shown in place of a field without a result */
export function followField(story: Story, element: XmlElement): string {
  switch (element.attributes.get("w:fldCharType")) {
    case "begin":
      story.fields.push({
        instruction: "",
        isResult: false,
        link: undefined,
        form: findChild(element, "w:ffData"),
      });
      return "";
    case "separate": {
      const field = story.fields.at(-1);
      if (field !== undefined) beginResult(story, field);
      return "";
    }
    case "end": {
      const field = story.fields.pop();
      if (field === undefined) return "";
      if (!field.isResult) noteInclusion(story, field.instruction);
      return formText(field) ?? (field.isResult ? "" : symbolOfField(field.instruction));
    }
    default:
      return "";
  }
}

/** The field's result follows: its instruction is known. */
export function beginResult(story: Story, field: OpenField): void {
  field.isResult = true;
  field.link = addressOfField(field.instruction);
  noteInclusion(story, field.instruction);
}

/** A box or a choice of a form. */
function formText({ form, isResult }: OpenField): string | null {
  const box = findChild(form, "w:checkBox");
  if (box !== undefined) return (switchOf(box, "w:checked") ?? switchOf(box, "w:default") ?? false) ? "☒" : "☐";
  const list = findChild(form, "w:ddList");
  if (list === undefined || isResult) return null;
  const chosen = numberAttribute(findChild(list, "w:result"), "w:val") ?? 0;
  const entries = [...childElements(list)].filter(({ name }) => name === "w:listEntry");
  return entries[chosen]?.attributes.get("w:val") ?? propertyValue(list, "w:default") ?? null;
}

/** Remote or local: what a field would take from elsewhere is never opened. */
function noteInclusion(story: Story, instruction: string): void {
  if (loadsFromElsewhere(instruction)) story.document.notices.count("remote-content-not-loaded", describeIncluded);
}
