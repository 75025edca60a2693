/** Upper halves of the code pages of DOS, which no decoder of the platform knows. */
const DOS: Readonly<Record<number, string>> = {
  437: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  850: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
  852: "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0",
};

/** Code page by the charset of a font (RTF 1.9.1, "Font Table"). */
const BY_CHARSET: Readonly<Record<number, number>> = {
  77: 10_000,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
};

/** Names of code pages in the WHATWG Encoding standard. */
const LABELS: Readonly<Record<number, string>> = {
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  10007: "x-mac-cyrillic",
  20866: "koi8-r",
  21866: "koi8-u",
  65001: "utf-8",
};

/** The code page that a font's letters are written in; null when the charset does not say. */
export function codePageOfCharset(charset: number): number | null {
  return BY_CHARSET[charset] ?? null;
}

const decoders = new Map<number, (bytes: Uint8Array) => string>();

/** Decodes bytes of a code page; an unknown one is read as Windows Western. */
export function decodeCodePage(codePage: number, bytes: Uint8Array): string {
  let decode = decoders.get(codePage);
  if (decode === undefined) {
    decode = makeDecoder(codePage);
    decoders.set(codePage, decode);
  }
  return decode(bytes);
}

function makeDecoder(codePage: number): (bytes: Uint8Array) => string {
  const upper = DOS[codePage];
  if (upper !== undefined)
    return (bytes) => {
      let text = "";
      for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : (upper[byte - 128] ?? "\ufffd");
      return text;
    };
  const isWindows = codePage >= 1250 && codePage <= 1258;
  const decoder = new TextDecoder(LABELS[codePage] ?? (isWindows ? `windows-${codePage}` : "windows-1252"), {
    ignoreBOM: true,
  });
  return (bytes) => decoder.decode(bytes);
}
