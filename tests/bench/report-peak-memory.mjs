// Loaded before the program that is measured, in every process that it starts: writes the most memory that the process
// ever held, in kibibytes, into a file named after it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

const folder = process.env.PROBATIVE_BENCH_MEMORY;
if (folder !== undefined && isMainThread) {
  process.on("exit", () => writeFileSync(join(folder, String(process.pid)), String(process.resourceUsage().maxRSS)));
}
