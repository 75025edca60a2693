import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { importHostile } from "./import-folder.ts";

/** The promise itself (safety, H6). */
const FIVE_SECONDS = 5_000;

test.skipIf(process.platform === "win32")(
  "pipes, sockets, loops of links and devices are skipped with a reason, at once",
  { timeout: FIVE_SECONDS },
  async () => {
    const { account, given } = await importHostile({ "sound.txt": "SPECIMEN of a sound file" }, (folder) => {
      expect(spawnSync("mkfifo", [join(folder, "pipe.pdf")]).status).toBe(0);
      symlinkSync("loop-b.pdf", join(folder, "loop-a.pdf"));
      symlinkSync("loop-a.pdf", join(folder, "loop-b.pdf"));
      symlinkSync(".", join(folder, "itself"));
      symlinkSync("..", join(folder, "parent"));
      symlinkSync("/dev/zero", join(folder, "zero.pdf"));
      symlinkSync("/etc/passwd", join(folder, "passwd.txt"));
      symlinkSync("nowhere", join(folder, "dangling.pdf"));
      // A device of its own needs a privilege, without which the link above stands for it.
      spawnSync("mknod", [join(folder, "device.pdf"), "c", "1", "5"]);
      const deep = join(folder, ...Array.from({ length: 40 }, (_, at) => `level-${at}`));
      mkdirSync(deep, { recursive: true });
      symlinkSync(folder, join(deep, "up"));
      writeFileSync(join(deep, "deep.txt"), "SPECIMEN deep below");
      const server = createServer().listen(join(folder, "socket.pdf"));
      onTestFinished(() => {
        server.close();
      });
    });
    const unread = account.files.filter(({ outcome }) => outcome !== "imported");
    expect(unread.every(({ outcome, reason }) => outcome === "skipped" && reason === "import/not-a-regular-file")).toBe(
      true,
    );
    expect(unread.length).toBeGreaterThanOrEqual(9);
    expect(unread.find(({ path }) => path === join(given, "pipe.pdf"))?.message).toContain("named pipe");
    expect(account).toMatchObject({ imported: 2, failed: 0, pending: 0, given: unread.length + 2 });
  },
);
