import type { ExportedFile } from "#shared/contract/writing-procedures.ts";

/**
 * What the window can do on this machine, which differs between the desktop and a browser.
 * Paths that it returns can be given to `documents.import`.
 */
export interface Shell {
  readonly kind: "desktop" | "web";
  /** Files and folders that were dropped on the window. Empty when nothing usable was dropped. */
  receiveDrop(data: DataTransfer): Promise<readonly string[]>;
  /** Asks for files; null when the person cancels. In a browser the files are sent to the case's incoming folder. */
  chooseFiles(): Promise<readonly string[] | null>;
  /** Asks for a folder to import; null when the person cancels. */
  chooseFolder(): Promise<readonly string[] | null>;
  /**
   * Asks for the folder of a case to open or create. `unavailable` in a browser, where the view asks for a path to type.
   */
  chooseCaseFolder(purpose: "open" | "create"): Promise<string | null | "unavailable">;
  /** Hands an export to the person: a download in a browser, the file shown in its folder on the desktop. */
  deliver(file: ExportedFile): Promise<void>;
  /**
   * Opens an address outside of the workbench: in the person's browser, which learns nothing of where it came from. Only
   * after the person was shown the whole address and said so; `http`, `https` and `mailto` alone.
   */
  openAddress(address: string): void;
  /** Saves what an address of the workbench serves; null where the window saves nothing by itself (the desktop). */
  readonly save: ((address: string, name: string) => void) | null;
}
