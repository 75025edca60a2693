/**
 * The text of a file that a person chose: UTF-8, or UTF-16 with its mark (as spreadsheets save it), else Windows-1252, as
 * which every file reads. Line ends become `\n`.
 */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes).replaceAll(/\r\n?/gu, "\n");
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Asks for one file and reads it; null when the person cancels. Rejects when the file cannot be read. */
export async function chooseTextFile(accept: string): Promise<{ readonly name: string; readonly text: string } | null> {
  const file = await askForFile(accept);
  return file === null ? null : { name: file.name, text: decodeText(new Uint8Array(await file.arrayBuffer())) };
}

function askForFile(accept: string): Promise<File | null> {
  const field = document.createElement("input");
  field.type = "file";
  field.accept = accept;
  return new Promise((resolve) => {
    field.addEventListener("change", () => resolve(field.files?.[0] ?? null));
    field.addEventListener("cancel", () => resolve(null));
    field.click();
  });
}
