import { type RtfReading, storyOf } from "./reading.ts";

/** Word has at most 63 cells in a row. */
const MAX_CELLS = 256;

/** Rows and cells. @returns false for other words */
export function applyTableWord(reading: RtfReading, word: string, parameter: number | null): boolean {
  const level = Math.max(2, reading.state.paragraph.tables);
  switch (word) {
    case "trowd":
      reading.definitions = [];
      reading.isHeaderRow = false;
      break;
    case "trhdr":
      reading.isHeaderRow = true;
      break;
    case "clvmgf":
      reading.nextDefinition = { ...reading.nextDefinition, merge: "first-below" };
      break;
    case "clvmrg":
      reading.nextDefinition = { ...reading.nextDefinition, merge: "below" };
      break;
    case "clmrg":
      reading.nextDefinition = { ...reading.nextDefinition, isAcross: true };
      break;
    case "cellx":
      if (reading.definitions.length < MAX_CELLS)
        reading.definitions.push({ ...reading.nextDefinition, right: parameter ?? 0 });
      reading.nextDefinition = { merge: "none", isAcross: false };
      break;
    case "cell":
      storyOf(reading)?.endCell(reading.state.paragraph, 1);
      break;
    case "nestcell":
      storyOf(reading)?.endCell(reading.state.paragraph, level);
      break;
    case "row":
      storyOf(reading)?.endRow(reading.definitions, reading.isHeaderRow, 1);
      break;
    case "nestrow":
      storyOf(reading)?.endRow(reading.definitions, reading.isHeaderRow, level);
      break;
    default:
      return false;
  }
  return true;
}
