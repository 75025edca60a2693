import { FileDown } from "lucide-react";
import type { JobId } from "#shared/base/ids.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { Button } from "../ui/button.tsx";
import { describeError } from "../ui/describe-error.ts";
import { Menu } from "../ui/menu.tsx";

/** Writes the account of an import as a file: every file and page, how it was read, what was not and why. */
export function ExportAccount({ job }: { readonly job: JobId }) {
  const { announce } = useNavigation();
  const { shell } = useClient();
  const account = useCallMutation("export.account");
  const write = async (format: "csv" | "json") => {
    const file = await account.mutateAsync({ job, format, overwrite: true });
    await shell.deliver(file);
    announce(say("jobs.accountExported", { name: file.name }));
  };
  const choose = (format: "csv" | "json") =>
    void write(format).catch((error: unknown) => {
      const { message, action } = describeError(error);
      announce(`${message} ${action}`, "bad");
    });
  return (
    <Menu
      placement="bottom-end"
      trigger={(props) => (
        <Button {...props} icon={<FileDown aria-hidden />} busy={account.isPending}>
          {say("jobs.exportAccount")}
        </Button>
      )}
      items={[
        { id: "csv", label: say("jobs.asCsv"), onSelect: () => choose("csv") },
        { id: "json", label: say("jobs.asJson"), onSelect: () => choose("json") },
      ]}
    />
  );
}
