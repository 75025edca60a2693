import { expect, test } from "vitest";
import { chooseAllRows, chooseRow, NO_ROWS } from "../../../renderer/ui/row-selection.ts";

const order = ["a", "b", "c", "d", "e"];
const keysOf = (selection: typeof NO_ROWS) => [...selection.keys].sort().join("");

test("a press selects one row alone, and Ctrl adds or takes out", () => {
  const one = chooseRow(NO_ROWS, order, "b", "alone");
  const two = chooseRow(one, order, "d", "toggle");
  expect(keysOf(two)).toBe("bd");
  expect(two.lead).toBe("d");
  expect(keysOf(chooseRow(two, order, "b", "toggle"))).toBe("d");
  expect(keysOf(chooseRow(two, order, "e", "alone"))).toBe("e");
});

test("Shift selects a stretch from where it began, in either direction", () => {
  const begun = chooseRow(NO_ROWS, order, "c", "alone");
  const down = chooseRow(begun, order, "e", "stretch");
  expect(keysOf(down)).toBe("cde");
  expect(keysOf(chooseRow(down, order, "a", "stretch"))).toBe("abc");
});

test("a stretch from a row that is no longer listed begins at the row that was pressed", () => {
  const begun = chooseRow(NO_ROWS, order, "c", "alone");
  expect(keysOf(chooseRow(begun, ["a", "b"], "b", "stretch"))).toBe("b");
});

test("all rows can be selected, the lead stays", () => {
  const all = chooseAllRows(chooseRow(NO_ROWS, order, "c", "alone"), order);
  expect(keysOf(all)).toBe("abcde");
  expect(all.lead).toBe("c");
});
