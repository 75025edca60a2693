import type { FieldsData } from "@kenjiuno/msgreader";
import { z } from "zod";

// A property may be stored with any type: one that is not what its name says is treated as absent.
const text = z.string().optional().catch(undefined);
const number = z.number().int().optional().catch(undefined);
const bytes = z.instanceof(Uint8Array).optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

const recipientSchema = z.object({
  name: text,
  email: text,
  smtpAddress: text,
  recipType: z.enum(["to", "cc", "bcc"]).optional().catch(undefined),
});

const attachmentSchema = z.object({
  name: text,
  fileName: text,
  fileNameShort: text,
  extension: text,
  pidContentId: text,
  attachmentHidden: flag,
  innerMsgContent: flag,
  innerMsgContentFields: z.object({ subject: text }).optional().catch(undefined),
});

const messageSchema = z.object({
  subject: text,
  senderName: text,
  senderEmail: text,
  senderSmtpAddress: text,
  creatorSMTPAddress: text,
  headers: text,
  messageId: text,
  clientSubmitTime: text,
  messageDeliveryTime: text,
  messageCodepage: number,
  internetCodepage: number,
  body: text,
  bodyHtml: text,
  html: bytes,
  compressedRtf: bytes,
  recipients: z.array(recipientSchema).catch([]),
  attachments: z.array(attachmentSchema).catch([]),
});

/** Properties of an Outlook message that are used. */
export type MessageFields = z.infer<typeof messageSchema>;
export type AttachmentFields = z.infer<typeof attachmentSchema>;

/** Takes what is used out of the library's result. */
export function checkFields(fields: FieldsData): MessageFields {
  return messageSchema.parse({ recipients: [], attachments: [], ...fields });
}
