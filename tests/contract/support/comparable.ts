/** Fields that differ from call to call by their nature. */
const VARYING_FIELDS: ReadonlySet<string> = new Set(["tookMs", "createdAt", "updatedAt", "at", "sequence"]);

/**
 * A reply with what may differ between two doors made equal: times, durations, fresh identifiers (numbered by their first
 * appearance) and the name of the door itself.
 *
 * @param known identifiers that must be the same at every door
 */
export function comparable(value: unknown, door: string, known: readonly string[]): unknown {
  const seen = new Map<string, string>();
  const text = JSON.stringify(value, (name, inner: unknown) => (VARYING_FIELDS.has(name) ? null : inner)) ?? "null";
  const neutral = text.replaceAll(door, "DOOR").replace(/\b[a-z]{3}_[0-9a-z]{12}\b/g, (id) => {
    if (known.includes(id)) return id;
    const number = seen.get(id) ?? `${id.slice(0, 3)}_${seen.size}`;
    seen.set(id, number);
    return number;
  });
  return JSON.parse(neutral);
}
