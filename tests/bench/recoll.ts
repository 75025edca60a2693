import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Cost, expectSuccess, isInstalled, measureInParallel, runProcess } from "./run-process.ts";

/** An indexer of whole folders as a peer: it reads the same files and makes a full-text index of them. */
export interface FolderPeer {
  /** Indexes from nothing, with as many threads as it finds right for this machine. */
  measure(): Promise<Cost>;
}

/** Recoll's indexer over copies of these files; null where it is not installed. */
export async function prepareRecoll(folder: string, files: readonly string[]): Promise<FolderPeer | null> {
  if (!(await isInstalled("recollindex", "-h"))) return null;
  const copies = join(folder, "recoll-files");
  await mkdir(copies);
  // It does not follow links, and names of different folders may be the same.
  await Promise.all(files.map((file, index) => copyFile(file, join(copies, `${index}-${basename(file)}`))));
  return {
    measure: async () => {
      const configuration = await mkdtemp(join(folder, "recoll-"));
      // Spelling suggestions are no part of an index of pages.
      await writeFile(join(configuration, "recoll.conf"), `topdirs = ${copies}\nloglevel = 1\nnoaspell = 1\n`);
      const cost = await measureInParallel([configuration], 1, (directory) =>
        expectSuccess(runProcess("recollindex", ["-c", directory, "-z"], { environment: { RECOLL_TMPDIR: folder } })),
      );
      await rm(configuration, { recursive: true, force: true });
      return cost;
    },
  };
}
