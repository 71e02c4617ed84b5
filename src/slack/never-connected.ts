/** Before anything could be sent: no such host, nobody listening, no route, no time left to connect. */
const NOT_REACHED = new Set([
  "ECONNREFUSED",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const NOT_TRUSTED = /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Whether a failed call ended before a connection was there, so that nothing of it was sent. */
export function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(neverConnected);
  const code = Reflect.get(error, "code");
  const connecting = Reflect.get(error, "syscall") === "connect";
  if (typeof code === "string" && (connecting || NOT_REACHED.has(code) || NOT_TRUSTED.test(code))) return true;
  return neverConnected(error.cause);
}
