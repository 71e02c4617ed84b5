import type { Period } from "../../goals/goal";
import type { TeamPart, TeamWhole } from "../../goals/teams/team-parts";
import { type MetricType, metricOf, type Unit } from "../../metrics/metrics";
import { EVERYONE } from "../../people/permissions";
import type { DayRange } from "../../time/day";
import { weekdaysInWords } from "../../words/dates";
import { exactFigure } from "../../words/figures";
import { actions, context, header, type Message, sections } from "../ui/blocks";
import type { DisplayContext } from "../ui/dates";
import { counted, foreign, plainForeign } from "../ui/text";
import { whyExportButton } from "./button-view";
import { encodeTeamSubject } from "./payload";

/** What a figure of a team is the sum of. */
export interface TeamPartsPage extends TeamWhole {
  readonly type: MetricType;
  readonly range: DayRange;
  /** The period of the individual goals that the figure is the sum of; everybody counts without it. */
  readonly sum?: Period | undefined;
  /** The named team; `null` for Everyone. */
  readonly team: { readonly _id: string; readonly name: string } | null;
  /** Names by Slack id. */
  readonly names: ReadonlyMap<string, string>;
}

const MOST_PARTS = 40;
const MAX_NAME_LENGTH = 40;

/** Says whose parts make up a team's figure: each person with what they brought, and with their days where these are not all. */
export function teamPartsMessage(page: TeamPartsPage, { days, now }: DisplayContext): Message {
  const { type, range, sum, team, value, parts } = page;
  const today = days.dayOf(now);
  const { title, unit } = metricOf(type);
  const whose = team === null ? "everyone" : plainForeign(team.name, MAX_NAME_LENGTH);
  const heading = `${title} of ${whose}, ${weekdaysInWords(range, today)}`;
  const some = parts.filter((part) => part.value !== 0);
  const shown = some
    .slice(0, MOST_PARTS)
    .map((part) => partLine(part, { page, words: exactFigure(part.value, unit), today }));
  const rest = some.slice(MOST_PARTS);
  const more =
    rest.length === 0 ? [] : [`• ${counted(rest.length, "more person", "more people")}: ${sumOf(rest, unit)}`];
  const whole = unit === "minutes" ? sumOf(some, unit) : exactFigure(value, unit);
  const none = parts.length - some.length;
  return {
    text: `${foreign(heading, 200)}: ${whole}`,
    blocks: [
      header(heading),
      ...sections([`*${whole}* is the sum of:`, ...shown, ...more]),
      ...(none === 0 ? [] : [context(`Nothing yet: ${counted(none, "person", "people")}`)]),
      context(whoCounts(page)),
      actions([whyExportButton({ whose: encodeTeamSubject(team?._id ?? EVERYONE), type, range, sum })]),
    ],
  };
}

/** What people's parts come to as they are shown: talk time by the seconds of each, so that the lines add up. */
function sumOf(parts: readonly TeamPart[], unit: Unit): string {
  const by = unit === "minutes" ? 60 : 100;
  return exactFigure(parts.reduce((sum, part) => sum + Math.round(part.value * by), 0) / by, unit);
}

/** "Only reps with their own weekly goal for calls count": whom a sum of individual goals leaves out. */
export function onlyInWords(type: MetricType, sum: Period): string {
  return `Only reps with their own ${sum} goal for ${metricOf(type).name} count`;
}

function whoCounts({ type, sum, team }: TeamPartsPage): string {
  if (sum === undefined) return team === null ? EVERYBODYS : ON_THEIR_DAYS;
  const how = team === null ? "each once" : "on the days when they're on the team";
  return `${onlyInWords(type, sum)}, ${how}. Only you can see this.`;
}

const EVERYBODYS =
  "Each person counts once, those who have left too. Where a goal is the sum of individual goals, only reps who have one count toward it. Only you can see this.";
const ON_THEIR_DAYS =
  "Each person counts on the days when they're on the team. Where a goal is the sum of individual goals, only reps who have one count toward it. Only you can see this.";

/** "• Ana Torres: 110", with the days of somebody who came or left within them. */
function partLine(
  { userId, days }: TeamPart,
  { page, words, today }: { readonly page: TeamPartsPage; readonly words: string; readonly today: DayRange["from"] },
): string {
  const name = foreign(page.names.get(userId) ?? userId, MAX_NAME_LENGTH);
  const whole = days.length === 1 && days[0]?.from === page.range.from && days[0]?.to === page.range.to;
  return `• ${name}: ${words}${whole ? "" : `, ${days.map((one) => weekdaysInWords(one, today)).join(" and ")}`}`;
}
