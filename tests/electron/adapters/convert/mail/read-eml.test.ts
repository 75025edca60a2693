import { describe, expect, test } from "vitest";
import type { Converted } from "#adapters/convert/converted.ts";
import { readEml } from "#adapters/convert/mail/read-eml.ts";
import type { Block } from "#adapters/convert/rendition.ts";
import { expectFailure } from "../../../../support/expect-failure.ts";
import { collectChildren } from "../collected-children.ts";

/** A black PNG of four pixels by four: more than the pixel or two that a page uses to spy. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAADElEQVR4nGNgIB0AAAA0AAF2Xq7DAAAAAElFTkSuQmCC";

async function read(message: string | Uint8Array, depth = 0) {
  const bytes = typeof message === "string" ? Buffer.from(message.replaceAll("\n", "\r\n"), "utf8") : message;
  const children = collectChildren();
  const converted = await readEml({
    bytes,
    path: "",
    fileName: "specimen.eml",
    depth,
    children,
    progress: () => undefined,
  });
  return { converted, children, blocks: blocksOf(converted) };
}

function blocksOf(converted: Converted): readonly Block[] {
  if (converted.content.kind !== "rendition") throw new Error("there is no rendition");
  return converted.content.rendition.blocks;
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      if (block.kind === "preformatted" || block.kind === "remark") return [block.text];
      return "spans" in block ? [block.spans.map(({ text }) => text).join("")] : [];
    })
    .join("\n");
}

const HEAD = `From: =?utf-8?Q?Ana_Espa=C3=B1a?= <ana@example.org>
To: Ministry <note@example.org>, "Desk, West" <desk@example.org>
Cc: Team: a@example.org, b@example.org;
Subject: =?iso-8859-1?Q?Nota_verbal_n=BA_7?=
Date: Fri, 14 Mar 2025 21:05:09 -0600 (CST)
Message-ID: <seven@example.org>
In-Reply-To: <six@example.org>
References: <one@example.org>
 <six@example.org>
MIME-Version: 1.0
`;

describe("the head of a message", () => {
  test("is decoded, and the date keeps its zone", async () => {
    const { converted, blocks } = await read(`${HEAD}\nSPECIMEN text.\n`);
    expect(converted.headers).toEqual({
      from: "Ana España <ana@example.org>",
      to: ["Ministry <note@example.org>", "Desk, West <desk@example.org>"],
      cc: ["Team: a@example.org, b@example.org;"],
      bcc: [],
      subject: "Nota verbal nº 7",
      date: "2025-03-14T21:05:09-06:00",
      messageId: "seven@example.org",
      inReplyTo: "six@example.org",
      references: ["one@example.org", "six@example.org"],
    });
    expect(converted.metadata).toMatchObject({
      title: "Nota verbal nº 7",
      author: "Ana España <ana@example.org>",
      created: "2025-03-14T21:05:09-06:00",
    });
    expect(blocks[0]).toMatchObject({
      kind: "facts",
      rows: expect.arrayContaining([{ label: "Date", value: "Fri, 14 Mar 2025 21:05:09 -0600 (CST)" }]),
    });
  });

  test("that holds raw bytes is guessed and said so", async () => {
    const { converted } = await read(
      Buffer.from("From: a@example.org\r\nSubject: Señal de la misión en España\r\n\r\nSPECIMEN\r\n", "latin1"),
    );
    expect(converted.headers?.subject).toBe("Señal de la misión en España");
    expect(converted.notices.map(({ kind }) => kind)).toContain("encoding");
  });

  test("of Apple Mail stands between its length and its property list", async () => {
    const message = `${HEAD}\nSPECIMEN text.\n`.replaceAll("\n", "\r\n");
    const wrapped = `${Buffer.byteLength(message)}\n${message}<?xml version="1.0"?><plist><dict/></plist>`;
    const { converted, blocks } = await read(Buffer.from(wrapped, "utf8"));
    expect(converted.headers?.messageId).toBe("seven@example.org");
    expect(textOf(blocks)).toBe("SPECIMEN text.");
  });
});

describe("the body of a message", () => {
  test("shows quotations by their level, and flowed lines as one", async () => {
    const { blocks } = await read(`${HEAD}Content-Type: text/plain; format=flowed

I agree with \nyou.

> The note \n> is late.
>> Is it?
`);
    expect(blocks.slice(2)).toEqual([
      { kind: "paragraph", spans: [{ text: "I agree with you." }] },
      { kind: "paragraph", spans: [{ text: "The note is late." }], quoted: 1 },
      { kind: "paragraph", spans: [{ text: "Is it?" }], quoted: 2 },
    ]);
  });

  const versions = (plain: string, html: string): string => `${HEAD}Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain

${plain}
--b
Content-Type: text/html

${html}
--b--
`;

  test("shows one of two versions that say the same", async () => {
    const { blocks } = await read(
      versions(
        "The flight leaves at nine.\nSee https://example.org/x",
        "<p>The flight <b>leaves</b> at nine. <a href='https://example.org/x'>See</a></p>",
      ),
    );
    expect(textOf(blocks)).toBe("The flight leaves at nine.\nSee https://example.org/x");
  });

  test("shows the HTML when the plain text only stands in for it", async () => {
    const html =
      "<p>The mission requests the transfer of the persons named in the annex before the end of the month.</p>";
    const { blocks } = await read(versions("See HTML.", html));
    expect(textOf(blocks)).toContain("requests the transfer");
  });

  test("shows both versions when they say different things", async () => {
    const { blocks } = await read(
      versions(
        "The mission asks for the release of all seventeen persons at once.",
        "<p>The mission accepts custody of two hundred further persons for a year.</p>",
      ),
    );
    const shown = textOf(blocks);
    expect(shown).toContain("release of all seventeen");
    expect(shown).toContain("custody of two hundred");
    expect(blocks.filter(({ kind }) => kind === "heading")).toHaveLength(2);
  });

  test("counts remote pictures and loads none", async () => {
    const { converted } = await read(
      `${HEAD}Content-Type: text/html\n\n<p>SPECIMEN <img src="https://tracker.example/p.png"></p>\n`,
    );
    expect(converted.notices).toEqual([expect.objectContaining({ kind: "remote-content-not-loaded" })]);
  });

  test.each([
    ["iso-2022-jp", Buffer.from("1b24422439245f245e243b24731b2842", "hex"), "すみません"],
    ["ks_c_5601-1987", Buffer.from("c7d1b1db", "hex"), "한글"],
    ["windows-1251", Buffer.from("cfeef1eeebfcf1f2e2ee", "hex"), "Посольство"],
  ])("is decoded from %s", async (charset, bytes, expected) => {
    const head = Buffer.from(`Subject: x\r\nContent-Type: text/plain; charset=${charset}\r\n\r\n`);
    const { blocks, converted } = await read(Buffer.concat([head, bytes]));
    expect(textOf(blocks)).toBe(expected);
    expect(converted.notices).toEqual([]);
  });

  test("without an encoding is guessed, and said so", async () => {
    const text = "La señora embajadora pidió más información sobre las personas que están en prisión.";
    const { blocks, converted } = await read(
      Buffer.concat([Buffer.from("Subject: x\r\nMIME-Version: 1.0\r\n\r\n"), Buffer.from(text, "latin1")]),
    );
    expect(textOf(blocks)).toBe(text);
    expect(converted.notices).toEqual([expect.objectContaining({ kind: "encoding" })]);
  });
});

describe("the parts of a message", () => {
  const mixed = (...parts: readonly string[]): string =>
    `${HEAD}Content-Type: multipart/mixed; boundary=m\n\n${parts.map((part) => `--m\n${part}\n`).join("")}--m--\n`;
  const text = "Content-Type: text/plain\n\nSPECIMEN";

  test("are named as they are encoded, and by their type when they have no name", async () => {
    const { children, blocks } = await read(
      mixed(
        text,
        "Content-Type: application/pdf\nContent-Disposition: attachment; filename*0*=utf-8''a%C3%B1o; filename*1=\"-2025.pdf\"\n\nx",
        'Content-Type: application/pdf; name="=?utf-8?Q?=C3=81rbol.pdf?="\n\ny',
        "Content-Type: image/tiff\nContent-Disposition: attachment\n\nz",
        "Content-Type: application/x-unheard\n\nw",
      ),
    );
    expect(children.files.map(({ name, bytes }) => [name, bytes.toString().trim()])).toEqual([
      ["año-2025.pdf", "x"],
      ["Árbol.pdf", "y"],
      ["attachment-3.tif", "z"],
      ["attachment-4.bin", "w"],
    ]);
    expect(blocks[0]).toMatchObject({
      rows: expect.arrayContaining([{ label: "Attachments", value: expect.stringContaining("año-2025.pdf (") }]),
    });
  });

  test("that are messages become messages of their own", async () => {
    const inner = `From: c@example.org\nSubject: The inner note\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\ninner text\n--i--\n`;
    const { children, blocks } = await read(mixed(text, `Content-Type: message/rfc822\n\n${inner}`));
    expect(children.files.map(({ name }) => name)).toEqual(["The inner note.eml"]);
    expect(children.files[0]?.bytes.toString()).toContain("inner text");
    expect(textOf(blocks)).toBe("SPECIMEN");
  });

  const related = (disposition: string): string => `${HEAD}Content-Type: multipart/related; boundary=r

--r
Content-Type: text/html

<p>SPECIMEN before <img src="cid:logo%40x"> after</p>
--r
Content-Type: image/png
Content-ID: <logo@x>${disposition}
Content-Transfer-Encoding: base64

${PNG}
--r--
`;

  test("that are pictures of the text are shown and are no children", async () => {
    const { children, blocks } = await read(related(""));
    expect(blocks.filter(({ kind }) => kind === "picture")).toHaveLength(1);
    expect(children.files).toEqual([]);
  });

  test("that are pictures which cannot be shown become files", async () => {
    const cut = related("").replace(PNG, PNG.slice(0, 60));
    expect((await read(cut)).children.files.map(({ name }) => name)).toEqual(["attachment-1.png"]);
  });

  test("that are shown and attached are both", async () => {
    const { children, blocks } = await read(related("\nContent-Disposition: attachment; filename=logo.png"));
    expect(blocks.filter(({ kind }) => kind === "picture")).toHaveLength(1);
    expect(children.files.map(({ name }) => name)).toEqual(["logo.png"]);
  });

  test("that Outlook or a cipher packed are handed out and said to be closed", async () => {
    const { children, converted } = await read(
      mixed(
        text,
        "Content-Type: application/ms-tnef; name=winmail.dat\n\nx",
        "Content-Type: application/pkcs7-mime\n\ny",
      ),
    );
    expect(children.files.map(({ name }) => name)).toEqual(["winmail.dat", "attachment-2.p7m"]);
    expect(converted.notices.map(({ kind }) => kind)).toEqual(["content-not-shown", "content-not-shown"]);
  });

  test("are refused in the third container, and listed with the reason", async () => {
    const { children, blocks } = await read(mixed(text, "Content-Type: application/pdf; name=a.pdf\n\nx"), 3);
    expect(children.files).toEqual([]);
    expect(children.refused).toEqual([{ name: "a.pdf", reason: "import/nested-too-deep", message: null }]);
    expect(JSON.stringify(blocks[0])).toContain("not taken out");
  });

  test("text outside of the parts is shown, but not what explains MIME", async () => {
    const outside = mixed(text).replace("--m\n", "A hidden sentence.\n--m\n");
    expect(textOf((await read(outside)).blocks)).toContain("A hidden sentence.");
    const usual = mixed(text).replace("--m\n", "This is a multi-part message in MIME format.\n--m\n");
    expect(textOf((await read(usual)).blocks)).toBe("SPECIMEN");
  });

  test("lines among the headers that are no headers are shown", async () => {
    const { blocks } = await read(
      "From a@example.org Fri Mar 14 21:05:09 2025\nSubject: x\nA stray sentence.\n\nSPECIMEN\n",
    );
    expect(textOf(blocks)).toBe("Lines among the headers that are no headers\nA stray sentence.\nSPECIMEN");
  });

  test("a multipart without a boundary is still read", async () => {
    const { blocks } = await read(`${HEAD}Content-Type: multipart/mixed\n\nSPECIMEN all the same\n`);
    expect(textOf(blocks)).toBe("SPECIMEN all the same");
  });
});

describe("limits", () => {
  test("more than 10,000 parts", async () => {
    const message = `${HEAD}Content-Type: multipart/mixed; boundary=m\n\n${"--m\n\nx\n".repeat(10_001)}--m--\n`;
    await expectFailure("import/unsafe-archive", () => read(message));
  });

  test("parts nested more than 50 deep", async () => {
    let message = HEAD;
    for (let depth = 0; depth < 60; depth += 1)
      message += `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n`;
    await expectFailure("import/unsafe-archive", () => read(`${message}\nx\n`));
  });

  test("a message that is cut or has flipped bytes is read or refused with a reason", async () => {
    const whole = Buffer.from(
      `${HEAD}Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/html\n\n<p>SPECIMEN <img src="cid:a"></p>\n--m\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n${PNG}\n--m--\n`,
    );
    for (let index = 0; index < whole.length; index += 3) {
      const flipped = Buffer.from(whole);
      flipped[index] = (flipped[index] ?? 0) ^ (1 << (index % 8));
      for (const bytes of [whole.subarray(0, index), flipped]) expect((await read(bytes)).converted.format).toBe("eml");
    }
  });
});

describe("a saved web page", () => {
  test("shows its address, its text and its pictures, and has neither sender nor children", async () => {
    const { converted, children, blocks } = await read(`From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/pages/one.html
Subject: =?utf-8?Q?One_page?=
Date: Fri, 14 Mar 2025 21:05:09 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="p"

--p
Content-Type: text/html
Content-Location: https://example.org/pages/one.html

<html><title>One page</title><link rel=stylesheet href="x.css"><p>SPECIMEN page <img src="../i/seal.png"></p></html>
--p
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://example.org/i/seal.png

${PNG}
--p
Content-Type: text/css
Content-Location: https://example.org/pages/x.css

p { color: red }
--p--
`);
    expect(converted.format).toBe("mhtml");
    expect(converted.headers).toBeNull();
    expect(converted.metadata.title).toBe("One page");
    expect(children.files).toEqual([]);
    expect(textOf(blocks)).toContain("SPECIMEN page");
    expect(blocks.filter(({ kind }) => kind === "picture")).toHaveLength(1);
    expect(JSON.stringify(blocks[0])).toContain("https://example.org/pages/one.html");
  });
});
