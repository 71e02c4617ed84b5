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

/** Fields that hold a secret wherever they appear, in any case. */
const SECRET_FIELDS = [
  "authorization",
  "x-pw-accesstoken",
  "token",
  "secret",
  "password",
  "response_url",
  "trigger_id",
  "cookie",
];
/** Such a field in a line of JSON with its text: pino's own redaction reaches only depths that are written out. */
const SECRET_FIELD = new RegExp(`"(${SECRET_FIELDS.join("|")})":"(?:[^"\\\\]|\\\\.)*"`, "gi");

/** A login in an address, which an error of the driver may quote. */
const LOGIN = /:\/\/[^\s/@:"]{1,200}:[^\s/@"]{1,500}@/g;

/** What comes after an outage of the database, which is nobody's bug. */
const AFTER_OUTAGE =
  "MongoDB is away or changes its primary: jobs run again by themselves, whoever asked was told to try again";
/** The driver's errors when no server takes the work now. */
const AWAY =
  /^Mongo(Network|NetworkTimeout|ServerSelection|PoolCleared|PoolClearedOnNetwork|WaitQueueTimeout|TopologyClosed|NotConnected|StalePrimary|ServerClosed)Error$/;
/** The codes with which a server says that it is no primary, or stops being one. */
const NOT_PRIMARY: readonly unknown[] = [91, 189, 10_107, 11_600, 11_602, 13_435, 13_436];
/** A socket's own error: the driver hands it on as it is when a connection has ended as a command is sent. */
const SOCKET_ENDED: readonly unknown[] = ["EPIPE", "ECONNRESET", "ETIMEDOUT"];
/** Tells by whom a socket was written to: those of HTTP end likewise. */
const IN_DRIVER = /[\\/]mongodb[\\/]lib[\\/]/;
const MAX_CAUSES = 5;

/** Tells whether an error, or one of what caused it, says that the database is away or changes its primary. */
function isOutage(error: unknown, causes = 0): boolean {
  if (!(error instanceof Error) || causes > MAX_CAUSES) return false;
  const code: unknown = Reflect.get(error, "code");
  if (SOCKET_ENDED.includes(code) && IN_DRIVER.test(error.stack ?? "")) return true;
  if (AWAY.test(error.name) || (error.name.startsWith("Mongo") && NOT_PRIMARY.includes(code))) return true;
  return isOutage(error.cause, causes + 1);
}

/**
 * One JSON line an entry, on `destination`. Known secret fields and logins in addresses are removed, and the values in
 * `secrets` are wiped wherever they appear, in error texts too. An error of a database that is away is a warning, with what follows of it.
 */
export function logger(
  { level, secrets }: { readonly level: LogLevel; readonly secrets: readonly string[] },
  destination: DestinationStream,
): Log {
  const log: Logger = pino(
    { level, base: null, serializers: { error: pino.stdSerializers.err } },
    scrubbed(destination, secrets),
  );
  return {
    debug: (fields, message) => log.debug(fields, message),
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => {
      if ("error" in fields && isOutage(fields.error)) log.warn({ ...fields, follows: AFTER_OUTAGE }, message);
      else log.error(fields, message);
    },
  };
}

function scrubbed(destination: DestinationStream, secrets: readonly string[]): DestinationStream {
  const hidden = secrets
    .filter((secret) => secret.length > 3)
    // The longer first: where a secret begins like another, no tail of it may be left.
    .sort((a, b) => b.length - a.length)
    // In JSON a secret with a quote or a backslash is escaped.
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  return {
    write: (line) => {
      const wiped = hidden.reduce((text, secret) => text.split(secret).join("[removed]"), line);
      destination.write(wiped.replace(SECRET_FIELD, '"$1":"[removed]"').replace(LOGIN, "://[removed]@"));
    },
  };
}
