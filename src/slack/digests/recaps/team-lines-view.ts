import type { TeamRecapPart } from "../../../digests/content/team-recap";
import { goalStatus, isBehind } from "../../../goals/status";
import { byNeed } from "../../../goals/teams/standings";
import type { Day } from "../../../time/day";
import { weekdayInWords, weekdaysInWords } from "../../../words/dates";
import { goalFigures, verdictWords } from "../../goals/pace-view";
import { statusCounts } from "../../goals/status-words";
import { coverage } from "../../goals/team/team-rows-view";
import { foreign, someOf } from "../../ui/text";
import { personIn } from "./recap-people-view";

interface LineOptions {
  /** By Slack id. */
  readonly names: ReadonlyMap<string, string>;
  readonly monday: Day;
  /** How many lines, and names in a line. */
  readonly most: number;
}

/** The team's goals, and who is away. */
export function teamLines(part: TeamRecapPart, options: LineOptions): readonly string[] {
  const begins = part.goals.every((goal) => goalStatus(goal) === "not-started");
  return [...(begins ? [] : goalLines(part, options)), ...awayLine(part, options)];
}

/** "🏝 *Away this week*: Ana Torres (Mon, Oct 26 – Tue, Oct 27)". */
export function awayLine(
  { away }: Pick<TeamRecapPart, "away">,
  { names, monday, most }: LineOptions,
): readonly string[] {
  const people = away.map(({ userId, days }) => {
    const when = days.map((range) =>
      range.from === range.to ? weekdayInWords(range.from) : weekdaysInWords(range, monday),
    );
    return `${personIn(names, userId)} (${when.join(", ")})`;
  });
  return people.length === 0 ? [] : [`🏝 *Away this week*: ${someOf(people, most)}`];
}

/** The team's goals that are behind, a line each; the rest in one. */
function goalLines({ goals }: TeamRecapPart, { most }: LineOptions): readonly string[] {
  const behind = goals.filter(isBehind).sort(byNeed);
  const shown = behind.slice(0, most).map((line) => {
    const of = coverage(line);
    return `🎯 *${foreign(line.title)}*, ${line.period}${of === null ? "" : `, ${of}`}: ${goalFigures(line)}, ${verdictWords(line)}`;
  });
  const rest = statusCounts(goals.filter((line) => !isBehind(line) || behind.indexOf(line) >= most));
  return [...shown, ...(rest.length > 0 ? [`🎯 *Team goals*: ${rest.join(", ")}`] : [])];
}
