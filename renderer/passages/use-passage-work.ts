import { useMemo } from "react";
import type { PassageId, PassageLinkId } from "#shared/base/ids.ts";
import type { InputOf } from "#shared/contract/contract.ts";
import type { PassageListItem, ReviewMark } from "#shared/model/passage.ts";
import { useNavigation } from "../app/navigation.ts";
import { useClient } from "../client/use-client.ts";
import { say } from "../messages/say.ts";
import { describeError } from "../ui/describe-error.ts";

/** What a search-like filter asks of an export. */
type ExportInput = InputOf<"export.passages">;

/** What is done to passages while they are reviewed. Failures are announced; a promise then gives false. */
export interface PassageWork {
  readonly toggleMark: (passage: PassageListItem, mark: ReviewMark) => void;
  readonly change: (change: InputOf<"passages.change">) => Promise<boolean>;
  readonly removeMany: (passageIds: readonly PassageId[]) => Promise<boolean>;
  readonly link: (link: InputOf<"passages.link">) => Promise<boolean>;
  readonly unlink: (linkId: PassageLinkId) => Promise<boolean>;
  /** Writes a file and hands it to the person. */
  readonly write: (asked: ExportInput) => Promise<boolean>;
}

/** The commands of reviewing: one step of the history each, however many passages they change. */
export function usePassageWork(): PassageWork {
  const { transport, shell } = useClient();
  const { announce } = useNavigation();
  return useMemo(() => {
    const done = async (run: () => Promise<string | null>): Promise<boolean> => {
      try {
        const said = await run();
        if (said !== null) announce(said);
        return true;
      } catch (error) {
        const { message, action } = describeError(error);
        announce(`${message} ${action}`, "bad");
        return false;
      }
    };
    return {
      toggleMark: (passage, mark) => {
        const isOn = passage.marks.includes(mark);
        const marks = isOn ? { removeMarks: [mark] } : { addMarks: [mark] };
        void done(async () => {
          await transport.call("passages.change", { passages: [passage.passageId], ...marks });
          return null;
        });
      },
      change: (change) =>
        done(async () => {
          const { changed } = await transport.call("passages.change", change);
          return say("passages.changed", { count: changed });
        }),
      removeMany: (passageIds) =>
        done(async () => {
          const { deleted } = await transport.call("passages.delete-many", { passages: [...passageIds] });
          return say("passages.deleted", { count: deleted });
        }),
      link: (link) =>
        done(async () => {
          await transport.call("passages.link", link);
          return say("passages.linked");
        }),
      unlink: (linkId) =>
        done(async () => {
          await transport.call("passages.unlink", { link: linkId });
          return say("passages.unlinked");
        }),
      write: (asked) =>
        done(async () => {
          const file = await transport.call("export.passages", { ...asked, overwrite: true });
          await shell.deliver(file);
          return say("passages.exported", { name: file.name });
        }),
    };
  }, [transport, shell, announce]);
}
