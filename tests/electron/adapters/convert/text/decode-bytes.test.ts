import { describe, expect, test } from "vitest";
import { decodeBytes } from "#adapters/convert/text/decode-bytes.ts";

const RUSSIAN = "Посольство свидетельствует своё уважение и имеет честь сообщить о соглашении. ";
/** Cyrillic letters in windows-1251 (Unicode 1251 mapping table: А is 0xC0, я 0xFF). */
const toWindows1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (letter === "ё") return 0xb8;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });

describe("decoding", () => {
  test.each([
    ["UTF-8", Buffer.from("señor Ω"), "utf-8"],
    ["UTF-8 with its mark", Buffer.from("\ufeffseñor Ω"), "utf-8"],
    ["UTF-16 with its mark", Buffer.from("\ufeffseñor Ω", "utf16le"), "utf-16le"],
    ["UTF-16 of the other order", Buffer.from("\ufeffseñor Ω", "utf16le").swap16(), "utf-16be"],
    ["UTF-16 without a mark", Buffer.from("señor Ω", "utf16le"), "utf-16le"],
  ])("knows %s", (_, bytes, encoding) => {
    expect(decodeBytes(bytes, null)).toEqual({ text: "señor Ω", encoding, source: "known", misfits: 0 });
  });

  test("takes valid UTF-8 for what it is, whatever the file declares", () => {
    expect(decodeBytes(Buffer.from("señor"), "iso-8859-1")).toMatchObject({ text: "señor", source: "known" });
  });

  test("believes a declaration that fits, and guesses when it does not", () => {
    const bytes = toWindows1251(RUSSIAN.repeat(5));
    expect(decodeBytes(bytes, "windows-1251")).toMatchObject({ text: RUSSIAN.repeat(5), source: "declared" });
    expect(decodeBytes(bytes, "utf-8")).toMatchObject({ text: RUSSIAN.repeat(5), source: "guessed", misfits: 0 });
    expect(decodeBytes(bytes, "no-such-encoding")).toMatchObject({ text: RUSSIAN.repeat(5), source: "guessed" });
  });

  test("counts places that do not fit", () => {
    const bytes = Buffer.concat([Buffer.from("é".repeat(50)), Buffer.from([0xff]), Buffer.from("end")]);
    expect(decodeBytes(bytes, "utf-8")).toEqual({
      text: `${"é".repeat(50)}\ufffdend`,
      encoding: "utf-8",
      source: "declared",
      misfits: 1,
    });
  });

  test("gives a text for any bytes", () => {
    const bytes = Uint8Array.from({ length: 4_096 }, (_, index) => (index * 7_919) % 251);
    expect(decodeBytes(bytes, null).text.length).toBeGreaterThan(0);
    expect(decodeBytes(new Uint8Array(), null).text).toBe("");
  });
});
