import { expect, test } from "vitest";
import type { DocumentId } from "#shared/base/ids.ts";
import { createThumbnailStore } from "../../../renderer/library/thumbnail-store.ts";
import { summaryOf } from "../support/document-summary.ts";

const picture = {} as HTMLCanvasElement;
const settled = () => new Promise((settle) => setImmediate(settle));

test("two are painted at a time, the latest that was asked for first, and what was taken back never", async () => {
  const store = createThumbnailStore();
  const begun: number[] = [];
  const finish: (() => void)[] = [];
  const ids = Array.from({ length: 5 }, () => summaryOf({}).documentId);
  const takeBack = ids.map((documentId, number) =>
    store.ask(
      documentId,
      () =>
        new Promise((settle) => {
          begun.push(number);
          finish.push(() => settle(picture));
        }),
      () => undefined,
    ),
  );
  takeBack[2]?.();
  await settled();
  expect(begun).toEqual([4, 3]);
  for (const done of finish.splice(0)) done();
  await settled();
  expect(begun).toEqual([4, 3, 1, 0]);
  expect(store.known(ids[4] as DocumentId)).toBe(picture);
  expect(store.known(ids[2] as DocumentId)).toBeNull();
});

test("one that cannot be painted is not tried again; one that is taken back meanwhile is kept, and nobody is told", async () => {
  const store = createThumbnailStore();
  const [broken, late] = [summaryOf({}).documentId, summaryOf({}).documentId];
  const told: string[] = [];
  let finish = () => {};
  store.ask(
    broken,
    () => Promise.reject(new Error("damaged")),
    () => told.push("broken"),
  );
  const takeBack = store.ask(
    late,
    () =>
      new Promise((settle) => {
        finish = () => settle(picture);
      }),
    () => told.push("late"),
  );
  await settled();
  takeBack();
  finish();
  await settled();
  expect(store.known(broken)).toBe("failed");
  expect(store.known(late)).toBe(picture);
  expect(told).toEqual(["broken"]);
  store.clear();
  expect(store.known(late)).toBeNull();
});
