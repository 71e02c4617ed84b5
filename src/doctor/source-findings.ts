import { SOURCES, type SourceId } from "../metrics/sources";
import { type Fault, SourceError } from "../sources/source-error";
import type { Freshness } from "../sync/state/freshness";
import { unansweredInWords } from "../sync/unanswered-words";
import { dayRanges } from "../time/day-ranges";
import { rangeInWords } from "../words/dates";
import { dateAndTime } from "../words/times";
import type { Examination, SourceExamination } from "./examination";
import { type Finding, fault, NOTHING_TO_DO, ok, shortList, warning } from "./finding";

const HOUR_MS = 3_600_000;
/** A night's sync, and two hours of patience. */
const OLD_MS = 26 * HOUR_MS;
const FEW_LEFT = 0.1;

/** Makes findings of one source: its key, its limits, its settings, and how far it was read. */
export function sourceFindings(
  examined: SourceExamination,
  seen: Pick<Examination, "now" | "zone">,
): readonly Finding[] {
  const { source, off, check } = examined;
  if (off !== null) return [ok(`${source}-off`, `${off}.`)];
  return [
    ...keyFindings(examined),
    ...(check?.quotas ?? []).map(({ per, left, of }) => {
      const says = `${SOURCES[source].title} allows ${left.toLocaleString("en-US")} more of ${of.toLocaleString("en-US")} requests this ${per}.`;
      if (left >= FEW_LEFT * of) return ok(`${source}-limit-${per}`, says);
      return warning(`${source}-limit-${per}`, { says, todo: WAIT });
    }),
    ...settingFindings(examined),
    ...readingFindings(examined, seen),
    ...unansweredFindings(examined.freshness),
  ];
}

/** Right, wrong, too narrow and unreachable are four different findings. */
function keyFindings({ source, check, failure }: SourceExamination): readonly Finding[] {
  const title = SOURCES[source].title;
  const proof = source === "fishbowl" ? "login" : "key";
  if (check !== null)
    return [ok(`${source}-key`, `${title} accepts the ${proof}, and it may read all that is needed.`)];
  if (failure === null) return [];
  if (!(failure instanceof SourceError)) {
    return [fault(`${source}-bug`, { says: `${title} could not be checked.`, todo: "The log says why: report it." })];
  }
  const says = `${failure.message}.`;
  if (failure.fault === "credentials" && failure.status === 403) {
    const todo = "Give the key's owner an admin's rights, or use an admin's key.";
    return [fault(`${source}-key-too-narrow`, { says, todo })];
  }
  const { id, todo } = failure.fault === "unreachable" ? unreachable(failure) : FAILURES[failure.fault];
  const sync = isPassing(failure) ? { sync: { days: "last-30-days", isRemedy: false } as const } : {};
  return [(failure.fault === "throttled" ? warning : fault)(`${source}-${id}`, { says, todo, ...sync })];
}

const KEY =
  "Copy the key and its owner's address again (npm run setup), or make a new key if it was revoked; then restart Paceline.";
const WAIT = "Wait, or find out what else asks with this key.";

const SESSIONS =
  "Sign out of Fishbowl where you can, then try again. If it stays, give Paceline a Fishbowl user of its own.";

/** One that answered is out of order itself; where nothing answered, the way there may be. */
function unreachable({ source, status }: SourceError): { readonly id: string; readonly todo: string } {
  // Only a session that was accepted is ended with this.
  if (status === 401) return { id: "sessions", todo: SESSIONS };
  const theirs = `${NOTHING_TO_DO}: it's on ${SOURCES[source].title}'s side.`;
  return { id: "unreachable", todo: status === undefined ? "Check the network from here." : theirs };
}

const FAILURES: Readonly<Record<Exclude<Fault, "unreachable">, { readonly id: string; readonly todo: string }>> = {
  credentials: { id: "key-refused", todo: KEY },
  throttled: { id: "throttled", todo: WAIT },
  "unexpected-answer": { id: "odd-answer", todo: "Try again. If it stays, Paceline needs an update." },
  vanished: { id: "vanished", todo: "See what the last sync's report says." },
};

/** Tells whether trying again may mend it with nobody doing anything else. */
function isPassing({ fault: of }: SourceError): boolean {
  return of === "unreachable" || of === "throttled" || of === "unexpected-answer";
}

function isKeyRefused(failure: unknown): boolean {
  return failure instanceof SourceError && failure.fault === "credentials";
}

