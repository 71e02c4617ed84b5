import type { Leaderboard } from "../../digests/content/leaderboard";
import type { MetricType } from "../../metrics/metrics";
import { SOURCES } from "../../metrics/sources";
import type { Freshness } from "../../sync/state/freshness";
import { addDays, daysBetween } from "../../time/day";
import { weekdayInWords } from "../../words/dates";
import { type DisplayContext, momentInTeamZone } from "../ui/dates";
import { asOfLine, freshnessOf, sourceTitles } from "../ui/freshness";
import { foreign } from "../ui/text";
import { MAX_RANKED_NAME, movedMark, NEWLY_RANKED } from "./ranking-words";

/** A board, and how fresh the figures are that it may show. */
interface NotedBoard extends DisplayContext {
  readonly leaderboard: Leaderboard;
  readonly freshness: readonly Freshness[];
  readonly postedBy?: string | null;
  readonly isPostedAgain?: boolean;
}

/** The instant at which a board's last day is over for the team. */
export function endOf({ leaderboard, days }: Pick<NotedBoard, "leaderboard" | "days">): Date {
  return days.startOf(addDays(leaderboard.to, 1));
}

/** Tells whether a source was read after an instant; one that was never read lacks nothing of these days alone. */
export function isReadTo({ asOf }: Pick<Freshness, "asOf">, over: Date): boolean {
  return asOf === null || asOf >= over;
}

/** Begins a note on what is missing. */
export const MISSING = "⚠️";

/** "⚠️ JustCall was last read Wed 2:05 PM EDT: what came later is missing", of each source that was not read to the end of these days. */
export function missingNotes({ leaderboard, freshness, ...reading }: NotedBoard): readonly string[] {
  const over = endOf({ leaderboard, ...reading });
  return shownSources({ leaderboard, freshness }).flatMap(({ source, asOf }) => {
    if (asOf === null || isReadTo({ asOf }, over)) return [];
    const at = momentInTeamZone(asOf, reading);
    return [`${MISSING} ${SOURCES[source].title} was last read ${at}: what came later is missing`];
  });
}

/** Says when a metric of a board was last read that was not read to the end of these days, as the company's clock tells it; `null` of every other. */
export function lastRead(type: MetricType, { leaderboard, freshness, ...reading }: NotedBoard): string | null {
  const late = freshnessOf(freshness, [type]).flatMap(({ asOf }) => (asOf === null ? [] : [asOf]));
  const [first] = late
    .filter((asOf) => !isReadTo({ asOf }, endOf({ leaderboard, ...reading })))
    .sort((a, b) => +a - +b);
  return first === undefined ? null : momentInTeamZone(first, reading);
}

/** Tells whether some of a board's days of a metric was read, or none of its sources ever was. */
export function isBegun(type: MetricType, { leaderboard, freshness, days }: NotedBoard): boolean {
  const begin = days.startOf(leaderboard.from);
  return freshnessOf(freshness, [type]).every(({ asOf }) => asOf === null || asOf >= begin);
}

/**
 * Says who posted it by hand, where its top doesn't, how people are ranked, what the marks are about, where there are any, and how fresh
 * figures are, by the company's clock.
 */
export function footer({
  leaderboard,
  freshness,
  postedBy = null,
  isPostedAgain = false,
  ...reading
}: NotedBoard): string {
  const { by } = leaderboard;
  const over = endOf({ leaderboard, ...reading });
  const whole = shownSources({ leaderboard, freshness }).filter((one) => isReadTo(one, over));
  const asOf = asOfLine(whole, { ...reading, moment: momentInTeamZone });
  const ranking = [...(by === "share" ? [RANKED_BY_SHARE] : []), ...movesInWords(leaderboard)];
  const rest = [
    ...(postedBy === null || isPostedAgain ? [] : [`Posted by ${foreign(postedBy, MAX_RANKED_NAME)}`]),
    ...(asOf === null ? [] : [asOf]),
  ];
  const lines = [ranking, rest].flatMap((notes) => (notes.length === 0 ? [] : [notes.join(". ")]));
  return lines.join("\n") || `From ${sourceTitles()}`;
}

/** "▲▼ since the post of Wed, Oct 28 (new: not ranked then)"; of a week that is over "▲▼ against the week before, as posted Mon, Oct 26". */
function movesInWords(leaderboard: Leaderboard): readonly string[] {
  const { since, sections } = leaderboard;
  const marks = sections.flatMap((board) => board.rows.map((row) => movedMark(board, row).trim()));
  if (since === null || marks.every((mark) => mark === "")) return [];
  const entered = marks.includes(NEWLY_RANKED) ? " (new: not ranked then)" : "";
  const on = weekdayInWords(since);
  return [
    `▲▼ ${isThisWeek(leaderboard) ? `since the post of ${on}` : `against the week before, as posted ${on}`}${entered}`,
  ];
}

/** Tells whether a board is of the week that its day lies in, which goes on. */
export function isThisWeek({ day, from }: Pick<Leaderboard, "day" | "from">): boolean {
  return daysBetween(from, day) < 7;
}

const RANKED_BY_SHARE = "Percent of each one's own goal for these days";

function shownSources({ leaderboard, freshness }: Pick<NotedBoard, "leaderboard" | "freshness">): readonly Freshness[] {
  return freshnessOf(
    freshness,
    leaderboard.sections.map(({ type }) => type),
  );
}
