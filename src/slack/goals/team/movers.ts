import { periodOf } from "../../../goals/goal";
import { memberIdsWithin, memberSpans } from "../../../teams/membership";
import type { Team } from "../../../teams/team";
import type { Day, DayRange } from "../../../time/day";
import { dayInWords, rangeInWords } from "../../../words/dates";
import { foreign, listed, someOf } from "../../ui/text";

const MAX_NAMED = 6;
const MAX_NAME_LENGTH = 40;

/**
 * Says who came to a team or left it in this week or month, and which days count where: "Ben Okafor since Oct 15". `null` where
 * nobody did, and of Everyone, whose figures count each person on all days.
 */
export function moversInWords(
  team: Pick<Team, "members"> | null,
  { names, today }: { readonly names: ReadonlyMap<string, string>; readonly today: Day },
): string | null {
  if (team === null) return null;
  const [week, month] = [periodOf("weekly", today), periodOf("monthly", today)];
  const [from = today] = [week.from, month.from].sort();
  const [, to = today] = [week.to, month.to].sort();
  const range = { from, to };
  const moved = [...memberIdsWithin(team.members, range)].flatMap((userId) => {
    const name = names.get(userId);
    const spans = memberSpans(team.members, { userId, range });
    const isWhole = spans.length === 1 && spans[0]?.from === range.from && spans[0].to === range.to;
    return name === undefined || isWhole
      ? []
      : [`${foreign(name, MAX_NAME_LENGTH)} ${spansInWords(spans, { range, today })}`];
  });
  if (moved.length === 0) return null;
  return `On this team for some days only: ${someOf(moved, MAX_NAMED)}. Team goals and the CSV's *Actual* count just those days; a person's own goals count all of theirs.`;
}

/** "since Oct 15", "until Oct 14", "Oct 6–14". */
function spansInWords(
  spans: readonly DayRange[],
  { range, today }: { readonly range: DayRange; readonly today: Day },
): string {
  return listed(
    spans.map((span) => {
      if (span.to === range.to) return `since ${dayInWords(span.from)}`;
      return span.from === range.from ? `until ${dayInWords(span.to)}` : rangeInWords(span, today);
    }),
  );
}
