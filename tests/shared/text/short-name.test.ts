import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposeShortName } from "#shared/text/short-name.ts";

const NONE: ReadonlySet<string> = new Set();

describe("proposeShortName", () => {
  it.each([
    ["Complaint", "Compl."],
    ["COMPLAINT FOR DECLARATORY RELIEF", "Compl."],
    ["Complaint — Ortega v. Ministry of Transit", "Compl."],
    ["Verified Class Action Complaint", "Compl."],
    ["Plaintiffs’ Complaint", "Compl."],
    ["Amended Complaint", "Am. Compl."],
    ["First Amended Complaint", "First Am. Compl."],
    ["Second Amended Class Action Complaint", "Second Am. Compl."],
    ["Complaints received in 2024", "Complaints received in 2024"],
    ["Answer to Complaint", "Answer"],
    ["Motion to Dismiss the Complaint", "Mot."],
    ["Defendants' Emergency Motion for a Stay", "Mot."],
    ["Temporary Restraining Order", "TRO"],
    ["Order Granting Motion", "Order"],
    ["Orders of the day", "Orders of the day"],
    ["Memorandum Opinion", "Mem. Op."],
    ["Memorandum in Support of Motion", "Mem."],
    ["Memorandum to file", "Memorandum to file"],
    ["Transcript of Proceedings, 3 April 2025", "Tr."],
    ["Hearing Transcript", "Tr."],
    ["Declaration of Ana Ruiz", "Ana Ruiz Decl."],
    ["Declaration of Ana Ruiz in Support of Motion", "Ana Ruiz Decl."],
    ["Second Declaration of Ana Ruiz, 2 May 2025", "Second Ana Ruiz Decl."],
    ["Affidavit of María-José Núñez", "María-José Núñez Aff."],
    ["Declaration", "Declaration"],
    ["Note Verbale 44/2025", "Note 44/2025"],
    ["Note Verbale No. 44/2025 of the Embassy", "Note 44/2025"],
    ["Diplomatic Note 12", "Note 12"],
    ["Nota Verbal N.º 44/2025", "Nota 44/2025"],
    ["Notes of a meeting", "Notes of a meeting"],
    ["Note to file", "Note to file"],
    ["Exhibit A — Flight log", "Ex. A"],
    ["Exhibit 12", "Ex. 12"],
    ["Exhibition of photographs", "Exhibition of photographs"],
    ["Exhibit and witness list", "Exhibit and witness list"],
    ["Ex. P-4: Payments", "Ex. P-4"],
    ["Flight log", "Flight log"],
    ["Letter to the Committee on External Relations, April 2, 2025", "Letter to the Committee on External"],
    ["Register of Payment Vouchers, 7 March to 2 April 2025", "Register of Payment Vouchers"],
    ["Report on the conditions of detention in the La Salina centre", "Report on the conditions of detention"],
    ["Payments made under the arrangement, by date and recipient", "Payments made under the arrangement"],
    ["Payments that were made to the Ministry, by date", "Payments that were made to the Ministry"],
    ["RE: Fwd: Which figure is ours? (¿cuál es la nuestra?)", "Which figure is ours?"],
    ["Re:", "Re:"],
    ["THE TRAVELLERS AND SHIPPERS COMPANY v. HARBOR AUTHORITY", "THE TRAVELLERS AND SHIPPERS COMPANY"],
    ["Informe sobre las condiciones de los que esperan en La Salina", "Informe sobre las condiciones"],
    ["Llegada de doscientas sesenta personas · Ministerio", "Llegada de doscientas sesenta personas"],
    ["Microsoft Word - Flight log.docx", "Flight log"],
    [" Flight\n log ", "Flight log"],
    [`x${"😀".repeat(40)}`, `x${"😀".repeat(19)}`],
  ])("makes of %j %j", (title, expected) => {
    expect(proposeShortName(title, "file.pdf", NONE)).toBe(expected);
  });

  it("uses the file name when there is no title, and a word when there is neither", () => {
    expect(proposeShortName("", "flight_log-24A.pdf", NONE)).toBe("flight log-24A");
    expect(proposeShortName("untitled", "complaint.pdf", NONE)).toBe("Compl.");
    expect(proposeShortName(" ", ".pdf", NONE)).toBe(".pdf");
    expect(proposeShortName("", "", NONE)).toBe("Document");
  });

  it("is never one that is taken", () => {
    const taken = new Set<string>();
    for (let count = 0; count < 100; count += 1) taken.add(proposeShortName("Complaint", "a.pdf", taken));
    expect(taken.size).toBe(100);
    expect([...taken].slice(0, 4)).toEqual(["Compl.", "Compl. (2)", "Compl. (3)", "Compl. (4)"]);
    expect(taken.has("Compl. (100)")).toBe(true);
  });

  it("is short, trimmed and free for any title", () => {
    const text = fc.string({ unit: "binary", maxLength: 120 });
    fc.assert(
      fc.property(text, text, (title, fileName) => {
        const name = proposeShortName(title, fileName, NONE);
        expect(name).not.toBe("");
        expect(name).toBe(name.trim());
        expect(name.length).toBeLessThanOrEqual(70);
        const second = proposeShortName(title, fileName, new Set([name]));
        expect(second).toBe(`${name} (2)`);
      }),
    );
  });
});
