import type { PageAddress, PageInfo } from "#shared/model/document.ts";
import { say } from "../messages/say.ts";

/**
 * The labels that a document prints or declares, as a range, e.g. `i – iv, 1 – 96` would be `i – 96 (100 of 100 pages)`.
 * Only the ends are given: labels need not be numbers, nor in order.
 */
export function labelSummary(pages: readonly PageInfo[]): string {
  const labels = pages.map((page) => page.label).filter((label) => label !== null);
  const [first] = labels;
  const last = labels.at(-1);
  if (first === undefined || last === undefined) return say("library.noLabels");
  return rangeOf(labels.length === 1 ? first : `${first} – ${last}`, labels.length, pages.length);
}

/** The names that pages bear in one scheme, as a range with how many bear one; null when none does. */
export function addressSummary(pages: readonly PageInfo[], scheme: PageAddress["scheme"]): string | null {
  const values = pages.flatMap((page) => page.addresses.find((address) => address.scheme === scheme)?.value ?? []);
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return null;
  return rangeOf(values.length === 1 ? first : `${first} – ${last}`, values.length, pages.length);
}

function rangeOf(range: string, part: number, whole: number): string {
  return part === whole ? range : say("library.partWithWhole", { range, part, whole });
}
