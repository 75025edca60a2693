import { parentPort } from "node:worker_threads";
import { NO_METADATA } from "#shared/model/document.ts";
import { createChildSender } from "../../../../electron/adapters/convert/child-sender.ts";
import type {
  ConversionPart,
  ConversionTask,
  ConversionValue,
} from "../../../../electron/adapters/convert/worker-tasks.ts";
import { serveTasks } from "../../../../electron/workers/serve-tasks.ts";

/** Hands out children as a reader does, without waiting: `fileName` says how many megabytes the second one has. */
if (parentPort === null) throw new Error("this file is the entry of a worker");
serveTasks<ConversionTask, ConversionPart, ConversionValue>(parentPort, {
  async run({ request, taken }, channel) {
    const sender = createChildSender({
      post: (part, transfer) => channel.postPart(part, transfer),
      progress: () => channel.progress(),
      taken: new Int32Array(taken),
    });
    sender.begin({ name: "small" });
    sender.write(new Uint8Array([1, 2]));
    sender.write(new Uint8Array([3]));
    sender.end();
    sender.begin({ name: "large" });
    const step = new Uint8Array(100_000);
    for (let sent = 0; sent < Number(request.fileName) * 1_000_000; sent += step.length) {
      step.fill((sent / step.length) % 256);
      sender.write(step);
    }
    sender.end();
    sender.begin({ name: "broken" });
    sender.write(new Uint8Array([9]));
    sender.refuse({ name: "broken", reason: "import/corrupt", message: "checksum" });
    const value = {
      format: "zip",
      rendition: null,
      metadata: NO_METADATA,
      headers: null,
      notices: [],
    } as const;
    return { value, transfer: [] };
  },
  memoryBytes: () => 0,
  describeCrash: (thrown) => {
    throw thrown;
  },
  isSpoiled: () => false,
});
