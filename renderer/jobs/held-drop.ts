import { filesOfDrop } from "../client/dropped-files.ts";
import { sendFiles } from "../client/send-files.ts";
import type { Client } from "../client/use-client.ts";

/** Brings what was dropped to where an import finds it, and tells the paths. There has to be a case by then. */
export type GiveDropped = () => Promise<readonly string[]>;

let held: GiveDropped | null = null;

/** Keeps what was dropped for the case that is about to be opened; null: for none. */
export function holdDrop(give: GiveDropped | null): void {
  held = give;
}

/** What is kept, once. */
export function takeHeldDrop(): GiveDropped | null {
  const give = held;
  held = null;
  return give;
}

/**
 * Reads a drop at once, as it has to be, and hands it on later. On the desktop that is paths alone; a browser's files go
 * to the folder of a case, which is not there yet.
 */
export function readDrop({ shell, transfers }: Client, data: DataTransfer): GiveDropped {
  if (shell.kind === "desktop") {
    const paths = shell.receiveDrop(data);
    return () => paths;
  }
  const files = filesOfDrop(data);
  return async () => {
    const given = await files;
    const folder = given.length === 0 ? null : await sendFiles(given, fetch.bind(window), transfers);
    return folder === null ? [] : [folder];
  };
}
