import { beforeEach, expect, test, vi } from "vitest";
import { createPanelMemory, partOfMemory } from "../../../renderer/ui/panel-memory.ts";

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("window", {
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
    },
  });
});

test("each case remembers its own panels; a new one begins as the latest was left", () => {
  const first = createPanelMemory("/cases/first");
  first.write("width/details", "400");
  const second = createPanelMemory("/cases/second");
  expect(second.read("width/details")).toBe("400");
  second.write("width/details", "250");
  expect(createPanelMemory("/cases/first").read("width/details")).toBe("400");
  expect(createPanelMemory("/cases/third").read("width/details")).toBe("250");
});

test("what stands in two places at once remembers each by itself", () => {
  const memory = createPanelMemory("/cases/first");
  const part = partOfMemory(memory, "split-one", { "reader-side": "none" });
  expect([part.read("reader-side"), memory.read("reader-side")]).toEqual(["none", null]);
  let told = 0;
  const stop = part.subscribe(() => {
    told += 1;
  });
  part.write("reader-side", "brief");
  stop();
  part.write("reader-side", "none");
  expect([told, part.read("reader-side"), memory.read("reader-side")]).toEqual([1, "none", null]);
});

test("what cannot be read is as good as nothing", () => {
  stored.set("probative.panels./cases/first", "[1]");
  expect(createPanelMemory("/cases/first").read("width/details")).toBeNull();
});
