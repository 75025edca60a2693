import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyAppearance } from "../../../renderer/ui/appearance.ts";

const stored = new Map<string, string>();
const dataset: Record<string, string> = {};

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("window", { localStorage: { getItem: (key: string) => stored.get(key) ?? null } });
  vi.stubGlobal("document", { documentElement: { dataset } });
});
afterEach(() => vi.unstubAllGlobals());

test("what was chosen stands on the root, where the tokens look for it", () => {
  stored.set("probative.theme", '"dark"');
  stored.set("probative.textSize", '"large"');
  applyAppearance();
  expect(dataset).toEqual({ theme: "dark", textSize: "large" });
});

test("what holds until somebody chooses, or cannot be read, leaves the root as it is", () => {
  Object.assign(dataset, { theme: "dark", density: "compact" });
  stored.set("probative.theme", '"system"');
  stored.set("probative.density", "not JSON");
  stored.set("probative.motion", '"wild"');
  applyAppearance();
  expect(dataset).toEqual({});
});
