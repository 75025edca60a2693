import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Tests sync hundreds of files; in memory that costs nothing, and no test here is about what survives a power cut. */
const IN_MEMORY = "/dev/shm";

function baseFolder(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    return IN_MEMORY;
  } catch {
    return tmpdir();
  }
}

/** A new empty folder, removed by hand. */
export function createTempFolder(): string {
  return mkdtempSync(join(baseFolder(), "probative-test-"));
}

/** A new empty folder that is removed when the running test ends. */
export function setUpTempFolder(): string {
  const folder = createTempFolder();
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
