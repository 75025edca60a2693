import { ProbativeError } from "#shared/errors/probative-error.ts";
import type { ConversionNotice } from "#shared/model/format.ts";
import { describeSize } from "../archive/describe-size.ts";
import { GREATEST_DEPTH } from "../archive/refuse-child.ts";
import type { Converted, FormatInput } from "../converted.ts";
import { findHeadField, HEAD_BYTES } from "./head-field.ts";
import { shortSubject } from "./part-name.ts";
import { type ListedMessage, MAX_LISTED, setMailbox } from "./set-mailbox.ts";
import { splitMbox } from "./split-mbox.ts";

/**
 * Reads a mailbox (mbox): each message becomes a child, named by its number and subject, byte for byte without the line
 * that begins it. The pages list the messages. Neither the mailbox nor a message is held in memory.
 *
 * @throws ProbativeError `import/corrupt` when no message begins in it
 */
export async function readMbox(input: FormatInput): Promise<Converted> {
  const listed: ListedMessage[] = [];
  const refusal = input.depth >= GREATEST_DEPTH ? ("import/nested-too-deep" as const) : null;
  let messages = 0;
  let totalBytes = 0;
  let bytes = 0;
  let head: Uint8Array[] = [];
  let headBytes = 0;
  let name: string | null = null;

  const begin = (): void => {
    const start = Buffer.concat(head);
    const subject = findHeadField(start, "subject");
    name = nameMessage(messages, subject);
    if (messages <= MAX_LISTED)
      listed.push({
        folder: null,
        date: findHeadField(start, "date"),
        from: findHeadField(start, "from"),
        subject,
        bytes: 0,
        refusal,
      });
    if (refusal !== null) input.children.refuse({ name, reason: refusal, message: null });
    else {
      input.children.begin({ name });
      input.children.write(start);
    }
    head = [];
  };

  const found = splitMbox(
    input.path,
    {
      begin() {
        messages += 1;
        bytes = 0;
        headBytes = 0;
        name = null;
      },
      write(chunk) {
        bytes += chunk.length;
        if (name !== null) {
          if (refusal === null) input.children.write(chunk);
          return;
        }
        head.push(chunk);
        headBytes += chunk.length;
        if (headBytes >= HEAD_BYTES) begin();
      },
      end() {
        if (name === null) begin();
        if (refusal === null) input.children.end();
        totalBytes += bytes;
        const last = listed.at(-1);
        if (last !== undefined && messages <= MAX_LISTED) listed[listed.length - 1] = { ...last, bytes };
      },
    },
    input.progress,
  );
  if (!found) throw new ProbativeError("import/corrupt", "No message begins in the mailbox.");
  const notices: readonly ConversionNotice[] =
    messages <= MAX_LISTED
      ? []
      : [{ kind: "cut-at-limit", detail: `It holds ${messages} messages; the pages list the first ${MAX_LISTED}.` }];
  return setMailbox({
    format: "mbox",
    fileName: input.fileName,
    facts: [
      { label: "Mailbox", value: "mbox" },
      { label: "Messages", value: String(messages) },
      { label: "Size of the messages", value: describeSize(totalBytes) },
    ],
    messages: listed,
    notices,
  });
}

/** `0012 Subject of the message.eml`. */
export function nameMessage(number: number, subject: string | null): string {
  return `${String(number).padStart(4, "0")} ${subject === null ? "without subject" : shortSubject(subject)}.eml`;
}
