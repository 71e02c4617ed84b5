import type { WebClient } from "@slack/web-api";
import type { Alert, AlertAdmins, Undelivered } from "../../digests/delivery/alert-store";
import type { Log } from "../../log";
import { SOURCES } from "../../metrics/sources";
import type { ZoneDays } from "../../time/day";
import { rangeInWords, weekdayInWords } from "../../words/dates";
import { postToDm } from "../platform/messages";
import { deletionButton } from "../sync/deletion-button";
import { type RetryDisplay, todoInWords } from "../sync/remedies";
import { type Message, sectionMessage } from "../ui/blocks";
import { momentOnReadersClock } from "../ui/dates";
import { counted, ended, sentence } from "../ui/text";
import { isNotPosted } from "./poster";

interface AlertDeps {
  readonly client: WebClient;
  /** Slack ids of the current admins. */
  readonly admins: () => Promise<readonly string[]>;
  /** When the next sync begins by itself; `null` where none is scheduled. */
  readonly nextSync: () => Promise<Date | null>;
  readonly days: ZoneDays;
  readonly now: () => Date;
  readonly log: Log;
}

/** Sends alerts to every admin by DM, but for those who have read it in a report. An alert has arrived when one of them has it. */
export function adminAlerts({ client, admins, nextSync, days, now, log }: AlertDeps): AlertAdmins {
  return async (alert, { readers } = { readers: [] }) => {
    const others = (await admins()).filter((userId) => !readers.includes(userId));
    if (others.length === 0 && readers.length > 0) return;
    const message = alertMessage(alert, { next: await nextSync(), days, now: now() });
    const outcomes = await Promise.allSettled(others.map((userId) => postToDm(client, { userId, message })));
    const failed = outcomes.flatMap((outcome): unknown[] => {
      return outcome.status === "rejected" && isNotPosted(outcome.reason) ? [outcome.reason] : [];
    });
    if (failed.length === outcomes.length) throw new Error("No admin could be told", { cause: failed[0] });
    if (failed.length > 0) log.warn({ error: failed[0], untold: failed.length }, "Some admins could not be told");
  };
}

/** More would not be read, and Slack takes 3,000 characters a section. */
const MAX_ROWS = 15;
const MAX_REASON = 120;
const MAX_PROBLEM = 300;

/** Renders an alert, with what to do about it. */
function alertMessage(alert: Alert, display: RetryDisplay): Message {
  if (alert.kind === "source-back") return sectionMessage(backText(alert));
  if (alert.kind === "disk-back") return sectionMessage(DISK_BACK);
  const message = sectionMessage(`:warning: ${alertText(alert, display)}`);
  if (alert.kind !== "vanished") return message;
  return { ...message, blocks: [...message.blocks, deletionButton(alert, alert.range.to)] };
}

const SIGNING_SECRET =
  "Commands and buttons fail (`dispatch_failed`), because Slack signs them with another secret than SLACK_SIGNING_SECRET. In your Slack app, copy the Signing Secret from *Basic Information*, set it in `.env`, and restart Paceline.";
const DISK_BACK = ":white_check_mark: MongoDB's disk has room again. Nothing to do.";

function backText({ source }: Extract<Alert, { kind: "source-back" }>): string {
  return `:white_check_mark: *${SOURCES[source].title}* is back and its figures are current again. Nothing to do.`;
}

function brokeText(
  { source, fault, problem }: Extract<Alert, { kind: "source-broke" }>,
  display: RetryDisplay,
): string {
  const name = SOURCES[source].title;
  const why = ended(sentence(problem, MAX_PROBLEM));
  return `*${name}* can't be read. Its figures stay as they were and are marked as out of date.\n${why} ${todoInWords(fault, display)}\nI'll tell you when ${name} is back.`;
}

