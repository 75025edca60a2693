import type { CasePorts } from "#core/backend-context.ts";
import { createPassage } from "#core/passages/edit-passage.ts";
import type { DocumentId, PassageId } from "#shared/base/ids.ts";
import type { PassageListItem } from "#shared/model/passage.ts";
import { setUpTestCase, type TestCase } from "../../../support/test-case.ts";

/** Two documents with text, in a case of their own. */
export interface TaggingCase {
  readonly test: TestCase;
  readonly ports: CasePorts;
  readonly note: DocumentId;
  readonly order: DocumentId;
  /** Tags words of the note, or of the order when it says so. */
  tag(
    quote: string,
    tags: readonly string[],
    more?: { readonly in?: DocumentId; readonly note?: string },
  ): PassageListItem;
  /** The tags of a passage, by name. */
  tagsOf(passageId: PassageId): readonly string[];
  /** Names of all tags, in the order of the codebook. */
  names(): readonly string[];
}

/** Makes a case for tests of tagging; it is gone when the running test ends. */
export async function setUpTagging(): Promise<TaggingCase> {
  const test = await setUpTestCase();
  const pages = [
    "SPECIMEN\nThe Embassy will house the persons\nfor one year.",
    "SPECIMEN\nIt paid six million dollars.",
  ];
  const note = await test.importOne({ title: "Note", pages });
  const order = await test.importOne({ title: "Order", pages: ["SPECIMEN\nThe court denies the motion."] });
  const ports = test.ports();
  const names = () => ports.tags.list().map(({ name }) => name);
  return {
    test,
    ports,
    note,
    order,
    names,
    tag: (quote, tags, more = {}) =>
      createPassage(ports, { document: more.in ?? note, quote, tag: tags, note: more.note ?? "" }),
    tagsOf: (passageId) => {
      const byId = new Map(ports.tags.list().map(({ tagId, name }) => [tagId, name]));
      return (ports.passages.find(passageId)?.tagIds ?? []).flatMap((tagId) => byId.get(tagId) ?? []);
    },
  };
}
