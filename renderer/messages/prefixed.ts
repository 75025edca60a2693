/** The messages of a part of the interface by their full keys: `documents` of `library` is `library.documents`. */
export type Prefixed<Prefix extends string, Messages> = {
  readonly [Key in keyof Messages & string as `${Prefix}.${Key}`]: string;
};

/** Puts the name of a part of the interface before the keys of its messages. */
export function prefixed<const Prefix extends string, const Messages extends Readonly<Record<string, string>>>(
  prefix: Prefix,
  messages: Messages,
): Prefixed<Prefix, Messages> {
  const entries = Object.entries(messages).map(([key, message]) => [`${prefix}.${key}`, message]);
  return Object.fromEntries(entries) as Prefixed<Prefix, Messages>;
}
