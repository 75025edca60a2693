import { useState } from "react";
import { z } from "zod";
import { readStored, writeStored } from "./storage.ts";

const themeChoiceSchema = z.enum(["light", "dark", "system"]);

/** What the person chose; `system` follows the machine. */
export type ThemeChoice = z.infer<typeof themeChoiceSchema>;

const KEY = "probative.theme";

/** The remembered choice; `system` when there is none. */
export function readThemeChoice(): ThemeChoice {
  const stored = themeChoiceSchema.safeParse(readStored(KEY));
  return stored.success ? stored.data : "system";
}

/** Puts the choice on the root element, where the tokens look for it. */
export function applyTheme(choice: ThemeChoice): void {
  const root = document.documentElement;
  if (choice === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = choice;
}

/** The choice and the way to change it, at once and for next time. */
export function useTheme(): readonly [ThemeChoice, (choice: ThemeChoice) => void] {
  const [choice, setChoice] = useState(readThemeChoice);
  const choose = (next: ThemeChoice) => {
    applyTheme(next);
    writeStored(KEY, next);
    setChoice(next);
  };
  return [choice, choose];
}
