import { metricOf } from "../../metrics/metrics";
import { EVERYONE } from "../../people/permissions";
import { type DayRange, day } from "../../time/day";
import type { Why } from "../../why/why";
import type { SlackContext } from "../deps";
import { historyOf } from "../goals/past/history";
import type { ActionListener } from "../middleware/actions";
import { acknowledgedAction, inDm } from "../middleware/actions";
import { authorizedAction } from "../middleware/authorized-actions";
import { postToDm } from "../platform/messages";
import { isMissingScope, uploadToDm } from "../platform/upload-file";
import { type Message, sectionMessage } from "../ui/blocks";
import { foreign } from "../ui/text";
import { respondToWhy } from "../why/answer";
import { decodeTeamSubject, decodeWhyQuestion, WHY_EXPORT } from "../why/button-view";
import { loadTeamParts } from "../why/team-answer";
import { onlyInWords } from "../why/team-parts-view";
import { type CsvCell, csvText } from "./csv";
import { HISTORY_EXPORT, TEAM_EXPORT } from "./export-view";
import { historyRows } from "./history-rows";
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
    const about = `${team?.name ?? "Everyone"} figures`;
    await send(context, { userId, rows, about, range: { from: today, to: today } });
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
      const more = sum === undefined ? "" : ` ${onlyInWords(type, sum)}.`;
      return send(context, { userId, rows, about, range, more });
    }
    const answer = await respondToWhy(context, userId, { ...question, page: 0, size: MOST_RECORDS });
    if (answer.kind === "refused") return tell(context, userId, answer.message);
    const { why } = answer;
    const about = `${title} of ${why.name ?? "nobody"}`;
    return send(context, { userId, rows: recordRows(why), about, range, more: cutInWords(why) });
  },
);

/** " The first 10,000 of 12,345 records."; nothing where all are sent. */
function cutInWords({ pages, records, counting, reasons }: Why): string {
  if (pages === 1) return "";
  const all = reasons.reduce((sum, reason) => sum + reason.records, counting);
  return ` The first ${records.length.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} records.`;
}

/**
 * "Export CSV" in one's history: a month of it as a file in the DM of whoever pressed, of themselves alone; the value is the
 * month's first day.
 */
export const exportHistory = acknowledgedAction(
  { doing: HISTORY_EXPORT, replyTo: inDm },
  async (context, { event: { userId, value } }) => {
    const { month, histories } = await historyOf(context.deps, { userId, month: day(value) });
    await send(context, { userId, rows: historyRows(histories), about: "History", range: month });
  },
);

interface Export {
  readonly userId: string;
  readonly rows: readonly (readonly CsvCell[])[];
  /** What the file is about, as plain text that may hold foreign names. */
  readonly about: string;
  readonly range: DayRange;
  readonly more?: string;
}

async function send(context: SlackContext, { userId, rows, about, range, more = "" }: Export): Promise<void> {
  const { client, deps } = context;
  const days = range.from === range.to ? range.from : `${range.from}..${range.to}`;
  const file = { userId, name: fileName(about, range), text: csvText(rows) };
  try {
    await uploadToDm({ client, apiUrl: deps.apiUrl }, { ...file, comment: `${foreign(about)}, ${days}.${more}` });
  } catch (error) {
    if (!isMissingScope(error)) throw error;
    deps.log.warn({ error }, "Files cannot be sent: the app lacks files:write");
    await tell(context, userId, sectionMessage(NO_SCOPE));
  }
}

/** `calls-of-ana-torres-2026-10-01.csv`: letters and digits alone, whatever the name. */
function fileName(about: string, { from, to }: DayRange): string {
  const words = about
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60);
  return `${words.replaceAll(/^-|-$/g, "")}-${from === to ? from : `${from}-${to}`}.csv`;
}

async function tell({ client }: SlackContext, userId: string, message: Message): Promise<void> {
  await postToDm(client, { userId, message });
}
