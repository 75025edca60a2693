import { ArrowLeftRight, FileDown, FileUp, GitMerge } from "lucide-react";
import { useState } from "react";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { ImportAnnotationsDialog } from "./import-annotations-dialog.tsx";
import { MergeContributionDialog } from "./merge-contribution-dialog.tsx";
import { useExchangeExport } from "./use-exchange-export.ts";

/** What passages are exchanged by with other programs and other people. */
export function PassageExchangeMenu() {
  const [open, setOpen] = useState<"annotations" | "merge" | null>(null);
  const { write, busy } = useExchangeExport();
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        placement="bottom-end"
        items={[
          {
            id: "merge",
            label: say("exchange.mergeContribution"),
            icon: <GitMerge aria-hidden />,
            onSelect: () => setOpen("merge"),
          },
          {
            id: "contribution",
            label: say("exchange.exportContribution"),
            icon: <FileDown aria-hidden />,
            onSelect: () => write("exchange.export-contribution", { overwrite: true }),
          },
          {
            id: "import-annotations",
            label: say("exchange.importAnnotations"),
            icon: <FileUp aria-hidden />,
            separated: true,
            onSelect: () => setOpen("annotations"),
          },
          {
            id: "export-annotations",
            label: say("exchange.exportAnnotations"),
            icon: <FileDown aria-hidden />,
            onSelect: () => write("exchange.export-annotations", { overwrite: true }),
          },
        ]}
        trigger={(props) => (
          <Button {...props} variant="quiet" icon={<ArrowLeftRight aria-hidden />} busy={busy}>
            {say("exchange.passagesMenu")}
          </Button>
        )}
      />
      {open === "annotations" && <ImportAnnotationsDialog onClose={close} />}
      {open === "merge" && <MergeContributionDialog onClose={close} />}
    </>
  );
}
