import { execFileSync } from "node:child_process";
import { ensureChromium } from "../../support/find-chromium.ts";

/** Once before the browser tests: a browser, and a build of what is in the tree now. */
export default function prepare(): void {
  ensureChromium();
  execFileSync(process.execPath, ["electron/hosts/build/build.ts", "--if-stale"], { stdio: "inherit" });
}
