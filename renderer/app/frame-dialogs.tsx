import { useState } from "react";
import { CheckCertificateDialog } from "../search/kept/check-certificate-dialog.tsx";
import { SynonymsDialog } from "../search/kept/synonyms-dialog.tsx";
import { useSavedSearches } from "../search/kept/use-saved-searches.ts";
import { useNavigation } from "./navigation.ts";
import { chooseItem } from "./palette/choose-item.ts";
import { Palette } from "./palette/palette.tsx";
import { createPaletteIndex } from "./palette/palette-index.ts";
import { ShortcutSheet } from "./shortcut-sheet.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import type { Commands } from "./use-commands.ts";
import { VerifyDialog } from "./verify-dialog.tsx";

interface FrameDialogsProps {
  readonly commands: Commands;
  /** Folder of the case. */
  readonly directory: string;
}

/** What commands open over the workbench: one at a time. */
export function FrameDialogs({ commands, directory }: FrameDialogsProps) {
  const navigation = useNavigation();
  const { run: runSearch } = useSavedSearches();
  const [index] = useState(createPaletteIndex);
  const { dialog, closeDialog, run, isOffered } = commands;
  return (
    <>
      {dialog === "palette" && (
        <Palette
          index={index}
          directory={directory}
          isOffered={isOffered}
          onChoose={(item, beside) => chooseItem(item, { navigation, runCommand: run, runSearch, beside })}
          onSearch={(text) => navigation.setQuery(text)}
          onClose={closeDialog}
        />
      )}
      <ShortcutsDialog open={dialog === "shortcuts"} onClose={closeDialog} onPrint={() => commands.setPrints(true)} />
      {commands.prints && <ShortcutSheet onDone={() => commands.setPrints(false)} />}
      <VerifyDialog open={dialog === "verify"} onClose={closeDialog} />
      <SynonymsDialog open={dialog === "synonyms"} onClose={closeDialog} />
      <CheckCertificateDialog open={dialog === "certificate"} onClose={closeDialog} />
    </>
  );
}
