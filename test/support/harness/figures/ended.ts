import type { Block, KnownBlock } from "@slack/types";
import { boardMembers, boardRanges } from "../../../../src/digests/content/board-members";
import { leaderboard } from "../../../../src/digests/content/leaderboard";
import { leaderboardCandidates } from "../../../../src/digests/content/leaderboard-candidates";
import { recap, recapRanges } from "../../../../src/digests/content/recap";
import { teamRecap, teamRecapRanges } from "../../../../src/digests/content/team-recap";
import type { RecapSpan } from "../../../../src/digests/planned-message";
import { countedDays } from "../../../../src/goals/calendar";
import type { Goal } from "../../../../src/goals/goal";
import { figureRanges } from "../../../../src/goals/range-sums";
import { byPerson, teamOverviewOf } from "../../../../src/goals/teams/team-figures";
import { goalHistories, historyRanges, monthBack } from "../../../../src/goals/trends/history";
import { seriesRanges } from "../../../../src/goals/trends/series";
import { memberTrends } from "../../../../src/goals/trends/trends";
import type { MetricType } from "../../../../src/metrics/metrics";
import { EVERYONE } from "../../../../src/people/permissions";
import type { Person } from "../../../../src/people/person";
import { boardMessage } from "../../../../src/slack/boards/leaderboard-view";
import { recapParts } from "../../../../src/slack/digests/recaps/recap-view";
import { teamRecapMessage } from "../../../../src/slack/digests/recaps/team-recap-view";
import { csvText } from "../../../../src/slack/exports/csv";
import { historyRows } from "../../../../src/slack/exports/history-rows";
import { MY_PAGE } from "../../../../src/slack/home/location";
import { historyPage } from "../../../../src/slack/home/views/my/history-page";
import { trendMessage } from "../../../../src/slack/trends/view";
import { type Day, type DayRange, day } from "../../../../src/time/day";
import { readerDay } from "../../../../src/time/reader-day";
import { WEEK } from "../../../../src/time/work-schedule";
import { PLAIN_CALENDAR } from "../../builders/calendars";
import { rangeSums, someFigures } from "../../builders/goal-figures";
import type { Figure } from "../../builders/goals";
import { READING } from "../home";
import { lines } from "../slack-blocks";
import { readAt } from "../trends/trend-message";

