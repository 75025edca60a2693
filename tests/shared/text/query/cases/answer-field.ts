import type { Detection } from "#shared/model/detection.ts";
import type { FieldAnswer } from "#shared/text/query/evaluate-text.ts";
import type { FieldCondition, OpenRange } from "#shared/text/query/query-node.ts";

/** A page of the cases as its reader found it. */
export interface ReadPage {
  readonly text: string;
  readonly detections: readonly Detection[];
  readonly language: string | null;
}

function isWithin(value: number, { from, to }: OpenRange<number>): boolean {
  return (from === null || value >= from) && (to === null || value <= to);
}

function isMetBy({ value }: Detection, condition: FieldCondition): boolean {
  switch (condition.field) {
    case "exemption":
      return value.kind === "exemption" && value.code.startsWith(condition.code ?? "");
    case "amount":
      return (
        value.kind === "money" &&
        (condition.currency === null || value.currency === condition.currency) &&
        isWithin(Number(value.amount), condition.range)
      );
    case "bates":
      return (
        value.kind === "bates" &&
        value.prefix.toUpperCase() === condition.prefix.toUpperCase() &&
        isWithin(value.number, condition.range)
      );
    default:
      throw new TypeError(`The cases do not ask for ${condition.field}.`);
  }
}

/** Where a field of pages holds in a document: read off its detections and languages. */
export function answerField(condition: FieldCondition, pages: readonly ReadPage[]): FieldAnswer {
  const places = pages.flatMap(({ detections, language }, index) => {
    const page = index + 1;
    if (condition.field === "language") return language === condition.language ? [{ page, start: -1, end: -1 }] : [];
    return detections
      .filter((detection) => isMetBy(detection, condition))
      .map(({ start, end }) => ({ page, start, end }));
  });
  return { scope: "page", places };
}
