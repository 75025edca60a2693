import type { ConversionNotice } from "#shared/model/format.ts";
import type { DecodedText } from "./decode-bytes.ts";

/** Says when the encoding was guessed, or when bytes did not fit it. */
export function noticeEncoding({ encoding, source, misfits }: DecodedText): readonly ConversionNotice[] {
  const notices: ConversionNotice[] = [];
  if (source === "guessed") notices.push({ kind: "encoding", detail: `The encoding was guessed to be ${encoding}.` });
  if (misfits > 0)
    notices.push({
      kind: "encoding",
      detail: `${misfits} places do not fit the encoding ${encoding} and read U+FFFD.`,
    });
  return notices;
}
