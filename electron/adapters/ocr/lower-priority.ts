import { constants, setPriority } from "node:os";

/**
 * Where others want every core, Linux gives a third of what it gives each of them to a niceness of 5, a tenth to 10
 * (`PRIORITY_BELOW_NORMAL`), a seventieth to 19 (`PRIORITY_LOW`). Measured with 19 beside two busy programs on two cores: a
 * page of one second took forty, and longer ones would fail by the time that a page may take. Windows knows classes only,
 * of which this is the first below the usual one.
 */
const BEHIND_OTHERS = process.platform === "win32" ? constants.priority.PRIORITY_BELOW_NORMAL : 5;

/**
 * Lets what people do go before OCR, and leaves OCR enough to come to an end.
 *
 * @param id of a process, or of a thread of this one on Linux. Where it cannot be lowered, it runs as it is.
 */
export function lowerPriority(id: number): void {
  try {
    setPriority(id, BEHIND_OTHERS);
  } catch {
    // It may have ended already, or the system may not allow it: nothing depends on it.
  }
}
