import { describe, expect, test } from "vitest";
import { type DocumentId, documentIdSchema } from "#shared/base/ids.ts";
import type { DocumentSummary } from "#shared/model/document.ts";
import { createQueryCache } from "../../../renderer/client/query-cache.ts";
import { callKey } from "../../../renderer/client/query-key.ts";
import { createRowRefresher, mergeRows } from "../../../renderer/client/row-refresher.ts";
import type { Transport } from "../../../renderer/client/transport.ts";

const idOf = (number: number): DocumentId => documentIdSchema.parse(`doc_${String(number).padStart(12, "0")}`);
const row = (number: number, title: string) => ({ documentId: idOf(number), title }) as DocumentSummary;
const LIST = callKey("documents.list", {});

/** A backend that answers with a title of its own for each row, and a cache that holds some rows. */
function setUp(known: readonly DocumentSummary[] | null, answer?: () => Promise<void>) {
  const cache = createQueryCache();
  if (known !== null) cache.setQueryData(LIST, { documents: known });
  const asked: (readonly string[])[] = [];
  const transport = {
    call: async (_name: string, { documents }: { readonly documents: readonly DocumentId[] }) => {
      asked.push(documents);
      await answer?.();
      return { documents: documents.map((documentId) => ({ documentId, title: "asked for" })) };
    },
  } as unknown as Transport;
  const titles = () =>
    cache.getQueryData<{ readonly documents: readonly DocumentSummary[] }>(LIST)?.documents.map(({ title }) => title);
  return { cache, asked, titles, rows: createRowRefresher(cache, transport) };
}

describe("mergeRows", () => {
  test("puts changed rows in their places and new ones last", () => {
    const merged = mergeRows([row(1, "a"), row(2, "b")], [row(3, "c"), row(1, "A")]);
    expect(merged.map(({ title }) => title)).toEqual(["A", "b", "c"]);
  });
});

describe("createRowRefresher", () => {
  test("asks for what was added, once, and leaves the other rows", async () => {
    const { rows, asked, titles } = setUp([row(1, "first"), row(2, "second")]);
    rows.add([idOf(2), idOf(3)]);
    rows.add([idOf(2)]);
    await rows.refresh();
    await rows.refresh();
    expect(asked).toEqual([[idOf(2), idOf(3)]]);
    expect(titles()).toEqual(["first", "asked for", "asked for"]);
  });

  test("asks for many rows in several questions", async () => {
    const { rows, asked, titles } = setUp([]);
    rows.add(Array.from({ length: 450 }, (_, index) => idOf(index)));
    await rows.refresh();
    expect(asked.map((some) => some.length)).toEqual([200, 200, 50]);
    expect(titles()).toHaveLength(450);
  });

  test("asks nothing while nobody has asked for the list", async () => {
    const { rows, asked } = setUp(null);
    rows.add([idOf(1)]);
    await rows.refresh();
    expect(asked).toEqual([]);
  });

  test("a failure makes the whole list old", async () => {
    const { cache, rows } = setUp([row(1, "first")], () => Promise.reject(new Error("no answer")));
    rows.add([idOf(1)]);
    await rows.refresh();
    expect(cache.getQueryState(LIST)?.isInvalidated).toBe(true);
  });

  test("rows that come after the whole list came do not overwrite it", async () => {
    const { cache, rows, titles } = setUp([row(1, "first")], async () => {
      cache.setQueryData(LIST, { documents: [row(1, "newest")] });
    });
    rows.add([idOf(1)]);
    await rows.refresh();
    expect(titles()).toEqual(["newest"]);
    expect(cache.getQueryState(LIST)?.isInvalidated).toBe(true);
  });
});
