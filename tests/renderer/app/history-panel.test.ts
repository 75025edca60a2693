import { expect, test } from "vitest";
import { historyRows } from "../../../renderer/app/history-panel.tsx";

const step = (sequence: number) => ({ sequence, label: `step ${sequence}`, at: "2025-03-13T10:00:00.000Z" });

test("states stand from what was undone down to the beginning, each with the steps that lead there", () => {
  const rows = historyRows({ undo: [step(3), step(2)], redo: [step(4), step(5)] });
  expect(rows.map(({ step: its, away }) => [its?.sequence ?? null, away])).toEqual([
    [5, 2],
    [4, 1],
    [3, 0],
    [2, -1],
    [null, -2],
  ]);
});

test("with all of it undone the case stands at the beginning", () => {
  expect(historyRows({ undo: [], redo: [step(1)] }).map(({ away }) => away)).toEqual([1, 0]);
});
