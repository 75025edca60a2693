import type { ConversionNotice } from "#shared/model/format.ts";

/** Gathers what an account must say about one file: equal things are counted, not repeated. */
export interface NoticeCollector {
  /** One more of something; `describe` gets how many there were in the end. */
  count(kind: ConversionNotice["kind"], describe: (count: number) => string): void;
  /** Something that is said as it is, once. */
  say(kind: ConversionNotice["kind"], detail: string): void;
  list(): readonly ConversionNotice[];
}

/** An empty collector. Counted things are told apart by the function that describes them. */
export function createNoticeCollector(): NoticeCollector {
  const counts = new Map<
    (count: number) => string,
    { readonly kind: ConversionNotice["kind"]; readonly count: number }
  >();
  const said = new Map<string, ConversionNotice>();
  return {
    count(kind, describe) {
      counts.set(describe, { kind, count: (counts.get(describe)?.count ?? 0) + 1 });
    },
    say(kind, detail) {
      said.set(`${kind}\0${detail}`, { kind, detail });
    },
    list() {
      return [
        ...said.values(),
        ...[...counts].map(([detailOf, { kind, count }]) => ({ kind, detail: detailOf(count) })),
      ];
    },
  };
}

/** `1 picture`, `2 pictures`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
