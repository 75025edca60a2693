import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { useCallMutation } from "../client/use-query-call.ts";
import { say } from "../messages/say.ts";
import { describeError } from "../ui/describe-error.ts";
import { takeHeldDrop } from "./held-drop.ts";

/** The ways in which files come into the case. Each says what happened; none rejects. */
export interface ImportActions {
  readonly importDrop: (data: DataTransfer) => void;
  /** What was dropped on the welcome screen, for the case that was made for it; nothing when nothing was. */
  readonly importHeld: () => void;
  readonly importFiles: () => void;
  readonly importFolder: () => void;
}

/** Importing by drop and by dialog, the same from every view. */
export function useImport(): ImportActions {
  const navigation = useNavigation();
  const { shell } = useClient();
  const start = useCallMutation("documents.import");

  const run = async (gather: () => Promise<readonly string[] | null>, whenNothing: string) => {
    try {
      const paths = await gather();
      if (paths === null) return;
      if (paths.length === 0) {
        navigation.announce(whenNothing, "bad");
        return;
      }
      await start.mutateAsync({ paths: [...paths] });
      navigation.announce(say("jobs.importStarted"));
    } catch (error) {
      const { message, action } = describeError(error);
      navigation.announce(`${message} ${action}`, "bad");
    }
  };

  return {
    importDrop: (data) => void run(() => shell.receiveDrop(data), say("jobs.nothingDropped")),
    importHeld: () => {
      const give = takeHeldDrop();
      if (give !== null) void run(give, say("jobs.nothingDropped"));
    },
    importFiles: () => void run(() => shell.chooseFiles(), say("jobs.noFileArrived")),
    importFolder: () => void run(() => shell.chooseFolder(), say("jobs.emptyFolder")),
  };
}
