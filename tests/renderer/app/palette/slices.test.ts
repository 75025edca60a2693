import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPause, runInSlices } from "../../../../renderer/app/palette/slices.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A clock that each step moves on. */
function steppingClock(milliseconds: number) {
  let time = 0;
  return {
    now: () => time,
    *steps(values: readonly (string | null)[]) {
      for (const value of values) {
        time += milliseconds;
        yield value;
      }
    },
  };
}

test("steps of one slice are shown once, with the latest value", () => {
  const clock = steppingClock(1);
  const show = vi.fn();
  runInSlices(clock.steps(["a", "b", null]), show, clock.now);
  expect(show.mock.calls).toEqual([["b", true]]);
});

test("what takes longer goes on when the window had its turn", () => {
  const clock = steppingClock(5);
  const show = vi.fn();
  runInSlices(clock.steps(["a", "b", "c"]), show, clock.now);
  expect(show.mock.calls).toEqual([["a", false]]);
  vi.runAllTimers();
  expect(show.mock.calls).toEqual([
    ["a", false],
    ["c", false],
    [null, true],
  ]);
});

test("what was stopped shows nothing more", () => {
  const clock = steppingClock(5);
  const show = vi.fn();
  const stop = runInSlices(clock.steps(["a", "b"]), show, clock.now);
  stop();
  vi.runAllTimers();
  expect(show).toHaveBeenCalledTimes(1);
});

test("a pause comes when the slice is used up, and begins a new one", async () => {
  let time = 0;
  const pause = createPause(() => time);
  expect(pause()).toBeNull();
  time = 9;
  const rest = pause();
  expect(rest).toBeInstanceOf(Promise);
  vi.runAllTimers();
  await rest;
  expect(pause()).toBeNull();
});
