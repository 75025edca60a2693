/**
 * Joins class names; what is false, empty or absent is left out.
 *
 * @example classes(styles.row, selected && styles.selected)
 */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === "string" && name !== "").join(" ");
}
