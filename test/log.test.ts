import { AxiosError } from "axios";
import { MongoNetworkError, MongoServerError } from "mongodb";
import { mongoClient } from "../src/database/client";
import { type LogLevel, logger } from "../src/log";

/** A log and the lines it wrote. */
function aLog(secrets: readonly string[] = [], level: LogLevel = "debug") {
  const lines: string[] = [];
  const log = logger({ level, secrets }, { write: (line) => void lines.push(line) });
  return { log, lines, entry: () => JSON.parse(lines.at(-1) ?? "null") };
}

describe("the log", () => {
  it("writes one JSON line an entry: a static message, facts as fields", () => {
    const { log, lines, entry } = aLog();

    log.info({ source: "copper", records: 3 }, "a source was read");

    expect(lines).toHaveLength(1);
    expect(entry()).toMatchObject({ level: 30, source: "copper", records: 3, msg: "a source was read" });
  });

  it.each([
    ["error", ["error"]],
    ["warn", ["error", "warn"]],
    ["info", ["error", "warn", "info"]],
    ["debug", ["error", "warn", "info", "debug"]],
    ["silent", []],
  ] as const)("at level %s writes %j", (level, written) => {
    const { log, lines } = aLog([], level);

    for (const at of ["error", "warn", "info", "debug"] as const) log[at]({}, at);

    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(written);
  });

  it("warns, and says what follows, where the database is away or changes its primary, by itself or as a cause", async () => {
    const { log, lines } = aLog();
    const stepDown = new MongoServerError({ message: "not primary", code: 10_107 });
    const nowhere = mongoClient("mongodb://127.0.0.1:1/", { serverSelectionTimeoutMS: 50 });
    const unreachable = await nowhere.connect().catch((error: unknown) => error);
    // As it was seen when a server ended a connection in the moment in which a command was sent.
    const ended = Object.assign(new Error("This socket has been ended by the other party"), {
      code: "EPIPE",
      stack: "Error\n    at Connection.writeCommand (/app/node_modules/mongodb/lib/cmap/connection.js:408:29)",
    });
    const aborted = Object.assign(new Error("aborted"), { code: "ECONNRESET" });
    const errors = [
      new MongoNetworkError("connection 3 to 127.0.0.1:27017 closed"),
      ended,
      unreachable,
      stepDown,
      new Error("a sync broke", { cause: stepDown }),
      new MongoServerError({ message: "duplicate key", code: 11_000 }),
      new AxiosError("write EPIPE", "EPIPE"),
      aborted,
      new Error("an upload was not read", { cause: aborted }),
      new TypeError("a bug"),
    ];

    for (const error of errors) log.error({ error }, "A job failed");

    const written = lines.map((line) => JSON.parse(line));
    expect(written.map(({ level }) => level)).toEqual([40, 40, 40, 40, 40, 50, 50, 50, 50, 50]);
    expect(written[0].follows).toMatch(/run again/);
    expect(written[9]).not.toHaveProperty("follows");
  });

  it("wipes a secret out of nested errors, their causes and fields, wherever it stands", () => {
    const { log, lines } = aLog(["xoxb-very-secret", 'with"quote\\and']);
    const cause = new Error("GET https://x.example/?token=xoxb-very-secret");
    const error = Object.assign(new Error("request failed: xoxb-very-secret", { cause }), {
      config: { headers: { "X-Key": "xoxb-very-secret" }, data: 'with"quote\\and' },
    });

    log.error({ error, deep: { deeper: [{ text: 'see xoxb-very-secret and with"quote\\and' }] } }, "it broke");

    expect(lines.join("")).not.toMatch(/very-secret|quote/);
    expect(lines.join("")).toContain("request failed: [removed]");
  });

  it("takes the login out of an address, whichever it is", () => {
    const { log, lines } = aLog();

    log.error({ error: new Error("no answer from mongodb+srv://ana:p%40ss:word@db.example/?a=b") }, "it broke");
    log.info({ url: "https://example.com:8443/a@b", said: "at 10:30 ana@acme.com" }, "x");

    expect(lines[0]).not.toMatch(/ana|word/);
    expect(lines[0]).toContain("mongodb+srv://[removed]@db.example/?a=b");
    expect(lines[1]).toContain('"url":"https://example.com:8443/a@b","said":"at 10:30 ana@acme.com"');
  });

  it("leaves no tail of a secret that begins like a shorter one", () => {
    const { log, lines } = aLog(["abcd", "abcd-the-rest"]);

    log.info({ text: "abcd-the-rest" }, "x");

    expect(lines.join("")).not.toMatch(/the-rest/);
  });

  it("does not take a secret of a few letters for one: it would wipe everything", () => {
    const { log, entry } = aLog(["", "abc"]);

    log.info({ text: "abcdef" }, "x");

    expect(entry().text).toBe("abcdef");
  });

  it.each([
    "authorization",
    "Authorization",
    "X-PW-AccessToken",
    "token",
    "secret",
    "password",
    "response_url",
    "trigger_id",
    "cookie",
  ])("removes the field %s, known or not, at the top and below", (field) => {
    const { log, lines } = aLog();
    const error = Object.assign(new Error("x"), { config: { headers: { [field]: "unknown-value" } } });

    log.info(
      { [field]: "unknown-value", a: { [field]: "unknown-value", b: { [field]: "unknown-value" } }, error },
      "x",
    );

    expect(lines.join("")).not.toContain("unknown-value");
  });
});
