const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** "I.", "2)", "A.", "¶ 3" or "§ 1" in front of a heading. */
const NUMBERED = /^\s*(?:[IVXLCDM]+|\d+|[A-Z])[.)]\s|^\s*[¶§]/;

/**
 * Numbers headings I., II., III. in the order given. Empty ones stay empty and are not counted. When the writer has
 * numbered any of them, all are left as they are: two systems in one brief would mislead.
 */
export function numberHeadings(headings: readonly string[]): readonly string[] {
  const numberedByWriter = headings.some((heading) => NUMBERED.test(heading));
  let number = 0;
  return headings.map((heading) => {
    const text = heading.trim();
    if (text === "" || numberedByWriter) return text;
    number += 1;
    return `${toRoman(number)}. ${text}`;
  });
}

function toRoman(value: number): string {
  let rest = value;
  let numeral = "";
  for (const [weight, letters] of ROMAN) {
    while (rest >= weight) {
      numeral += letters;
      rest -= weight;
    }
  }
  return numeral;
}
