import { PSTFile, type PSTFolder, PSTMessage } from "pst-extractor";
import { PSTUtil } from "pst-extractor/dist/PSTUtil.class.js";
import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { ConversionNotice } from "#shared/model/format.ts";
import { GREATEST_DEPTH } from "../archive/refuse-child.ts";
import { visibleName } from "../archive/visible-name.ts";
import type { Converted, FormatInput } from "../converted.ts";
import { pstMessageDate, pstMessageSender, writePstMessage } from "./pst-message.ts";
import { nameMessage } from "./read-mbox.ts";
import { type ListedMessage, MAX_LISTED, setMailbox } from "./set-mailbox.ts";

/** Folders in folders that are followed: Outlook's own limit is far below. */
const MAX_FOLDER_DEPTH = 50;

/** Lowest five bits of the number of a node that is a message (MS-PST, 2.2.2.1). */
const NODE_TYPE = 0x1f;
const MESSAGE_NODE = 0x04;

type MessageNode = Parameters<typeof PSTUtil.detectAndLoadPSTObject>[1];

interface Mailbox {
  readonly file: PSTFile;
  /** Messages that no folder has claimed yet, by the number of the folder that they lie in. */
  readonly nodes: Map<number, readonly MessageNode[]>;
  readonly listed: ListedMessage[];
  messages: number;
  folders: number;
  damaged: number;
  unreadFolders: number;
}

/**
 * Reads an Outlook data file (.pst and .ost, MS-PST): each message, appointment, contact and task becomes a child, a message
 * of RFC 5322 that is written from its properties in a folder of its own, because it is no file inside of the data file.
 * The pages list them folder by folder. A damaged message is refused by itself.
 *
 * pst-extractor reads intact files well (checked with its own samples of two versions), but for one thing: it lists the
 * messages of a folder from a table of which it may lose most (24 of 160 in one sample). So they are taken from the tree of
 * all nodes, which also has those that lie in no folder. In damaged files it may run in circles, which the deadline for
 * progress ends.
 *
 * @throws ProbativeError `import/encrypted`, `import/corrupt`
 */
export async function readPst(input: FormatInput): Promise<Converted> {
  let file: PSTFile;
  try {
    file = new PSTFile(input.path);
  } catch (thrown) {
    const isEncrypted = thrown instanceof Error && thrown.message.includes("encrypted");
    throw new ProbativeError(isEncrypted ? "import/encrypted" : "import/corrupt", "", {}, thrown);
  }
  const mailbox: Mailbox = {
    file,
    nodes: new Map(),
    listed: [],
    messages: 0,
    folders: 0,
    damaged: 0,
    unreadFolders: 0,
  };
  try {
    const root = openFolders(mailbox);
    readFolder(input, mailbox, root, "", 0);
    for (const folder of [...mailbox.nodes.keys()]) readMessages(input, mailbox, folder, "(in no folder)");
  } finally {
    file.close();
  }
  return setMailbox({
    format: "pst",
    fileName: input.fileName,
    facts: [
      { label: "Mailbox", value: "Outlook data file" },
      { label: "Folders", value: String(mailbox.folders) },
      { label: "Messages", value: String(mailbox.messages) },
    ],
    messages: mailbox.listed,
    notices: listNotices(mailbox),
  });
}

function listNotices({ messages, damaged, unreadFolders }: Mailbox): readonly ConversionNotice[] {
  const notices: ConversionNotice[] = [];
  if (damaged > 0) notices.push({ kind: "damaged-part", detail: `${damaged} messages in it cannot be read.` });
  if (unreadFolders > 0)
    notices.push({ kind: "damaged-part", detail: `Folders inside of ${unreadFolders} folders cannot be read.` });
  if (messages > MAX_LISTED)
    notices.push({
      kind: "cut-at-limit",
      detail: `It holds ${messages} messages; the pages list the first ${MAX_LISTED}.`,
    });
  return notices;
}

function openFolders(mailbox: Mailbox): PSTFolder {
  try {
    for (const [folder, nodes] of mailbox.file.getChildDescriptorTree()) {
      const messages = nodes.filter(({ descriptorIdentifier }) => (descriptorIdentifier & NODE_TYPE) === MESSAGE_NODE);
      if (messages.length > 0) mailbox.nodes.set(folder, messages);
    }
    return mailbox.file.getRootFolder();
  } catch (thrown) {
    throw new ProbativeError("import/corrupt", "Its folders cannot be read.", {}, thrown);
  }
}

function readFolder(input: FormatInput, mailbox: Mailbox, folder: PSTFolder, path: string, depth: number): void {
  mailbox.folders += 1;
  readMessages(input, mailbox, folder.descriptorNodeId.toNumber(), path);
  for (const { name, folder: inner } of listFolders(mailbox, folder)) {
    if (depth >= MAX_FOLDER_DEPTH) mailbox.unreadFolders += 1;
    else readFolder(input, mailbox, inner, path === "" ? name : `${path}/${name}`, depth + 1);
  }
}

function readMessages(input: FormatInput, mailbox: Mailbox, folder: number, path: string): void {
  const nodes = mailbox.nodes.get(folder) ?? [];
  // A damaged tree may lead to a folder again.
  mailbox.nodes.delete(folder);
  for (const node of nodes) {
    input.progress();
    readMessage(input, mailbox, node, path);
  }
}

function listFolders(
  mailbox: Mailbox,
  folder: PSTFolder,
): readonly { readonly name: string; readonly folder: PSTFolder }[] {
  try {
    if (!folder.hasSubfolders) return [];
    return folder.getSubFolders().map((inner) => ({
      name: visibleName(inner.displayName.replaceAll("/", "-")),
      folder: inner,
    }));
  } catch {
    mailbox.unreadFolders += 1;
    return [];
  }
}

function readMessage(input: FormatInput, mailbox: Mailbox, node: MessageNode, folder: string): void {
  mailbox.messages += 1;
  const { children, depth } = input;
  const prefix = folder === "" ? "" : `${folder}/`;
  let subject: string | null = null;
  let date: string | null = null;
  let from: string | null = null;
  let bytes: Uint8Array | null = null;
  let refusal: ListedMessage["refusal"] = depth >= GREATEST_DEPTH ? "import/nested-too-deep" : null;
  try {
    const message: unknown = PSTUtil.detectAndLoadPSTObject(mailbox.file, node);
    // Contacts, appointments and tasks are messages too.
    if (!(message instanceof PSTMessage)) throw new TypeError("a message of the data file is something else");
    subject = visibleName(message.subject.trim()) || null;
    date = pstMessageDate(message);
    from = visibleName(pstMessageSender(message)) || null;
    if (refusal === null) bytes = writePstMessage(message);
  } catch {
    refusal = "import/corrupt";
    mailbox.damaged += 1;
  }
  const name = `${prefix}${nameMessage(mailbox.messages, subject)}`;
  if (refusal !== null || bytes === null) children.refuse({ name, reason: refusal ?? "import/corrupt", message: null });
  else {
    children.begin({ name });
    children.write(bytes);
    children.end();
  }
  if (mailbox.listed.length < MAX_LISTED)
    mailbox.listed.push({ folder: folder || null, date, from, subject, bytes: bytes?.length ?? 0, refusal });
}
