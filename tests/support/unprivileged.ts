/** A user without rights of its own, on Linux and macOS. */
const NOBODY = 65_534;

/**
 * Runs work as a person without special rights: the administrator may read every folder, and tests in a container run as
 * such. As anyone else, it just runs.
 */
export async function withoutPrivileges<T>(work: () => Promise<T>): Promise<T> {
  const { geteuid, seteuid } = process;
  if (geteuid?.() !== 0 || seteuid === undefined) return work();
  seteuid.call(process, NOBODY);
  try {
    return await work();
  } finally {
    seteuid.call(process, 0);
  }
}
