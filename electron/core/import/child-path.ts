import type { JobFile } from "../ports/job-store.ts";

/** Containers that are opened around a file (safety, H4): a zip in a zip in a message. */
export const MAX_DEPTH = 3;

/**
 * Stands between a file and what lies in it: `mail/box.mbox › 0003 Subject.eml › list.xlsx`. The mark is taken out of the
 * names of children, so that a path says one thing only, unless a name on the disk holds it; the account therefore also
 * names the line of the file that held another.
 */
const INSIDE = " › ";

/** The name of a child, fit to be a part of a path that people see. */
export function childName(name: string): string {
  return name.replaceAll("›", ">");
}

/** The path of a child as people see it. */
export function childPath(parentPath: string, name: string): string {
  return parentPath + INSIDE + childName(name);
}

/** The last part of a file's name, without folders. */
export function fileNameOf(file: Pick<JobFile, "shownPath" | "inside">): string {
  const name = file.inside?.name ?? file.shownPath;
  return name.split(/[/\\]/u).findLast((part) => part !== "") ?? name;
}
