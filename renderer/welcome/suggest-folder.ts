import { say } from "../messages/say.ts";

/**
 * The folder to suggest for a new case: named after its title, beside the other cases.
 * What drives do not take in a name is left out, so that the folder can be copied anywhere.
 *
 * @param parent the folder that holds cases, in the notation of this machine
 * @param title what has been typed so far
 */
export function suggestCaseFolder(parent: string, title: string): string {
  const separator = parent.includes("\\") && !parent.includes("/") ? "\\" : "/";
  const base = parent.endsWith(separator) ? parent.slice(0, -1) : parent;
  return `${base}${separator}${folderName(title)}.probative`;
}

function folderName(title: string): string {
  const plain = title
    .normalize("NFC")
    .replace(/[<>:"/\\|?*\p{C}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const [short = ""] = [plain.slice(0, 80).trim()];
  return short === "" ? say("welcome.newCase") : short;
}
