import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SharedOpenings } from "../../../renderer/reader/shared-openings.ts";

/** Documents that open at once, and what became of them. */
function makeOpenings() {
  const log: string[] = [];
  const fail = new Map<string, (error: Error) => void>();
  const openings = new SharedOpenings<string>((url, onFailure) => {
    log.push(`open ${url}`);
    fail.set(url, onFailure);
    return { pdf: Promise.resolve(`pdf of ${url}`), close: () => log.push(`close ${url}`) };
  });
  return { openings, log, fail };
}
const ignore = (): void => undefined;

describe("SharedOpenings", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("opens a document once for all who show it, and closes it a while after the last has gone", async () => {
    const { openings, log } = makeOpenings();
    const preview = openings.open("a", ignore);
    const reader = openings.open("a", ignore);
    expect(await reader.pdf).toBe("pdf of a");
    expect(reader.pdf).toBe(preview.pdf);
    preview.close();
    vi.advanceTimersByTime(60_000);
    expect(log).toEqual(["open a"]);
    reader.close();
    vi.advanceTimersByTime(1000);
    expect(log).toEqual(["open a"]);
    vi.advanceTimersByTime(60_000);
    expect(log).toEqual(["open a", "close a"]);
  });

  it("goes on with a document that was let go of a moment ago", () => {
    const { openings, log } = makeOpenings();
    openings.open("a", ignore).close();
    const again = openings.open("a", ignore);
    vi.advanceTimersByTime(60_000);
    expect(log).toEqual(["open a"]);
    again.close();
    vi.advanceTimersByTime(60_000);
    expect(log).toEqual(["open a", "close a"]);
    openings.open("a", ignore);
    expect(log).toEqual(["open a", "close a", "open a"]);
  });

  it("keeps no more than one document that nobody shows", () => {
    const { openings, log } = makeOpenings();
    openings.open("a", ignore).close();
    openings.open("b", ignore).close();
    expect(log).toEqual(["open a", "open b", "close a"]);
  });

  it("lets a view go only once", () => {
    const { openings, log } = makeOpenings();
    const first = openings.open("a", ignore);
    openings.open("a", ignore);
    first.close();
    first.close();
    vi.advanceTimersByTime(60_000);
    expect(log).toEqual(["open a"]);
  });

  it("tells every view of a failure, and opens the document anew for who tries again", () => {
    const { openings, log, fail } = makeOpenings();
    const [first, second] = [vi.fn(), vi.fn()];
    const one = openings.open("a", first);
    openings.open("a", second).close();
    const other = openings.open("a", second);
    fail.get("a")?.(new Error("cut off"));
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).toHaveBeenCalledTimes(1);
    openings.open("a", ignore);
    expect(log).toEqual(["open a", "open a"]);
    one.close();
    other.close();
    expect(log).toEqual(["open a", "open a", "close a"]);
  });

  it("opens a document anew that could not be opened", async () => {
    const open = vi.fn(() => ({ pdf: Promise.reject(new Error("damaged")), close: ignore }));
    const openings = new SharedOpenings<string>(open);
    await expect(openings.open("a", ignore).pdf).rejects.toThrow("damaged");
    await expect(openings.open("a", ignore).pdf).rejects.toThrow("damaged");
    expect(open).toHaveBeenCalledTimes(2);
  });
});
