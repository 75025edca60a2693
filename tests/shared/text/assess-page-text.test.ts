import { describe, expect, test } from "vitest";
import { understandText } from "../../support/understand-text.ts";

const state = (text: string, pictured = 0) => understandText(text, pictured).textState;

const STAMP = "Case 1:25-cv-00766-JEB Document 81 Filed 03/28/25 Page 3 of 41";
const PROSE =
  "The Ministry confirms the readiness of its Government to receive up to three hundred such persons, in one or more groups, on dates to be agreed through the channel of the Office.";

describe("the state of a page's text", () => {
  test("none", () => expect(state("", 1)).toBe("none"));

  test("stamps on a picture", () => {
    expect(state(STAMP, 1)).toBe("stamp-only");
    expect(state(`${STAMP} Page ID #:7984\n\n12`, 0.9)).toBe("stamp-only");
    expect(state(`CV-000323\n\n${STAMP}`, 0.9)).toBe("stamp-only");
  });

  test("stamps on a page without a picture, and words on a picture, are good", () => {
    expect(state(STAMP, 0)).toBe("good");
    expect(state(`${PROSE}\n\n${STAMP}`, 1)).toBe("good");
  });

  test.each([
    ["private use", "\ue001\ue002\ue003 \ue004\ue005 \ue006\ue007"],
    ["replacement characters", "� the ���� of ��� ��"],
    ["glyph numbers", '"7+%-'],
    ["mojibake", "MaÃ±ana el seÃ±or NÃºÃ±ez llegÃ³ con la seÃ±ora GarcÃ­a"],
    [
      "shifted letters",
      PROSE.toLowerCase()
        .repeat(2)
        .replace(/[a-z]/gu, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 9) % 26) + 97)),
    ],
  ])("garbage: %s", (_, text) => expect(state(text)).toBe("garbage"));

  test("garbage: a scan that was recognised badly", () => {
    expect(
      state(
        "fy chee ae ee wet Fee Paf 7 fet sen ma . toy Ad B eo ie ly os ur Se oe eRe gs ff ya ek oc rn pp ts xo vm",
        1,
      ),
    ).toBe("garbage");
  });

  test.each([
    ["English", PROSE],
    ["a table of figures", "Alabama 18,870 23,022 22,650 859 1,178 0 14 15 0\nAlaska 209 3,062 3,209 191 184 0 9 3 0"],
    ["codes", Array.from({ length: 40 }, (_, index) => `XK-${index}-QZJ TRF-41-00${index} V4-KLA`).join("\n")],
    ["names", "Wojciech Szczęsny, Krzysztof Brzęczyszczykiewicz, Zbigniew Żółć, Grzegorz Rzeszów ".repeat(2)],
    ["Chinese", "使用本明信片表格和指南在您的所在州登记投票美国公民使用一般指引哪些人可以使用本申请表"],
    ["Arabic", "انواع الخطوط العربية انواع الخطوط العربية انواع الخطوط العربية"],
    ["Russian", "Министерство иностранных дел свидетельствует своё уважение посольству и имеет честь сообщить"],
    ["a rule", "* * * * *"],
    [
      "German",
      "Das Ministerium bestätigt die Bereitschaft der Regierung, bis zu dreihundert Personen aufzunehmen, und wird die Namen nennen.",
    ],
  ])("good: %s", (_, text) => expect(state(text)).toBe("good"));
});

describe("the language of a page", () => {
  const language = (text: string) => understandText(text).language;

  test.each([
    ["eng", PROSE],
    [
      "spa",
      "La Embajada se complace en comunicar que el primer traslado tendrá lugar el sábado, en tres aeronaves de la Unión.",
    ],
    [
      "fra",
      "Le Ministère confirme que son Gouvernement est prêt à recevoir les personnes dans un ou plusieurs groupes, aux dates qui seront fixées.",
    ],
    [
      "por",
      "O Ministério confirma que o seu Governo está pronto para receber as pessoas em um ou mais grupos, nas datas que não foram ainda acordadas.",
    ],
    [
      "deu",
      "Das Ministerium bestätigt, dass die Regierung bereit ist, die Personen in einer oder mehreren Gruppen aufzunehmen, und nennt die Namen.",
    ],
    ["jpn", "日本語の文書ではこのように書かれています"],
    ["zho", "使用本明信片表格和指南在您的所在州登记投票"],
    ["ara", "انواع الخطوط العربية انواع الخطوط"],
    ["rus", "Министерство иностранных дел свидетельствует своё уважение"],
    ["hin", "अपने राज्य में मतदान करने के लिए इस पोस्टकार्ड फॉर्म और निर्देशिका का प्रयोग"],
  ])("%s", (expected, text) => expect(language(text)).toBe(expected));

  test("a bilingual page is of the language that most of it is in", () => {
    expect(language(`${PROSE} ${PROSE} La Embajada saluda al Ministerio.`)).toBe("eng");
  });

  test("too little, figures and codes say nothing", () => {
    expect(language("SECRET")).toBeNull();
    expect(language("86 PLUS 14. EST 0118. 89 PLUS 12. EST 0122. TRF 301 OFF LANTERN")).toBeNull();
    expect(language("a b c d e f g h i j k l m n o p q r s t u v w x y z")).toBeNull();
  });
});
