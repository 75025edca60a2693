import { FileDown } from "lucide-react";
import { useNavigation } from "../../app/navigation.ts";
import { useClient } from "../../client/use-client.ts";
import { useCallMutation } from "../../client/use-query-call.ts";
import type { MessageKey } from "../../messages/en/english.ts";
import { say } from "../../messages/say.ts";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useFailure } from "./use-failure.ts";
import type { MadeReport } from "./use-term-report.ts";

type Format = "csv" | "xlsx" | "json";

const FORMATS: readonly { readonly id: Format; readonly label: MessageKey }[] = [
  { id: "xlsx", label: "kept.asXlsx" },
  { id: "csv", label: "kept.asCsv" },
  { id: "json", label: "kept.asJson" },
];

/** Writes the report as a file. It is made anew from the list of the report, not from what is being typed. */
export function TermReportExport({ made, disabled }: { readonly made: MadeReport; readonly disabled: boolean }) {
  const { announce } = useNavigation();
  const { shell } = useClient();
  const fail = useFailure();
  const write = useCallMutation("search.export-terms");
  const deliver = async (format: Format) => {
    const file = await write.mutateAsync({ ...made.options, text: made.text, format, overwrite: true });
    await shell.deliver(file);
    announce(say("kept.reportExported", { name: file.name }));
  };
  return (
    <Menu
      placement="bottom-end"
      trigger={(props) => (
        <Button {...props} icon={<FileDown aria-hidden />} busy={write.isPending} disabled={disabled}>
          {say("kept.export")}
        </Button>
      )}
      items={FORMATS.map(({ id, label }) => ({ id, label: say(label), onSelect: () => void deliver(id).catch(fail) }))}
    />
  );
}
