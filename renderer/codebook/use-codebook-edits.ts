import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PassageId, TagId } from "#shared/base/ids.ts";
import type { InputOf, OutputOf } from "#shared/contract/contract.ts";
import type { Tag } from "#shared/model/tag.ts";
import { useNavigation } from "../app/navigation.ts";
import { callKey } from "../client/query-key.ts";
import { useClient } from "../client/use-client.ts";
import { say } from "../messages/say.ts";
import { describeError } from "../ui/describe-error.ts";
import type { TagTarget } from "./move-tag.ts";
import type { TagNode } from "./tag-tree.ts";

/** What can be done to the codebook. Failures are announced, and the promise then gives null. */
export interface CodebookEdits {
  readonly create: (name: string) => Promise<Tag | null>;
  readonly rename: (node: TagNode, name: string) => Promise<boolean>;
  readonly update: (change: InputOf<"tags.update">) => Promise<boolean>;
  readonly move: (node: TagNode, target: TagTarget) => Promise<boolean>;
  readonly archive: (node: TagNode, archived: boolean) => Promise<boolean>;
  readonly merge: (into: Tag, from: readonly TagId[]) => Promise<boolean>;
  readonly split: (tag: Tag, name: string, passages: readonly PassageId[]) => Promise<Tag | null>;
  readonly remove: (tag: Tag) => Promise<boolean>;
}

/** The commands on the codebook. Answers are drawn at once, before the backend's event makes lists be read anew. */
export function useCodebookEdits(): CodebookEdits {
  const { transport } = useClient();
  const { announce } = useNavigation();
  const cache = useQueryClient();
  return useMemo(() => {
    const attempt = async <Value>(run: () => Promise<Value>): Promise<Value | null> => {
      try {
        return await run();
      } catch (error) {
        const { message, action } = describeError(error);
        announce(`${message} ${action}`, "bad");
        return null;
      }
    };
    const draw = ({ tags }: OutputOf<"tags.list">): true => {
      cache.setQueryData<OutputOf<"tags.list">>(callKey("tags.list", {}), { tags });
      return true;
    };
    const drawOne = (tag: Tag) => {
      cache.setQueryData<OutputOf<"tags.list">>(callKey("tags.list", {}), (before) => {
        if (before === undefined) return undefined;
        const at = before.tags.findIndex((other) => other.tagId === tag.tagId);
        return { tags: at < 0 ? [...before.tags, tag] : before.tags.with(at, tag) };
      });
      return tag;
    };
    const done = async (run: () => Promise<true>) => (await attempt(run)) === true;
    return {
      create: (name) => attempt(async () => drawOne(await transport.call("tags.create", { name }))),
      rename: (node, name) => done(async () => draw(await transport.call("tags.rename", { path: node.name, name }))),
      update: (change) =>
        done(async () => {
          drawOne(await transport.call("tags.update", change));
          return true;
        }),
      move: (node, { under, before }) =>
        done(async () => {
          draw(await transport.call("tags.move", { path: node.name, under, ...(before === null ? {} : { before }) }));
          announce(
            under === null
              ? say("codebook.movedToTop", { name: node.leaf })
              : say("codebook.movedBelow", { name: node.leaf, parent: under }),
          );
          return true;
        }),
      archive: (node, archived) =>
        done(async () => {
          draw(await transport.call(archived ? "tags.archive" : "tags.unarchive", { path: node.name }));
          announce(say(archived ? "codebook.archived" : "codebook.restored", { name: node.leaf }));
          return true;
        }),
      merge: (into, from) =>
        done(async () => {
          const { tag, passages } = await transport.call("tags.merge", { into: into.tagId, from: [...from] });
          announce(say("codebook.merged", { name: tag.name, tags: from.length, passages }));
          return true;
        }),
      split: (tag, name, passages) =>
        attempt(async () => {
          const made = await transport.call("tags.split", { tag: tag.tagId, name, passages: [...passages] });
          announce(say("codebook.splitDone", { name: made.tag.name, passages: made.passages }));
          return drawOne(made.tag);
        }),
      remove: (tag) =>
        done(async () => {
          await transport.call("tags.delete", { tag: tag.tagId });
          announce(say("codebook.deleted", { name: tag.name }));
          return true;
        }),
    };
  }, [transport, announce, cache]);
}
