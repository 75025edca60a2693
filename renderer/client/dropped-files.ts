/** A file with the path that it has in what was given: `Exhibits/A.pdf` for a file of a dropped folder. */
export interface GivenFile {
  readonly path: string;
  readonly file: File;
}

/**
 * All files of a drop, folders opened to their depths.
 *
 * The entries are taken from `data` before anything is awaited: a browser empties it when the event has ended.
 */
export async function filesOfDrop(data: DataTransfer): Promise<readonly GivenFile[]> {
  const given = [...data.items]
    .filter((item) => item.kind === "file")
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found: GivenFile[] = [];
  for (const { entry, file } of given) {
    if (entry !== null) await collectEntry(entry, found);
    // What comes from another program's memory is a file without a place in a file system.
    else if (file !== null) found.push({ path: file.name, file });
  }
  return withUniquePaths(found);
}

/** All files of a file field; `webkitRelativePath` is empty unless a folder was chosen. */
export function filesOfField(files: Iterable<File>): readonly GivenFile[] {
  return withUniquePaths([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/**
 * Files that come from different folders can bear one name. All of them are kept: the second goes into a folder `2`, and
 * so on. Letter case is not told apart, because the drive that receives them may not do so either.
 */
export function withUniquePaths(files: readonly GivenFile[]): readonly GivenFile[] {
  const taken = new Set<string>();
  return files.map(({ path, file }) => {
    let unique = path;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${number}/${path}`;
    taken.add(unique.toLowerCase());
    return { path: unique, file };
  });
}

async function collectEntry(entry: FileSystemEntry, found: GivenFile[]): Promise<void> {
  const path = entry.fullPath.replace(/^\/+/, "");
  if (isFileEntry(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    found.push({ path, file });
  } else if (isDirectoryEntry(entry)) {
    for (const child of await readDirectory(entry)) await collectEntry(child, found);
  }
}

/** Chromium gives at most 100 entries at a time; an empty answer is the end. */
async function readDirectory(directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectoryEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
