const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

function contents(words: string): string {
  const text = `BT /F1 14 Tf 72 700 Td (${words}) Tj ET BT /F1 10 Tf 72 60 Td (SPECIMEN) Tj ET`;
  return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
}

function page(content: number, annotations: string): string {
  const resources = "/Resources << /Font << /F1 9 0 R >> >>";
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${resources} /Contents ${content} 0 R /Annots [${annotations}] >>`;
}

function link(left: number, right: number, what: string): string {
  return `<< /Type /Annot /Subtype /Link /Rect [${left} 690 ${right} 716] /Border [0 0 0] ${what} >>`;
}

/** A PDF of three pages with links: to a named place on page 3, to an address, to a script, and on page 3 back again. */
export function linkedPdf(): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Names << /Dests << /Names [(annex) [5 0 R /XYZ 72 500 0]] >> >> >>",
    "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>",
    page(6, "10 0 R 11 0 R 12 0 R"),
    page(7, ""),
    page(8, "13 0 R"),
    contents("See the annex on page 3 and the website of the court"),
    contents("The second page says little"),
    contents("Annex: the exchange of notes"),
    FONT,
    link(72, 200, "/Dest (annex)"),
    link(210, 420, "/A << /S /URI /URI (https://court.example/case?id=1) >>"),
    link(430, 500, "/A << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
    link(72, 200, "/A << /S /Named /N /GoBack >>"),
  ];
  let body = "%PDF-1.7\n";
  const rows = objects.map((object, index) => {
    const at = String(body.length).padStart(10, "0");
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${at} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}`;
  return Buffer.from(
    `${body}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}
