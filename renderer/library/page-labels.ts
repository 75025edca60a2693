import type { PageAddress, PageInfo } from "#shared/model/document.ts";

/**
 * The labels that a document prints or declares, as a range, e.g. `i – iv, 1 – 96` would be `i – 96 (100 of 100 pages)`.
 * Only the ends are given: labels need not be numbers, nor in order.
 */
export function labelSummary(pages: readonly PageInfo[]): string {
  const labels = pages.map((page) => page.label).filter((label) => label !== null);
  const [first] = labels;
  const last = labels.at(-1);
  if (first === undefined || last === undefined) return "none; pages are counted by position";
  const range = labels.length === 1 ? first : `${first} – ${last}`;
  return labels.length === pages.length ? range : `${range} (${labels.length} of ${pages.length} pages)`;
}

/** The names that pages bear in one scheme, as a range with how many bear one; null when none does. */
export function addressSummary(pages: readonly PageInfo[], scheme: PageAddress["scheme"]): string | null {
  const values = pages.flatMap((page) => page.addresses.find((address) => address.scheme === scheme)?.value ?? []);
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return null;
  const range = values.length === 1 ? first : `${first} – ${last}`;
  return values.length === pages.length ? range : `${range} (${values.length} of ${pages.length} pages)`;
}
