import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where Probative keeps what belongs to the person, not to a case: the list of recent cases and the log.
 * `PROBATIVE_HOME` overrides it.
 */
export function settingsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment["PROBATIVE_HOME"];
  if (chosen !== undefined && chosen !== "") return chosen;
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support", "Probative");
  if (process.platform === "win32") {
    return join(environment["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "Probative");
  }
  return join(environment["XDG_CONFIG_HOME"] || join(homedir(), ".config"), "probative");
}

/** Where new cases are proposed. `PROBATIVE_HOME` keeps them together with the settings. */
export function casesFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment["PROBATIVE_HOME"];
  return chosen !== undefined && chosen !== "" ? join(chosen, "Cases") : join(homedir(), "Probative");
}