function alertText(alert: Exclude<Alert, { kind: "source-back" | "disk-back" }>, display: RetryDisplay): string {
  switch (alert.kind) {
    case "undelivered":
      return undeliveredText(alert.rows);
    case "signed-out":
      return `Slack refused Paceline's sign-in (${sentence(alert.reason, MAX_REASON)}). Renew SLACK_BOT_TOKEN and restart Paceline; what's due goes out then, until noon.`;
    case "signing-secret":
      return SIGNING_SECRET;
    case "too-many-posts":
      return `Paceline stopped posting for today: ${counted(alert.posts, "message")} for one day went out to ${counted(alert.most, "receiver")}, with more to come. That's a bug on our side: tell whoever runs Paceline.`;
    case "vanished":
      return massDeletionText(alert);
    case "source-broke":
      return brokeText(alert, display);
    case "expiring":
      return expiringText(alert);
    case "was-down":
      return `Nothing ran by itself from ${momentOnReadersClock(alert.from)} to ${momentOnReadersClock(alert.until)}: Paceline or its machine was stopped, or MongoDB couldn't be reached. What was due is caught up with now, and messages that came too late are reported. If nobody stopped it, check the machine and MongoDB.`;
    case "disk-low":
      return `MongoDB's disk is nearly full: ${alert.freeMegabytes.toLocaleString("en-US")} MB are free. Once it's full, nothing is saved and no digest goes out. Make room, or set a lower DATA_RETENTION_DAYS and restart Paceline. I'll tell you when it has room again.`;
    case "clock":
      return `A machine running Paceline has a clock ${counted(Math.abs(alert.seconds), "second")} ${alert.seconds > 0 ? "ahead of" : "behind"} the database. Digests follow the database; fix the machine's clock.`;
  }
}

function expiringText({ source, unread, lostFrom }: Extract<Alert, { kind: "expiring" }>): string {
  const name = SOURCES[source].title;
  const over = lostFrom > unread.to ? `From ${weekdayInWords(lostFrom)} on, days are lost` : "Days are being lost";
  return `${name} hasn't been read since ${weekdayInWords(unread.from)}, and gives its records for a while only. ${over} for good. Type \`/sync ${unread.from}..${unread.to}\`.`;
}

function massDeletionText({ source, records, range }: Extract<Alert, { kind: "vanished" }>): string {
  const name = SOURCES[source].title;
  const missing = `${counted(records, "record")} from ${rangeInWords(range, range.to)}`;
  return `${name} is missing ${missing}. That's so many that nothing was changed: figures stay as they were, and ${name} isn't updated. Check ${name}: if these records were really deleted, confirm it here.`;
}

function undeliveredText(rows: readonly Undelivered[]): string {
  const lines = rows.slice(0, MAX_ROWS).map(undeliveredLine);
  const more = rows.length - lines.length;
  return [
    `${counted(rows.length, "message")} may not have arrived:`,
    ...lines,
    ...(more > 0 ? [`• and ${more.toLocaleString("en-US")} more: \`/goals deliveries\` lists them`] : []),
  ].join("\n");
}

const STATES: Readonly<Record<string, string>> = {
  failed: "was not posted",
  missed: "was not posted in time",
  unknown: "may or may not have arrived, and won't be posted again",
};

/** What to do about a message that nobody knows the whereabouts of. */
const UNCONFIRMED: Readonly<Record<Undelivered["kind"], string>> = {
  digest: "ask them, and if it's missing, have them type `/goals digest send`",
  recap: "ask them, and if it's missing, have them type `/goals team`",
  board: "look there, and if it's missing, type `/goals board` and press *Post*",
};

/** What to do about Slack's errors. */
const REMEDIES: Readonly<Record<string, string>> = {
  not_in_channel: "Paceline isn't in that channel and can't join it; type `/invite @paceline` there",
  channel_not_found: "Slack can't find that channel; if it's private, type `/invite @paceline` there",
  is_archived: "the channel is archived; set LEADERBOARD_CHANNEL to another",
};

const NOUNS = { digest: "digest", recap: "team recap" } as const;

/**
 * Says which message did not arrive, and what to do where nobody knows. A person is named as a mention, which pings nobody in an
 * admin's own DM or Home.
 */
export function undeliveredLine({ kind, to, day, state, reason }: Undelivered): string {
  const whom = kind === "board" ? `the board in <#${to}>` : `the ${NOUNS[kind]} of <@${to}>`;
  const why = reason === null ? "" : `: ${REMEDIES[reason] ?? sentence(reason, MAX_REASON)}`;
  const then = state === "unknown" ? `; ${UNCONFIRMED[kind]}` : "";
  return `• ${whom} for ${weekdayInWords(day)} ${STATES[state] ?? state}${why}${then}`;
}
