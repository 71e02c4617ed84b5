import { METRICS } from "../metrics/metrics";
import { SOURCES } from "../metrics/sources";
import { namesOf } from "../people/person";
import type { Mismatch } from "../sync/totals/audit";
import { weekdayInWords } from "../words/dates";
import type { Examination } from "./examination";
import { type Finding, fault, ok, shortList, warning, worstFirst } from "./finding";
import { peopleFindings } from "./people-findings";
import { signatureFindings } from "./signature-findings";
import { sourceFindings } from "./source-findings";
import { webhookFindings } from "./webhook-findings";

/** Makes findings of an examination, the worst first. */
export function findings(examination: Examination): readonly Finding[] {
  return worstFirst([
    ...databaseFindings(examination),
    ...slackFindings(examination),
    ...signatureFindings(examination),
    ...clockFindings(examination),
    ...examination.sources.flatMap((source) => sourceFindings(source, examination)),
    ...webhookFindings(examination),
    ...peopleFindings(examination),
    totalsFinding(examination),
  ]);
}

function databaseFindings({
  database: { version, replicaSet, members, writeConcern },
}: Examination): readonly Finding[] {
  const run = replicaSet === null ? "behind a router" : `in replica set ${replicaSet}`;
  const size = members === 1 ? "one member, which keeps no second copy" : `${members} members`;
  const running = ok("mongodb", `MongoDB ${version} runs ${run}, with ${size}.`);
  if (writeConcern === "majority") return [running, ok("mongodb-writes", "Writes wait for the majority of it.")];
  const says = `Writes wait for ${writeConcern}, not for the majority: what was written may be lost.`;
  return [running, fault("mongodb-writes", { says, todo: "Take w out of MONGODB_URI." })];
}

function slackFindings(examination: Examination): readonly Finding[] {
  const { slack, wantedScopes } = examination;
  if (slack.kind === "unreachable") {
    const todo = "Check the network from here, SLACK_API_URL, and Slack's status page.";
    return [fault("slack-unreachable", { says: "Slack does not answer.", todo })];
  }
  if (slack.kind === "refused") {
    const says = `Slack refuses the bot's token: ${slack.error}.`;
    return [fault("slack-token-refused", { says, todo: "Install the app again and set SLACK_BOT_TOKEN." })];
  }
  const where = slack.workspace === null ? "" : `: signed in to ${slack.workspace}`;
  const accepted = ok("slack-token", `Slack accepts the bot's token${where}.`);
  if (slack.scopes === null) {
    const says = "Slack doesn't say what the token can do.";
    return [accepted, warning("slack-scopes-unknown", { says, todo: "Compare the app's scopes with manifest.yml." })];
  }
  const granted = new Set(slack.scopes);
  const missing = wantedScopes.filter((scope) => !granted.has(scope));
  const optional = optionalFindings(granted, examination);
  if (missing.length === 0)
    return [accepted, ok("slack-scopes", `The token has every scope: ${wantedScopes.join(", ")}.`), ...optional];
  return [
    accepted,
    ...optional,
    fault("slack-scopes-missing", {
      says: `The token lacks ${shortList(missing)}; it has ${shortList(slack.scopes)}.`,
      todo: "Give the app the scopes of manifest.yml, and install it again.",
    }),
  ];
}

/** The scope without which teams that follow a user group stand still. */
const FOLLOWING = "usergroups:read";

/** Says which optional scopes the token lacks: a warning where teams follow user groups, which need theirs. */
function optionalFindings(
  granted: ReadonlySet<string>,
  { optionalScopes, followingTeams }: Examination,
): readonly Finding[] {
  return Object.entries(optionalScopes).flatMap(([scope, lost]) => {
    if (granted.has(scope)) return [];
    if (scope !== FOLLOWING || followingTeams.length === 0) {
      return [ok("slack-scopes-optional", `Optional, and not granted: ${scope}. Without it, ${lost}. Nothing to do.`)];
    }
    const says = `The token lacks ${scope}: ${lost}.`;
    const todo = `${shortList(followingTeams)} should: give the app this scope, and install it again.`;
    return [warning("slack-scopes-optional", { says, todo })];
  });
}

/** From here on figures may land on a wrong day; from a minute or so on signatures are refused. */
const NOTABLE_MS = 30_000;
const GRAVE_MS = 120_000;

function clockFindings({ slack, sources }: Examination): readonly Finding[] {
  const clocks = [
    { who: "slack", title: "Slack", aheadMs: slack.kind === "answered" ? slack.aheadMs : null },
    ...sources.map(({ source, check }) => ({
      who: source,
      title: SOURCES[source].title,
      aheadMs: check?.aheadMs ?? null,
    })),
  ];
  const known = clocks.flatMap(({ aheadMs, ...clock }) => (aheadMs === null ? [] : [{ ...clock, aheadMs }]));
  const off = known.filter(({ aheadMs }) => Math.abs(aheadMs) > NOTABLE_MS);
  if (known.length > 0 && off.length === 0)
    return [ok("clocks", `Our clock agrees with that of ${shortList(known.map(({ title }) => title))}.`)];
  return off.map(({ who, title, aheadMs }) => {
    const seconds = Math.round(Math.abs(aheadMs) / 1_000);
    const says = `${title}'s clock is ${seconds} s ${aheadMs > 0 ? "ahead of" : "behind"} ours.`;
    const todo = "Let this machine set its clock from the network (NTP).";
    return Math.abs(aheadMs) > GRAVE_MS
      ? fault(`${who}-clock`, { says, todo })
      : warning(`${who}-clock`, { says, todo });
  });
}

/** Reports whether every total is the sum of its records. */
function totalsFinding({ totals, people }: Examination): Finding {
  const { range, mismatches, busy } = totals;
  const count = totals.totals.toLocaleString("en-US");
  if (totals.totals === 0) return ok("totals", "There are no totals of the last 30 days yet to compare with records.");
  if (mismatches.length === 0)
    return ok("totals", `Each of the ${count} totals of the last 30 days is the sum of its records.`);
  if (busy) return ok("totals", "A sync is running, so totals were not compared with their records.");
  const names = namesOf(people);
  const says = `${mismatches.length.toLocaleString("en-US")} of the ${count} totals of the last 30 days ${mismatches.length === 1 ? "is" : "are"} not the sum of their records`;
  return fault("totals-astray", {
    says: `${says}: ${shortList(mismatches.map((one) => inWords(one, names)))}.`,
    todo: `Recompute them: npm run sync -- --from ${range.from} --to ${range.to}. If it comes back, tell whoever runs Paceline.`,
    sync: { days: range, isRemedy: false },
  });
}

function inWords({ userId, type, day, source, stored, records }: Mismatch, names: ReadonlyMap<string, string>): string {
  const title = METRICS.find((metric) => metric.type === type)?.title ?? type;
  const numbers = `${stored.toLocaleString("en-US")} instead of ${records.toLocaleString("en-US")}`;
  return `${names.get(userId) ?? userId}'s ${title} on ${weekdayInWords(day)} from ${SOURCES[source].title} (${numbers})`;
}
