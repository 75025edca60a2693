/** Bytes that tell a kind of file which is not read. */
interface Signature {
  /** As people call it, with its article where it has one. */
  readonly name: string;
  readonly at: number;
  /** Latin-1 text of the bytes. */
  readonly bytes: string;
}

function starts(bytes: string, name: string): Signature {
  return { name, at: 0, bytes };
}

/** Long enough not to meet by chance: asked before a PDF is looked for behind other bytes, as in an archive that holds one. */
const STRONG: readonly Signature[] = [
  starts("7z\xbc\xaf\x27\x1c", "a 7z archive"),
  starts("Rar!\x1a\x07", "a RAR archive"),
  starts("PK\x07\x08", "a ZIP archive in several pieces"),
  { name: "a tar archive", at: 257, bytes: "ustar" },
  starts("MSCF\0\0\0\0", "a Windows cabinet archive"),
  starts("\xfd7zXZ\0", "a file packed with xz"),
  starts("(\xb5/\xfd", "a file packed with Zstandard"),
  starts("SQLite format 3\0", "an SQLite database"),
  starts("\0\x01\0\0Standard Jet DB", "an Access database"),
  starts("\0\x01\0\0Standard ACE DB", "an Access database"),
  starts("\xffWPC", "a WordPerfect document"),
  starts("%!PS", "a PostScript document"),
  starts("\xc5\xd0\xd3\xc6", "a PostScript picture (EPS)"),
  starts("AT&TFORM", "a DjVu document"),
  starts("ITSF", "Windows help (CHM)"),
  starts("\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "a OneNote section"),
  starts("x\x9f>\x22", "attachments packed by Outlook (TNEF, winmail.dat)"),
  starts("\x1a\0\0\x04\0\0", "a Lotus Notes database"),
  starts("GIF87a", "a GIF picture"),
  starts("GIF89a", "a GIF picture"),
  starts("8BPS", "a Photoshop picture"),
  starts("\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
  starts("\xffO\xffQ", "a JPEG 2000 picture"),
  starts("\0\0\0\x0cJXL ", "a JPEG XL picture"),
  starts("II+\0", "a BigTIFF picture"),
  starts("MM\0+", "a BigTIFF picture"),
  starts("\xd7\xcd\xc6\x9a", "a Windows metafile (WMF)"),
  { name: "a Windows metafile (EMF)", at: 40, bytes: " EMF" },
  starts("OggS", "Ogg sound or video"),
  starts("fLaC", "FLAC sound"),
  starts("#!AMR", "AMR sound"),
  starts("MThd", "MIDI music"),
  starts("\x1aE\xdf\xa3", "Matroska or WebM video"),
  starts("0&\xb2u\x8ef\xcf\x11", "Windows Media sound or video"),
  starts("FLV\x01", "Flash video"),
  starts("\x7fELF", "a program (ELF)"),
  starts("\xca\xfe\xba\xbe", "a program (Java class or Mach-O)"),
  starts("\xcf\xfa\xed\xfe", "a program (Mach-O)"),
  starts("\xce\xfa\xed\xfe", "a program (Mach-O)"),
  starts("\0asm", "a program (WebAssembly)"),
  starts("L\0\0\0\x01\x14\x02\0", "a Windows shortcut"),
  starts("ElfFile\0", "a Windows event log"),
  starts("wOFF", "a font"),
  starts("wOF2", "a font"),
  starts("OTTO\0", "a font"),
  starts("\xd4\xc3\xb2\xa1", "a network capture"),
  starts("\x0a\x0d\x0d\x0a", "a network capture"),
];

/** So short that a PDF behind them is likelier. */
const WEAK: readonly Signature[] = [
  starts("\x1f\x8b\x08", "a file packed with gzip"),
  starts("BZh", "a file packed with bzip2"),
  starts("MZ", "a program (Windows)"),
  starts("ID3", "MP3 sound"),
  starts("\xff\xfb", "MP3 sound"),
  starts("\xff\xf3", "MP3 sound"),
  starts("\xff\xf1", "AAC sound"),
  starts("\0\0\x01\xba", "MPEG video"),
  starts("\0\0\x01\xb3", "MPEG video"),
  starts("\0\0\x01\0", "an icon"),
  starts("BM", "a BMP picture"),
  starts("\0\x01\0\0\0", "a font"),
];

/** Major brands of ISO base media files (ISO/IEC 14496-12), by their first letters. */
const BRANDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:hei|hev|mif1|msf1)/u, "a HEIC picture"],
  [/^avi[fs]/u, "an AVIF picture"],
  [/^M4[AB]/u, "M4A sound"],
  [/^qt/u, "QuickTime video"],
  [/^crx/u, "a camera's raw picture"],
  [/^3g/u, "3GP video"],
];

const RIFF_KINDS: ReadonlyMap<string, string> = new Map([
  ["WAVE", "WAV sound"],
  ["AVI ", "AVI video"],
]);

/**
 * Names a kind of file that is not read, by its bytes.
 *
 * @param head first bytes of the file as Latin-1 text
 * @param strength whether long signatures are asked for, or those that are short enough to meet by chance
 * @returns null when the bytes are none of these
 */
export function nameSignature(head: string, strength: "strong" | "weak"): string | null {
  if (strength === "weak") return findSignature(head, WEAK);
  if (head.slice(4, 8) === "ftyp") {
    const brand = head.slice(8, 12);
    return BRANDS.find(([pattern]) => pattern.test(brand))?.[1] ?? "MP4 video or sound";
  }
  if (head.startsWith("RIFF")) {
    const name = RIFF_KINDS.get(head.slice(8, 12));
    if (name !== undefined) return name;
  }
  return findSignature(head, STRONG);
}

function findSignature(head: string, signatures: readonly Signature[]): string | null {
  return signatures.find(({ at, bytes }) => head.startsWith(bytes, at))?.name ?? null;
}
