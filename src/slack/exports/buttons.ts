import { metricOf } from "../../metrics/metrics";
import { EVERYONE } from "../../people/permissions";
import { day, parseDay } from "../../time/day";
import type { Why } from "../../why/why";
import type { SlackContext } from "../deps";
import { historyOf } from "../goals/past/history";
import type { ActionListener } from "../middleware/actions";
import { acknowledgedAction, inDm } from "../middleware/actions";
import { authorizedAction } from "../middleware/authorized-actions";
import { postToDm } from "../platform/messages";
import { isMissingScope, uploadToDm } from "../platform/upload-file";
import { type Message, sectionMessage } from "../ui/blocks";
import { freshnessOf } from "../ui/freshness";
import { counted } from "../ui/text";
import { respondToWhy } from "../why/answer";
import { WHY_EXPORT } from "../why/button-view";
import { decodeTeamSubject, decodeWhyQuestion } from "../why/payload";
import { loadTeamParts } from "../why/team-answer";
import { onlyInWords } from "../why/team-parts-view";
import { captionOf, columnOf, differentIn, type Exported, fileName } from "./caption";
import { type CsvCell, csvText } from "./csv";
import { HISTORY_EXPORT, TEAM_EXPORT } from "./export-view";
import { historyRows } from "./history-rows";
import { partSum, recordSum } from "./sums";
import { teamHolds, teamNote } from "./team-caption";
import { teamRows } from "./team-rows";
import { partRows, recordRows } from "./why-rows";

/** A spreadsheet takes more, a person reads fewer. */
const MOST_RECORDS = 10_000;
const GONE = "That team no longer exists.";
const NO_SCOPE =
  "Slack doesn't let Paceline send files here yet. Ask an admin to add the scope `files:write` to the app and install it again.";

/** "Export CSV" on a team's page: its figures as a file in the DM of whoever pressed; the value is the team's id. */
export const exportTeam: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: TEAM_EXPORT, act: ({ value }) => ({ does: "see-team", team: value === "" ? EVERYONE : value }) },
  async (context, { event: { userId, value } }) => {
    const { deps } = context;
    const teamId = value === "" ? EVERYONE : value;
    const team = teamId === EVERYONE ? null : await deps.teams.one(teamId);
    if (teamId !== EVERYONE && team?.active !== true) return tell(context, userId, sectionMessage(GONE));
    const everybody = await deps.people.all();
    const readers = everybody.filter(({ active }) => active);
    const now = deps.now();
    const figures = await deps.overviews.figures({ now, readers, teams: team === null ? [] : [team] });
    const rows = teamRows({ team, everybody }, figures);
    const { today } = figures.days.team;
    const froms = columnOf(rows, "From").flatMap((cell) => parseDay(String(cell)) ?? []);
    const [from = today] = [...froms, today].sort();
    const freshness = await deps.freshness();
    await send(context, {
      userId,
      rows,
      about: team?.name ?? "Everyone",
      range: { from, to: today },
      holds: teamHolds(rows),
      freshness,
      more: teamNote(rows),
    });
  },
);

/**
 * "Export CSV" below the records behind a figure: a file of them in the DM of whoever pressed; of more than ten thousand it has
 * the first, as the message says then.
 */
export const exportWhy = acknowledgedAction(
  { doing: WHY_EXPORT, replyTo: inDm },
  async (context, { event: { userId, value } }) => {
    const question = decodeWhyQuestion(value);
    const { type, range, sum } = question;
    const { title } = metricOf(type);
    const team = decodeTeamSubject(question.whose);
    if (team !== null) {
      const parts = await loadTeamParts(context, userId, { type, range, team, sum });
      if (parts.kind === "refused") return tell(context, userId, parts.message);
      const rows = partRows(parts.whole, { type, names: parts.names });
      const about = `${title} of ${parts.team?.name ?? "everyone"}`;
      const holds = counted(differentIn(rows, "Person"), "person", "people");
      const only = sum === undefined ? [] : [`${onlyInWords(type, sum)}.`];
      const more = [...only, ...said(partSum(rows, { type, value: parts.whole.value }))].join(" ");
      const freshness = freshnessOf(await context.deps.freshness(), [type]);
      return send(context, { userId, rows, about, range, holds, freshness, more });
    }
    const answer = await respondToWhy(context, userId, { ...question, page: 0, size: MOST_RECORDS });
    if (answer.kind === "refused") return tell(context, userId, answer.message);
    const { why } = answer;
    const about = `${title} of ${why.name ?? "nobody"}`;
    const { freshness } = why;
    const rows = recordRows(why);
    const [more] = said(recordSum(rows, why));
    return send(context, { userId, rows, about, range, holds: recordsInWords(why), freshness, more });
  },
);

function said(words: string | null): readonly string[] {
  return words === null ? [] : [words];
}

/** "57 records, 41 counted", "5 records, all counted", "the first 10,000 of 12,345 records". */
function recordsInWords({ pages, records, counting, reasons }: Why): string {
  const all = reasons.reduce((sum, reason) => sum + reason.records, counting);
  if (pages > 1) return `the first ${records.length.toLocaleString("en-US")} of ${counted(all, "record")}`;
  return `${counted(all, "record")}, ${all === counting ? "all" : counting.toLocaleString("en-US")} counted`;
}

/** "6 metrics". */
function metricsIn(rows: readonly (readonly CsvCell[])[]): string {
  return counted(differentIn(rows, "Metric"), "metric");
}

/**
 * "Export CSV" in one's history: a month of it as a file in the DM of whoever pressed, of themselves alone; the value is the
 * month's first day.
 */
export const exportHistory = acknowledgedAction(
  { doing: HISTORY_EXPORT, replyTo: inDm },
  async (context, { event: { userId, value } }) => {
    const { month, histories, freshness } = await historyOf(context.deps, { userId, month: day(value) });
    const rows = historyRows(histories);
    const holds = `${counted(rows.length - 1, "past period")}, ${metricsIn(rows)}`;
    const more = "One row per goal and period that is over.";
    await send(context, { userId, rows, about: "Goal history", range: month, holds, freshness: freshness.past, more });
  },
);

interface Export extends Exported {
  readonly userId: string;
  readonly rows: readonly (readonly CsvCell[])[];
}

async function send(context: SlackContext, { userId, rows, ...exported }: Export): Promise<void> {
  const { client, deps } = context;
  const display = { days: deps.days, now: deps.now() };
  const file = { userId, name: fileName(exported, deps.days.dayOf(display.now)), text: csvText(rows) };
  try {
    await uploadToDm({ client, apiUrl: deps.apiUrl }, { ...file, comment: captionOf(exported, display) });
  } catch (error) {
    if (!isMissingScope(error)) throw error;
    deps.log.warn({ error }, "Files cannot be sent: the app lacks files:write");
    await tell(context, userId, sectionMessage(NO_SCOPE));
  }
}

async function tell({ client }: SlackContext, userId: string, message: Message): Promise<void> {
  await postToDm(client, { userId, message });
}
