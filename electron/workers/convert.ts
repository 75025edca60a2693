import { getHeapStatistics } from "node:v8";
import { parentPort } from "node:worker_threads";
import { createChildSender } from "#adapters/convert/child-sender.ts";
import { convertFile } from "#adapters/convert/convert-file.ts";
import type { ConversionPart, ConversionTask, ConversionValue } from "#adapters/convert/worker-tasks.ts";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { serveTasks, type TaskChannel } from "./serve-tasks.ts";

/**
 * Worker that reads files of unknown origin which are not PDFs, and sets their renditions. It writes no file and logs
 * nothing, and is ended when it hangs. What a library throws besides an orderly refusal spoils it, so it is then replaced.
 */

/** Bytes outside of the JavaScript memory (file contents, pictures, pages), which no limit of Node.js covers. */
const MOST_EXTERNAL_BYTES = 1.5 * 1024 ** 3;
/** Calls of `progress` between two looks at the memory. */
const CALLS_BETWEEN_LOOKS = 64;

function externalBytes(): number {
  return getHeapStatistics().external_memory;
}

async function runTask(
  { request, taken }: ConversionTask,
  channel: TaskChannel<ConversionPart>,
): Promise<{ value: ConversionValue; transfer: readonly ArrayBuffer[] }> {
  let calls = 0;
  const progress = (): void => {
    channel.progress();
    calls += 1;
    if (calls % CALLS_BETWEEN_LOOKS === 0 && externalBytes() > MOST_EXTERNAL_BYTES)
      throw new ProbativeError("import/memory");
  };
  const children = createChildSender({
    post: (part, transfer) => channel.postPart(part, transfer),
    progress,
    taken: new Int32Array(taken),
  });
  const conversion = await convertFile(request, children, progress);
  if (conversion.rendition === null) return { value: conversion, transfer: [] };
  // A copy of its own: what a library made may be part of a buffer that something else still uses.
  const rendition = new Uint8Array(conversion.rendition);
  return { value: { ...conversion, rendition }, transfer: [rendition.buffer] };
}

/** V8 says by an error of its own that it refused a buffer or a string. */
function isRefusedMemory(thrown: unknown): boolean {
  return (
    thrown instanceof RangeError &&
    /allocation failed|Invalid (?:string|typed array|array buffer) length/u.test(thrown.message)
  );
}

if (parentPort === null) throw new Error("this file is the entry of a worker");
serveTasks<ConversionTask, ConversionPart, ConversionValue>(parentPort, {
  run: runTask,
  memoryBytes: externalBytes,
  describeCrash: (thrown) => new ProbativeError(isRefusedMemory(thrown) ? "import/memory" : "import/worker-crashed"),
  isSpoiled: () => false,
});
