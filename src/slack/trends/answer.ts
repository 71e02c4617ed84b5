import type { TrendRange } from "../../goals/trends/trends";
import { METRICS, type MetricType } from "../../metrics/metrics";
import { EVERYONE } from "../../people/permissions";
import type { Person } from "../../people/person";
import type { Freshness } from "../../sync/state/freshness";
import type { Day, DayRange } from "../../time/day";
import { readerDays } from "../../time/reader-day";
import type { SlackContext } from "../deps";
import { figureState } from "../goals/figure-state";
import type { TrendQuestion } from "../goals/trend-button-view";
import { authorize } from "../middleware/access";
import { parseDayRange } from "../parse/day-range";
import { newcomerMessage } from "../ui/access-messages";
import { type Message, sectionMessage } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import { noDataInWords } from "../ui/freshness";
import { trendHelp } from "../ui/help";
import { nothingRead, trendMessage } from "./view";

/** A question with the days as they were named; without any, the last 12 weeks. */
export interface TrendRequest extends TrendQuestion {
  readonly days: string | null;
}

export const DEFAULT_DAYS = "12 weeks";
const NOT_YOURS = "Only their managers and admins can see other people's trends. Yours: `/goals trend calls`.";
const NOT_THE_TEAM = "Only a team's managers and admins can see its trends. Yours: `/goals trend calls`.";
const NOT_EVERYONE =
  "A team trend shows everyone together, and you manage a part of them. One of your reps: `/goals trend calls @rep`.";
const UNKNOWN = "This person hasn't been synced yet, so there's nothing to show.";

/** Answers with charts, if whoever asks may see the figures, which is checked each time. */
export async function respondToTrend(
  context: SlackContext,
  userId: string,
  request: TrendRequest,
): Promise<Message | ChartMessage> {
  const { deps } = context;
  const { role } = await deps.actor(userId);
  if (role === "newcomer") return newcomerMessage();
  const of = request.whose === "me" ? userId : request.whose;
  const act = of === "team" ? ({ does: "see-team", team: EVERYONE } as const) : ({ does: "see-figures", of } as const);
  if (!(await authorize(deps, { userId, act, doing: "/goals trend" }))) {
    if (of !== "team") return sectionMessage(NOT_YOURS);
    return sectionMessage(role === "manager" ? NOT_EVERYONE : NOT_THE_TEAM);
  }
  const person = of === "team" ? null : await deps.people.one(of);
  if (of !== "team" && person === null) return sectionMessage(UNKNOWN);
  const whose = person === null ? "team" : person._id === userId ? "me" : person;
  return drawn(context, { request, person, whose });
}

async function drawn(
  { deps }: SlackContext,
  {
    request,
    person,
    whose,
  }: { readonly request: TrendRequest; readonly person: Person | null; readonly whose: "me" | "team" | Person },
): Promise<Message | ChartMessage> {
  const { first, freshness, ...display } = await figureState(deps);
  if (first !== null) return sectionMessage(noDataInWords(first));
  const clocks = readerDays(deps.now(), deps.days);
  const day = person === null ? clocks.team : clocks.of(person);
  const days = request.days ?? DEFAULT_DAYS;
  const asked = parseDayRange(days, day.today);
  if (typeof asked === "string") return trendHelp(asked);
  const since = firstReadDay(request.types, freshness);
  const range = rangeRead(asked, { today: day.today, since });
  if (range === null) return nothingRead(asked, day.today);
  const query: TrendRange = { range, day, types: request.types };
  const trends =
    person === null
      ? await deps.trends.ofTeam(
          (await deps.people.all()).filter(({ active }) => active),
          query,
        )
      : await deps.trends.ofMember(person, query);
  const readSince = since !== null && asked.from < since ? since : null;
  return trendMessage(trends, {
    request: { ...request, days },
    ...{ whose, range, day, readSince, freshness },
    ...display,
  });
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
