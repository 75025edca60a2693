import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 bits, as everything here that must not be guessed. */
const SECRET_BYTES = 32;

/**
 * Who may use the loopback host. A launch token is exchanged once for a session secret; both exist in this process and
 * in one browser only, and are kept here as digests, so that a dump of this memory does not give them away.
 */
export interface Sessions {
  /** Makes a token that can be exchanged once. */
  createToken(): string;
  /** The secret of a new session, or null when the token is unknown or was used before. */
  exchange(token: string): string | null;
  /** True when the secret is that of a session. */
  isKnown(secret: string): boolean;
}

/** No token, no session. */
export function createSessions(): Sessions {
  const tokens: Buffer[] = [];
  const secrets: Buffer[] = [];
  return {
    createToken: () => createSecret(tokens),
    exchange(token) {
      const position = findDigest(tokens, token);
      if (position === -1) return null;
      tokens.splice(position, 1);
      return createSecret(secrets);
    },
    isKnown: (secret) => findDigest(secrets, secret) !== -1,
  };
}

function createSecret(list: Buffer[]): string {
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  list.push(digestOf(secret));
  return secret;
}

/** Compares with every entry, and each in constant time: how long it takes tells nothing. */
function findDigest(list: readonly Buffer[], secret: string): number {
  const digest = digestOf(secret);
  let found = -1;
  list.forEach((candidate, index) => {
    if (timingSafeEqual(candidate, digest)) found = index;
  });
  return found;
}

function digestOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
