import type { MessageHeaders } from "#shared/model/format.ts";

/**
 * The name that all messages of one exchange share: the first of `References`, else `In-Reply-To`, else the message's own
 * `Message-ID`. It depends on nothing but the message, so that messages end in one thread in whatever order they come.
 *
 * RFC 5322, 3.6.4: `References` begins with the first message of the exchange. Its limits: a program that writes
 * `In-Reply-To` only ties an answer to an answer to the message between, not to the first; and one that cuts `References`
 * short begins a thread of its own.
 *
 * @returns null for what is no message, or bears none of these
 */
export function threadOf(headers: MessageHeaders | null): string | null {
  return headers === null ? null : (headers.references[0] ?? headers.inReplyTo ?? headers.messageId);
}