function settingFindings({ source, check }: SourceExamination): readonly Finding[] {
  if (check === null) return [];
  const allThere = ok("copper-settings", "Copper has all activity types and stages that are counted.");
  if (check.missing.length === 0) return source === "copper" ? [allThere] : [];
  return check.missing.map((says) =>
    warning(`${source}-settings`, { says, todo: "Set it, restart Paceline, and sync." }),
  );
}

const IMPORT =
  "Import newer ones: drop a file into the DM with Paceline, or connect Fishbowl's server (npm run setup).";

function readingFindings(examined: SourceExamination, seen: Pick<Examination, "now" | "zone">): readonly Finding[] {
  const { source, check, failure, freshness, unread } = examined;
  // Whatever was never read has no gap.
  if (freshness.asOf === null) return [readFinding(examined, seen)];
  const gap = gapFinding(source, unread);
  // Its own collections are read, which files fill: nobody is asked, so none was synced with.
  if (check !== null || failure !== null || source !== "fishbowl") return [readFinding(examined, seen), gap];
  const { asOf, state } = freshness;
  const read = asOf === null || state === "failed" ? readFinding(examined, seen) : importedFinding(asOf, seen);
  return gap.state === "ok" ? [read] : [read, gap];
}

function importedFinding(asOf: Date, { now, zone }: Pick<Examination, "now" | "zone">): Finding {
  const says = `Fishbowl's orders come from files, as no server is connected; they're as of ${dateAndTime(asOf, zone)}`;
  if (isOld(asOf, now)) return warning("fishbowl-old", { says: `${says}, more than a day ago.`, todo: IMPORT });
  return ok("fishbowl-read", `${says}.`);
}

function isOld(asOf: Date, now: Date): boolean {
  return now.getTime() - asOf.getTime() > OLD_MS;
}

const SYNC = "Run a sync: /sync in Slack, or npm run sync.";

function readFinding(
  { source, failure, freshness: { asOf, state, problem } }: SourceExamination,
  { now, zone }: Pick<Examination, "now" | "zone">,
): Finding {
  const title = SOURCES[source].title;
  const sync = isKeyRefused(failure)
    ? { todo: "Mend the key first (above)." }
    : { todo: SYNC, sync: { days: "last-30-days", isRemedy: true } as const };
  if (asOf === null) return warning(`${source}-never-read`, { says: `${title} was never fully synced.`, ...sync });
  const as = `${title} was last fully synced ${dateAndTime(asOf, zone)}`;
  if (state === "failed") {
    return fault(`${source}-reading-failed`, { says: `${as}; since then: ${problem ?? "it fails."}`, ...sync });
  }
  if (isOld(asOf, now)) return warning(`${source}-old`, { says: `${as}, more than a day ago.`, ...sync });
  return ok(`${source}-read`, `${as}.`);
}

/** The end of the id of what the last syncs found, whether a check was made since or not. */
const UNANSWERED = "-unanswered";

/** Whether it is that records count which may be deleted. */
export function isUnanswered({ id }: Pick<Finding, "id">): boolean {
  return id.endsWith(UNANSWERED);
}

/** Says that records count which may be deleted. A sync of days on which the vendor lists anything settles it. */
export function unansweredFindings({ source, state, unanswered = [] }: Freshness): readonly Finding[] {
  const last = unanswered.at(-1);
  if (last === undefined || state === "off") return [];
  const ranges = dayRanges(unanswered.map(({ day }) => day));
  const of = ` of ${shortList(ranges.map((range) => rangeInWords(range, last.day)))}`;
  const records = unanswered.reduce((total, one) => total + one.records, 0);
  const title = SOURCES[source].title;
  const todo = `Run /sync: it settles this once ${title} lists other records of the days it reads. If this stays, look there whether they were deleted.`;
  return [warning(`${source}${UNANSWERED}`, { says: unansweredInWords(source, { records, of }), todo })];
}

function gapFinding(source: SourceId, unread: SourceExamination["unread"]): Finding {
  const title = SOURCES[source].title;
  const gaps = dayRanges(unread);
  const [first] = gaps;
  const last = gaps.at(-1);
  if (first === undefined || last === undefined)
    return ok(`${source}-coverage`, `${title} is fully synced for each of the 29 days before today.`);
  const named = shortList(gaps.map((one) => rangeInWords(one, last.to)));
  return warning(`${source}-gap`, {
    says: `No sync has read ${title} since the end of these days: ${named}.`,
    todo: `Read them: npm run sync -- --from ${first.from} --to ${last.to}`,
    sync: { days: { from: first.from, to: last.to }, isRemedy: true },
  });
}
