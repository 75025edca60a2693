import { FileDown } from "lucide-react";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { usePassageWork } from "../use-passage-work.ts";
import type { AskedFilter } from "./browser-filter.ts";
import type { Arrangement } from "./use-passage-rows.ts";

/** The forms in which passages leave the case. */
export const EXPORT_FORMATS: readonly { readonly format: "csv" | "json" | "md"; readonly label: MessageKey }[] = [
  { format: "csv", label: "passages.asCsv" },
  { format: "json", label: "passages.asJson" },
  { format: "md", label: "passages.asMarkdown" },
];

interface ExportButtonProps {
  readonly filter: AskedFilter;
  readonly arrangement: Arrangement;
  readonly disabled: boolean;
}

/** Writes all passages that the filter lets through. */
export function ExportButton({ filter, arrangement: { sort, descending }, disabled }: ExportButtonProps) {
  const work = usePassageWork();
  return (
    <Menu
      placement="bottom-end"
      items={EXPORT_FORMATS.map(({ format, label }) => ({
        id: format,
        label: say(label),
        onSelect: () => void work.write({ ...filter, sort, descending, format }),
      }))}
      trigger={(props) => (
        <Button {...props} variant="quiet" icon={<FileDown aria-hidden />} disabled={disabled}>
          {say("passages.export")}
        </Button>
      )}
    />
  );
}
