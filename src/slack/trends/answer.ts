import type { Trend, TrendRange } from "../../goals/trends/trends";
import { METRICS, type MetricType } from "../../metrics/metrics";
import { type Actor, EVERYONE, mainTeam } from "../../people/permissions";
import type { Person } from "../../people/person";
import type { Freshness } from "../../sync/state/freshness";
import type { Team } from "../../teams/team";
import type { Day, DayRange } from "../../time/day";
import { readerDays } from "../../time/reader-day";
import type { SlackContext } from "../deps";
import { figureState } from "../goals/figure-state";
import { overviewOfTeam } from "../goals/team/team";
import type { TrendQuestion } from "../goals/trend-button-view";
import { authorize } from "../middleware/access";
import { parseDayRange } from "../parse/day-range";
import { newcomerMessage } from "../ui/access-messages";
import { type Message, sectionMessage } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import { noDataInWords } from "../ui/freshness";
import { trendHelp } from "../ui/help";
import { decodeTeamSubject, encodeTeamSubject } from "../why/payload";
import type { TrendDisplay } from "./part-view";
import { nothingRead, trendMessage } from "./view";

/** A question with the days as they were named; without any, the last 12 weeks. */
export interface TrendRequest extends TrendQuestion {
  readonly days: string | null;
}

export const DEFAULT_DAYS = "12 weeks";
const NOT_YOURS = "Only their managers and admins can see other people's trends. Yours: `/goals trend calls`.";
const NOT_THE_TEAM = "Only a team's managers and admins can see its trends. Yours: `/goals trend calls`.";
const UNKNOWN = "This person hasn't been synced yet, so there's nothing to show.";
const NO_SUCH_TEAM = "That team no longer exists.";

/** Answers with charts, if whoever asks may see the figures, which is checked each time. */
export async function respondToTrend(
  context: SlackContext,
  userId: string,
  request: TrendRequest,
): Promise<Message | ChartMessage> {
  const { deps } = context;
  const actor = await deps.actor(userId);
  if (actor.role === "newcomer") return newcomerMessage({ syncing: await deps.syncing() });
  const teamId = teamMeant(request.whose, actor);
  if (teamId !== null) {
    const act = { does: "see-team", team: teamId } as const;
    if (!(await authorize(deps, { userId, act, doing: "/goals trend" }))) return sectionMessage(NOT_THE_TEAM);
    const team = teamId === EVERYONE ? null : await deps.teams.one(teamId);
    if (teamId !== EVERYONE && team?.active !== true) return sectionMessage(NO_SUCH_TEAM);
    const whose = { id: encodeTeamSubject(teamId), name: team?.name ?? "Team" };
    return drawn(context, { request: { ...request, whose: whose.id }, of: { team }, whose });
  }
  const of = request.whose === "me" ? userId : request.whose;
  const may = await authorize(deps, { userId, act: { does: "see-figures", of }, doing: "/goals trend" });
  if (!may) return sectionMessage(NOT_YOURS);
  const person = await deps.people.one(of);
  if (person === null) return sectionMessage(UNKNOWN);
  const whose = of === userId ? ("me" as const) : { id: of, name: person.name };
  return drawn(context, { request, of: { person }, whose });
}

/** The id of the team whose trends are asked for; `null` where a person's are. */
function teamMeant(whose: string, actor: Actor): string | null {
  return whose === "team" ? mainTeam(actor) : decodeTeamSubject(whose);
}

interface Drawing {
  readonly request: TrendRequest;
  /** One person, or a team, with `null` Everyone. */
  readonly of: { readonly person: Person } | { readonly team: Team | null };
  readonly whose: TrendDisplay["whose"];
}

async function drawn({ deps }: SlackContext, { request, of, whose }: Drawing): Promise<Message | ChartMessage> {
  const { first, freshness, ...display } = await figureState(deps);
  if (first !== null) return sectionMessage(noDataInWords(first));
  const clocks = readerDays(deps.now(), deps.days);
  const day = "team" in of ? clocks.team : clocks.of(of.person);
  const days = request.days ?? DEFAULT_DAYS;
  const asked = parseDayRange(days, day.today);
  if (typeof asked === "string") return trendHelp(asked);
  const since = firstReadDay(request.types, freshness);
  const range = rangeRead(asked, { today: day.today, since });
  if (range === null) return nothingRead(asked, day.today);
  const query: TrendRange = { range, day, types: request.types };
  const reads =
    "team" in of ? teamReads(deps, { team: of.team, query }) : memberReads(deps, { person: of.person, query });
  const { trends, running } = await reads;
  const readSince = since !== null && asked.from < since ? since : null;
  return trendMessage(trends, {
    request: { ...request, days },
    ...{ whose, asked, range, day, running, readSince, freshness },
    ...display,
  });
}

/** Trends, and the goals that they are against as these stand now, which are asked for where the days go to today alone. */
type Reads = Promise<{ readonly trends: readonly Trend[]; readonly running: TrendDisplay["running"] }>;

async function memberReads(
  { trends, overview }: SlackContext["deps"],
  { person, query }: { readonly person: Person; readonly query: TrendRange },
): Reads {
  const [found, now] = await Promise.all([
    trends.ofMember(person, query),
    goesToToday(query) ? overview(person._id) : null,
  ]);
  return { trends: found, running: now?.goals ?? [] };
}

async function teamReads(
  deps: SlackContext["deps"],
  { team, query }: { readonly team: Team | null; readonly query: TrendRange },
): Reads {
  const people = (await deps.people.all()).filter(({ active }) => active);
  const [found, now] = await Promise.all([
    deps.trends.ofTeam(people, { ...query, team }),
    goesToToday(query) ? overviewOfTeam(deps, { team, people }) : null,
  ]);
  return { trends: found, running: now?.team ?? [] };
}

function goesToToday({ range, day }: TrendRange): boolean {
  return range.to === day.today;
}

/** The first day from which on all sources of these metrics were read without a gap; `null` where none was read. */
function firstReadDay(types: readonly MetricType[] | null, freshness: readonly Freshness[]): Day | null {
  const sources = new Set(
    METRICS.filter(({ type }) => types === null || types.includes(type)).flatMap((metric) => metric.sources),
  );
  const firsts = freshness.flatMap(({ source, state, from }) =>
    sources.has(source) && state !== "off" && from !== undefined ? [from] : [],
  );
  return firsts.sort().at(-1) ?? null;
}

/** The days that can be drawn: none that lies ahead, and none that was never read, which would look like a zero. */
function rangeRead({ from, to }: DayRange, { today, since }: { today: Day; since: Day | null }): DayRange | null {
  const range = { from: since !== null && from < since ? since : from, to: to < today ? to : today };
  return range.from <= range.to ? range : null;
}
