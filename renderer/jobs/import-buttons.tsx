import { FilePlus, FolderPlus } from "lucide-react";
import { Button } from "../ui/button.tsx";
import { useImport } from "./use-import.ts";

/** The two dialogs by which files come in. `primary` marks them as what to do next. */
export function ImportButtons({ primary = false }: { readonly primary?: boolean }) {
  const { importFiles, importFolder } = useImport();
  return (
    <>
      <Button icon={<FilePlus aria-hidden />} onClick={importFiles}>
        Import files…
      </Button>
      <Button icon={<FolderPlus aria-hidden />} variant={primary ? "primary" : "plain"} onClick={importFolder}>
        Import folder…
      </Button>
    </>
  );
}
