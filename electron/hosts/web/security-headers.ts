/**
 * What a window may load and do: everything from its own origin, nothing from anywhere else. `wasm-unsafe-eval` lets
 * pdf.js compile its image decoders; `blob:` and `data:` are for images that it makes itself.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Sent with every reply of the loopback host and of the desktop's own scheme. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
};

/** For everything that comes out of a case: it stays out of every cache. */
export const DATA_HEADERS: Readonly<Record<string, string>> = { "Cache-Control": "no-store" };
