import { parentPort } from "node:worker_threads";
import type { OcrTask, OcrValue } from "#adapters/ocr/worker-tasks.ts";
import type { FromWorker, ToWorker } from "#adapters/workers/protocol.ts";
import { encodeRuns } from "#shared/text/geometry-codec.ts";

/** A worker that never ends with a page that is one pixel wide, breaks at two pixels, and answers every other at once. */
parentPort?.on("message", (message: ToWorker<OcrTask>) => {
  if (message.kind !== "task" || message.task.kind !== "recognise") return;
  const { width, resolution } = message.task.page;
  if (width === 1) while (true) Math.random();
  if (width === 2) throw new Error("broken");
  const page = { text: "", geometry: encodeRuns([]), confidences: [], confidence: null, turned: 0, skew: 0 } as const;
  const value: OcrValue = { kind: "recognised", page: { ...page, resolution, madeBy: "trial" } };
  parentPort?.postMessage({ kind: "done", value, memoryBytes: 0 } satisfies FromWorker<never, OcrValue>);
});
