/** Errors that come before anything was sent: no such host, no listener, no route, no time left to connect. */
const NOT_REACHED = new Set([
  "ECONNREFUSED",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const NOT_TRUSTED = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** A call that ended before it had a connection, so that nothing of it was sent. */
export class ConnectionError extends Error {
  override readonly name = "NeverConnected";
}

/** Whether an error of `fetch` says so: it, what caused it, or every address that was tried. */
export function isConnectionError(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const [code, syscall, tried] = ["code", "syscall", "errors"].map((field): unknown => Reflect.get(error, field));
  if (Array.isArray(tried) && tried.length > 0) return tried.every(isConnectionError);
  if (typeof code === "string" && (syscall === "connect" || NOT_REACHED.has(code) || NOT_TRUSTED.test(code))) {
    return true;
  }
  return isConnectionError(Reflect.get(error, "cause"));
}
