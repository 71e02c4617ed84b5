import pino, { type DestinationStream, type Logger } from "pino";

/** `error` wakes us, `warn` someone must mend, `info` a change of state or a run's summary, `debug` the rest. */
export type LogLevel = "error" | "warn" | "info" | "debug" | "silent";

/** A static message, and facts as fields. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Fields that hold a secret wherever they stand. */
const SECRET_FIELDS = [
  "authorization",
  "Authorization",
  "X-PW-AccessToken",
  "x-pw-accesstoken",
  "token",
  "secret",
  "password",
  "response_url",
  "trigger_id",
  "cookie",
];

/**
 * One JSON line an entry, on `destination`. Known secret fields are removed, and the values in `secrets` are wiped
 * wherever they appear, in error texts too.
 */
export function logger(
  { level, secrets }: { readonly level: LogLevel; readonly secrets: readonly string[] },
  destination: DestinationStream,
): Log {
  const paths = SECRET_FIELDS.flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]);
  const log: Logger = pino(
    { level, base: null, redact: { paths, censor: "[removed]" }, serializers: { error: pino.stdSerializers.err } },
    scrubbed(destination, secrets),
  );
  return {
    debug: (fields, message) => log.debug(fields, message),
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}

function scrubbed(destination: DestinationStream, secrets: readonly string[]): DestinationStream {
  // In JSON a secret with a quote or a backslash stands escaped.
  const hidden = secrets.filter((secret) => secret.length > 3).map((secret) => JSON.stringify(secret).slice(1, -1));
  return {
    write: (line) => destination.write(hidden.reduce((text, secret) => text.split(secret).join("[removed]"), line)),
  };
}
