import type { SectionTranslation } from "./search-language-translation.ts";

/** What users of other programs need to know, in Spanish, by English title. */
export const OTHERS_IN_SPANISH: Readonly<Record<string, SectionTranslation>> = {
  "For dtSearch users": {
    title: "Para usuarios de dtSearch",
    introduction:
      "Las búsquedas pueden pegarse. Las palabras una junto a otra deben encontrarse todas y no son una frase: ponga una frase entre comillas. AND une más que OR: ponga paréntesis donde haya ambos.",
    entries: {
      "a w/5 b, a pre/5 b, a not w/5 b, a and not b": { meaning: "Se lee como en dtSearch." },
      "appl* appl?": { meaning: "Se lee como en dtSearch." },
      "apply~": {
        meaning: "Se lee como apply: las otras formas se encuentran sin ~. Se omiten con =apply.",
      },
      "apply&": { meaning: "Se lee como apply: los sinónimos del caso se encuentran sin &." },
    },
    unsupported: {
      "smith%, smith%%": { instead: "smith~1, smith~2: tantas letras pueden diferir." },
      "#smith (sounds alike)": { written: "#smith (suena parecido)", instead: "smith~1, smith OR smyth, o sm?th." },
      "N=== (digits)": {
        written: "N=== (dígitos)",
        instead: "N??? para letras o dígitos cualesquiera, o /N\\d{3}/.",
      },
      "12~~24 (numbers)": {
        written: "12~~24 (números)",
        instead: "amount:12..24 para sumas, o una expresión regular.",
      },
      "xfirstword, xlastword": { instead: "Omítalas: no se conocen el comienzo ni el final de un documento." },
      "date(…), mail(…), creditcard(…)": {
        instead: "date:2025-03-13..2025-03-16, o una expresión regular: /\\w+@\\w+/.",
      },
      "a andany b": { instead: "a: lo que no tiene que encontrarse puede omitirse." },
      "(name contains smith)": { instead: "name:smith." },
      "apple:5 (weight)": {
        written: "apple:5 (peso)",
        instead: "apple: a las palabras no se les da peso a mano.",
      },
      "w/s, w/p": { instead: "w/15 para una oración, w/50 para un párrafo." },
    },
  },
  "For Lucene users": {
    title: "Para usuarios de Lucene",
    introduction:
      "Las búsquedas de Lucene, Elasticsearch y SQLite pueden pegarse. Las palabras una junto a otra deben encontrarse todas (operador por defecto AND).",
    entries: {
      "a && b, a || b, !a, -a, +a": {
        meaning: "Se leen como AND, OR, NOT; + no cambia nada, pues todo debe encontrarse.",
      },
      '"a b"~5': {
        meaning: "Se lee como a w/6 b sin otras formas: Lucene cuenta las palabras que hay en medio.",
        note: "Una búsqueda avisa dónde se leyó así. Con tres palabras o más, cada una está cerca de las anteriores.",
      },
      "NEAR(a b, 5), a NEAR/5 b": { meaning: "La escritura de SQLite, que se lee como a w/6 b." },
      "word~1 word~2 word~0.8": {
        syntax: "palabra~1 palabra~2 palabra~0.8",
        meaning: "Tantas letras pueden diferir; una similitud desde 0.7 se lee como ~1, por debajo como ~2.",
        note: "palabra~ sola es el signo de dtSearch para otras formas; escriba palabra~2 para lo que Lucene quiere decir con ella.",
      },
      "field:value, field:(a OR b), [a TO b], {a TO b}": {
        syntax: "campo:valor, campo:(a OR b), [a TO b], {a TO b}",
        meaning: "Se lee como en Lucene, para los campos que existen.",
      },
      "word^2": { syntax: "palabra^2", meaning: "El refuerzo se pasa por alto." },
    },
    unsupported: {
      "*:*": { instead: "Una búsqueda debe decir qué encontrar. Todos los documentos están en la biblioteca." },
      "_exists_:author": { instead: "author:*." },
      "title:/x/": { instead: "title:x*: las expresiones regulares buscan solo en el texto de las páginas." },
      'title:"a b"~3': {
        instead: "title:(a b): las palabras de un campo entre comillas están una junto a otra.",
      },
      "[a TO b] outside of a field": {
        written: "[a TO b] fuera de un campo",
        instead: "Los corchetes se pasan por alto en el texto.",
      },
    },
  },
};
