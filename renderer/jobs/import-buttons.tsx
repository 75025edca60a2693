import { FilePlus, FolderPlus } from "lucide-react";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useImport } from "./use-import.ts";

interface ImportButtonsProps {
  /** Marks them as what to do next. */
  readonly primary?: boolean;
  /** Icons alone, where room is scarce. */
  readonly short?: boolean;
}

/** The two dialogs by which files come in. */
export function ImportButtons({ primary = false, short = false }: ImportButtonsProps) {
  const { importFiles, importFolder } = useImport();
  if (short) {
    return (
      <>
        <IconButton label={say("jobs.importFiles")} icon={<FilePlus aria-hidden />} onClick={importFiles} />
        <IconButton label={say("jobs.importFolder")} icon={<FolderPlus aria-hidden />} onClick={importFolder} />
      </>
    );
  }
  return (
    <>
      <Button icon={<FilePlus aria-hidden />} onClick={importFiles}>
        {say("jobs.importFiles")}
      </Button>
      <Button icon={<FolderPlus aria-hidden />} variant={primary ? "primary" : "plain"} onClick={importFolder}>
        {say("jobs.importFolder")}
      </Button>
    </>
  );
}
