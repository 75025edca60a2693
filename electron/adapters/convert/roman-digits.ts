const DIGITS: readonly (readonly [amount: number, digits: string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** A whole number from 1 in small Roman digits; thousands beyond three are repeated. */
export function toRomanDigits(value: number): string {
  let rest = value;
  let text = "";
  for (const [amount, digits] of DIGITS) {
    text += digits.repeat(Math.floor(rest / amount));
    rest %= amount;
  }
  return text;
}
