/** The origin of the workbench's own page. */
export const APP_ORIGIN = "probative://app";

/** The parts of a frame that tell whose it is. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** True when a message was sent by the top frame of our own page, and by nothing that was loaded into or instead of it. */
export function isOwnSender(frame: SenderFrame | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url);
}

/** True for an address of our own scheme and host. */
export function isOwnAddress(address: string): boolean {
  return address === APP_ORIGIN || address.startsWith(`${APP_ORIGIN}/`);
}
