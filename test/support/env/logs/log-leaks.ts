import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a log shows and must not: which file of tests it is of, which line, and what it is. */
export interface LogLeak {
  readonly of: string;
  readonly what: string;
  readonly line: string;
}

/** What was searched, and what was found. */
export interface LogSearch {
  readonly files: number;
  readonly bytes: number;
  readonly leaks: readonly LogLeak[];
}

/** How secrets look that tests and stand-ins use, whoever named them. */
const SECRETS: readonly (readonly [what: string, looks: RegExp])[] = [
  ["a secret of the tests", /[\w-]*-of-tests\b/],
  ["a secret of a stand-in", /\bdemo-[a-z-]+-[0-9a-f]{32}\b/],
  ["a token of Slack's", /\bx(?:ox[a-z]|app)-[\w-]+/],
  ["a signature", /\bv0=[0-9a-f]{64}\b/],
  ["a sign-in", /\b(?:Bearer|Basic) [\w+/=.-]{12,}/],
  ["a database's password", /\bmongodb(?:\+srv)?:\/\/[^\s/@:"]+:[^\s/@"]+@/],
];
/** An address of e-mail whose host is not the team's. */
const STRANGER = /[\w.+'-]+@(?!acme\.com\b)[\w-]+(?:\.[\w-]+)+/i;
/** The demo says how its API is called, with the token that it made for this start. */
const SAID_BY_DEMO = /^ *curl .*Bearer demo-api-token-[0-9a-f]{32}/;
const MAX_SHOWN = 300;

/**
 * Searches all that a run logged: every output for secrets, those that a file of tests named and whatever looks like one,
 * and the lines of the log for strangers' addresses, too. What a command prints for whoever runs it may name addresses.
 */
export function searchLogs(folder: string): LogSearch {
  const names = readdirSync(folder).filter((name) => name.endsWith(".log"));
  let bytes = 0;
  const leaks = names.flatMap((name) => {
    const [testFile = "", ...lines] = readFileSync(join(folder, name), "utf8").split("\n");
    const text = lines.join("\n");
    bytes += text.length;
    const secrets = secretsBeside(folder, name).filter((secret) => text.includes(secret));
    return lines.flatMap((line) => faultsOf(line, secrets).map((what) => leak(line, { what, of: testFile })));
  });
  return { files: names.length, bytes, leaks };
}

function secretsBeside(folder: string, log: string): readonly string[] {
  const [own = ""] = log.split("-");
  if (!readdirSync(folder).includes(`${own}.secrets`)) return [];
  const named = readFileSync(join(folder, `${own}.secrets`), "utf8")
    .trim()
    .split("\n");
  // As JSON escapes it.
  return [...new Set(named)].map((secret) => secret.slice(1, -1));
}

function faultsOf(line: string, secrets: readonly string[]): readonly string[] {
  if (SAID_BY_DEMO.test(line)) return [];
  const named = secrets.some((secret) => line.includes(secret)) ? ["a secret that the test named"] : [];
  const looks = SECRETS.flatMap(([what, look]) => (look.test(line) ? [what] : []));
  const stranger = line.startsWith('{"level":') && STRANGER.test(line) ? ["a stranger's address"] : [];
  return [...named, ...looks, ...stranger];
}

function leak(line: string, { what, of }: Omit<LogLeak, "line">): LogLeak {
  return { of, what, line: line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line };
}
