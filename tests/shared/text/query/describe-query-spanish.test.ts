import { describe, expect, it } from "vitest";
import { SPANISH_PHRASES } from "#shared/text/query/describe-phrases-spanish.ts";
import { describeCondition, describeNode, describeQuery } from "#shared/text/query/describe-query.ts";
import { parsed } from "./compact-tree.ts";

describe("describeQuery in Spanish", () => {
  it.each([
    ["detain", "tienen detain (y sus otras formas)"],
    ["=Núñez", "tienen “Núñez” con sus acentos"],
    ["joh*", "tienen joh* (cualquier palabra así escrita)"],
    ["smith~2", "tienen smith (o una palabra con hasta dos letras distintas)"],
    [
      'detain w/5 "de la cruz" kind:order NOT transfer',
      "tienen detain (y sus otras formas) a no más de 5 palabras de “de la cruz”, y son órdenes judiciales, y no tienen transfer (y sus otras formas) en ninguna parte",
    ],
    ['"a" "b" ("c" OR "d")', "tienen “a”, “b” y cualquiera de “c” o “d”"],
    ['"a" ("b" OR kind:order)', "tienen “a”, y (tienen “b”; o son órdenes judiciales)"],
    ['"a" pre/3 "b"', "tienen “a” seguido a no más de 3 palabras de “b”"],
    ['"a" w/1 "b"', "tienen “a” junto a “b”"],
    ['"a" not w/5 "b"', "tienen “a” sin “b” a no más de 5 palabras"],
    ['"a" not pre/5 "b"', "tienen “a” sin que le siga “b” a no más de 5 palabras"],
    ['"a" w/5 ("b" "c")', "tienen “a” a no más de 5 palabras de (“b” y “c” a la vez)"],
    ['"c" NOT ("a" "b")', "tienen “c”, y no tienen “a” y “b” a la vez"],
    ['"c" NOT ("a" kind:order)', "tienen “c”, y no están entre los que (tienen “a”, y son órdenes judiciales)"],
    ['page:("a" NOT "b")', "tienen páginas (que tienen “a”, y no tienen “b” ahí)"],
    ["date:2025 NOT date:2025-03", "están fechados en 2025, y no están fechados en marzo de 2025"],
  ])("says %j in words", (source, words) => {
    expect(describeQuery(parsed(source).node, SPANISH_PHRASES)).toBe(`documentos que ${words}`);
  });
});

describe("describeCondition in Spanish", () => {
  it.each([
    ['title:"of removal"', "“of removal” en el título"],
    ["source:*", "alguna fuente"],
    ["lang:es", "páginas en español"],
    ["date:2025-03-05", "fechados el 5 de marzo de 2025"],
    ["date:2025-03-13..2025-04", "fechados desde el 13 de marzo de 2025 hasta abril de 2025"],
    ["filed:<2025", "páginas selladas como presentadas en 2024 o antes"],
    ["pages:>100", "101 páginas o más"],
    ["bates:12", "el número Bates 12 de cualquier serie"],
    ["exemption:b6", "páginas con la exención (b)(6)"],
    ["amount:4760000.5USD", "sumas de 4.760.000,5 USD"],
    ["amount:{1000 TO 5000]", "sumas de más de 1000 y de hasta 5000"],
    ["confidence:>=80", "páginas que el OCR leyó con una confianza de al menos 80"],
  ])("says %j in a phrase", (source, words) => {
    const { node } = parsed(source);
    expect(node.kind === "field" ? describeCondition(node.condition, SPANISH_PHRASES) : "").toBe(words);
  });
});

describe("describeNode in Spanish", () => {
  it.each([
    ["a b", "todo lo siguiente"],
    ["a OR b", "algo de lo siguiente"],
    ["page:(a)", "en una misma página"],
    ["a not w/5 b", "sin … a no más de 5 palabras"],
  ])("labels %j", (source, label) => {
    expect(describeNode(parsed(source).node, SPANISH_PHRASES)).toBe(label);
  });
});