/** The Monday on which last week and last month are both over. */
export const MONDAY = day("2026-11-02");
export const LAST_WEEK = { period: "weekly", from: day("2026-10-26"), to: day("2026-11-01") } as const;
export const OCTOBER = { period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") } as const;
const READER = readerDay(MONDAY, MONDAY);
const NOON = { ...READING, now: new Date("2026-11-02T17:00:00Z") };

/** A company whose figures are so many days before that Monday; the first of its people is whose figures are asked about. */
export interface EndedCompany {
  readonly people: readonly Person[];
  readonly goals: readonly Goal[];
  readonly figures: readonly Figure[];
  readonly type: MetricType;
}

/** A chart as it is drawn: its title, whether its points add up, and what it draws of the one who is asked about. */
export interface Drawn {
  readonly title: string;
  readonly kind: "line" | "bar";
  readonly points: readonly { readonly label: string; readonly value: number }[];
}

/** What is said and drawn on that Monday of the week and the month that are over. */
export function endedSurfaces(company: EndedCompany) {
  const [person] = company.people;
  if (person === undefined) throw new Error("There is a person");
  const own = { person, ...company };
  const history = historyOf(own);
  const board = boardMessage({ leaderboard: boardOf(own), freshness: [], ...NOON });
  return {
    recaps: { weekly: recapOf(LAST_WEEK, own), monthly: recapOf(OCTOBER, own) },
    trends: { weekly: trendOf(LAST_WEEK, own), monthly: trendOf(OCTOBER, own) },
    history: lines(
      historyPage({ tabs: ["me"], location: MY_PAGE, ...history, running: [], unread: [], asOf: null, syncing: null })
        .blocks,
    ),
    file: csvText(historyRows(history.histories)),
    board: shownOf(board.blocks),
    team: lines(teamRecapOf(own).blocks),
  };
}

type Own = EndedCompany & { readonly person: Person };

function sumsOf(figures: readonly Figure[], ranges: readonly DayRange[]) {
  return rangeSums(figures, { today: MONDAY, ranges });
}

function recapOf(span: RecapSpan, { person, goals, figures }: Own) {
  const own = goals.filter(({ userId }) => userId === person._id);
  const sums = sumsOf(figures, recapRanges([span], own));
  const made = recap(span, { person, goals: own, sums, calendar: PLAIN_CALENDAR, isRead: () => true, today: MONDAY });
  if (made === null) return { lines: [], charts: [] };
  const { words, chart } = recapParts(made, { today: MONDAY, draws: true });
  return { lines: lines(words), charts: shownOf(chart).charts };
}

function trendOf(span: RecapSpan, { person, goals, figures, type }: Own) {
  const range = { from: span.from, to: span.to };
  const sums = sumsOf(figures, seriesRanges(range, READER));
  const asked = { range, day: READER, types: [type] };
  const own = goals.filter(({ period }) => period === span.period);
  const trends = memberTrends(person, { figures: { goals: own, sums, calendar: PLAIN_CALENDAR }, asked });
  const request = { whose: "me", types: [type], days: "last month" } as const;
  const shown = {
    ...NOON,
    whose: "me",
    request,
    range,
    day: READER,
    readSince: null,
    freshness: readAt(NOON.now),
  } as const;
  return shownOf(trendMessage(trends, { ...shown, asked: range, running: [] }).blocks);
}

function historyOf({ person, goals, figures }: Own) {
  const reader = { today: MONDAY, ended: false };
  const month = monthBack(reader, 1);
  const own = goals.filter(({ userId }) => userId === person._id);
  const sums = sumsOf(figures, historyRanges(month, reader));
  const counted = countedDays(undefined, PLAIN_CALENDAR);
  return { month, histories: goalHistories(own, { month, reader, sums, counted, isRead: () => true }) };
}

function boardOf({ people, figures, type }: Own) {
  const range = { from: LAST_WEEK.from, to: LAST_WEEK.to };
  const ranges = boardRanges(null, range);
  const sums = { ranges, rowsOf: byPerson(sumsOf(figures, ranges).rows) };
  const candidates = leaderboardCandidates(people, {
    ...{ day: MONDAY, days: READING.days, goalsOf: new Map(), firstDay: null },
    team: { paceDays: "working", week: WEEK, holidays: new Set<Day>() },
    members: boardMembers(null, { range, sums }),
  });
  return leaderboard({
    ...{
      teamId: EVERYONE,
      team: null,
      day: MONDAY,
      range,
      candidates,
      metrics: [type],
      topN: 100,
      by: "value",
      last: null,
    },
  });
}

function teamRecapOf({ people, goals, figures }: Own) {
  const days = [-1, 0, 1].map(() => READER);
  const sums = sumsOf(figures, [...figureRanges(days), ...teamRecapRanges(MONDAY)]);
  const read = { ...someFigures({ today: MONDAY, goals, figures }), sums };
  const goalsOf = new Map(people.map(({ _id }) => [_id, goals.filter(({ userId }) => userId === _id)]));
  const made = teamRecap(MONDAY, [{ teamId: "everyone", name: null, overview: teamOverviewOf(people, read) }], {
    ...{ figures: read, goalsOf, people: new Map(people.map((one) => [one._id, one])), isRead: () => true },
  });
  return teamRecapMessage({
    ...{ recap: made, names: new Map(people.map(({ _id, name }) => [_id, name])), freshness: [], ...NOON },
    homeUrl: undefined,
  });
}

/** The lines of a message, and its charts, each with the points of its first line. */
function shownOf(blocks: readonly (KnownBlock | Block)[]): {
  readonly lines: readonly string[];
  readonly charts: readonly Drawn[];
} {
  const json: readonly Readonly<Record<string, unknown>>[] = JSON.parse(JSON.stringify(blocks));
  const charts = json
    .filter(({ type }) => type === "data_visualization")
    .map((block) => {
      const { title, chart } = block as {
        title: string;
        chart: { type: Drawn["kind"]; series: { data: Drawn["points"] }[] };
      };
      return { title, kind: chart.type, points: chart.series[0]?.data ?? [] };
    });
  return { lines: lines(blocks.filter(({ type }) => type !== "data_visualization") as KnownBlock[]), charts };
}
