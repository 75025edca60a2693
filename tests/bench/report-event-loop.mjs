// Loaded before a host that is measured: writes how long its event loop stood still at most, in milliseconds, into the
// file that it was given. SIGUSR2 starts to count anew, so that starting the program is left out.
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

const file = process.env.PROBATIVE_BENCH_EVENT_LOOP;
if (file !== undefined && isMainThread) {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  process.on("SIGUSR2", () => delays.reset());
  process.on("exit", () =>
    writeFileSync(file, JSON.stringify({ longest: delays.max / 1e6, p99: delays.percentile(99) / 1e6 })),
  );
}
