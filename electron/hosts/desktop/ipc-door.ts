import type { IpcMain, IpcMainInvokeEvent } from "electron";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import { toWireError } from "#shared/errors/wire.ts";
import { CHANNELS } from "./channels.ts";
import type { Reply } from "./messages.ts";
import { isOwnSender } from "./sender-check.ts";

/** The part of Electron's IPC that the door uses. */
export type InvokeHandlers = Pick<IpcMain, "handle">;

/**
 * Answers the window's calls. The door checks who sends; the backend checks name and input.
 *
 * @param call carries a call to the backend; never rejects
 */
export function openIpcDoor(ipc: InvokeHandlers, call: (name: unknown, input: unknown) => Promise<Reply>): void {
  ipc.handle(CHANNELS.call, async (event, name: unknown, input: unknown): Promise<Reply> => {
    if (isOwnSender(event.senderFrame)) return call(name, input);
    return { ok: false, error: toWireError(new ProbativeError("session/forbidden"), () => "") };
  });
}

/**
 * Answers a message that is not a call to the backend, such as one that opens a dialog.
 *
 * @throws ProbativeError `session/forbidden` to a sender that is not our page
 */
export function handleOwn<Answer>(
  ipc: InvokeHandlers,
  channel: string,
  answer: (event: IpcMainInvokeEvent, value: unknown) => Promise<Answer>,
): void {
  ipc.handle(channel, async (event, value: unknown): Promise<Answer> => {
    if (!isOwnSender(event.senderFrame)) throw new ProbativeError("session/forbidden");
    return answer(event, value);
  });
}
