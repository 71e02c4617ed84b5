import type { KnownBlock, SectionBlock } from "@slack/types";
import type { GoalLine } from "../../../../goals/overview";
import { type Straggler, standings } from "../../../../goals/teams/standings";
import type { Day } from "../../../../time/day";
import { weekdayInWords } from "../../../../words/dates";
import { figure } from "../../../../words/figures";
import { catchUpInWords, todayTarget, verdictWords } from "../../../goals/pace-view";
import { button, columns, context, header, section } from "../../../ui/blocks";
import type { StaleMark } from "../../../ui/freshness";
import { counted, foreign, someOf } from "../../../ui/text";
import type { HomeLocation } from "../../location";
import { encodeLocation } from "../../payload";
import { TEAM_PERSON } from "../layout";
import type { Teammate } from "../person-page";

/** Somebody who is away today, and through which day. */
export interface AwayToday {
  /** Slack's member id. */
  readonly userId: string;
  readonly name: string;
  readonly through: Day;
}

const MAX_BEHIND = 10;
const MAX_AWAY = 5;
const MAX_NAME_LENGTH = 40;

interface BehindContext {
  readonly location: HomeLocation;
  readonly away: readonly AwayToday[];
  readonly mark: StaleMark;
  /** Slack id of whoever looks: counted as everywhere else, in words of their own instead of a row. */
  readonly reader?: string | undefined;
}

/** Who needs their manager: whoever is behind, the furthest first, in a row each; then how many do not, and who is away. */
export function behindPart(
  people: readonly Teammate[],
  { location, away, mark, reader }: BehindContext,
): readonly KnownBlock[] {
  const { behind: all, onTrack } = standings(people, { type: location.metric, period: location.period });
  const own = all.find(({ userId }) => userId === reader);
  const behind = all.filter((one) => one !== own);
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const shown = behind.slice(0, MAX_BEHIND);
  const leaves = new Map(away.map(({ userId, through }) => [userId, through]));
  const rows = shown.map((one) => {
    const { userId } = one;
    return row(one, { name: names.get(userId) ?? userId, through: leaves.get(userId) ?? null, location, mark });
  });
  const more = behind.length - shown.length;
  return [
    header("Who needs you"),
    ...(rows.length > 0
      ? rows
      : [section(all.length + onTrack.length === 0 ? NO_GOALS : own === undefined ? NOBODY : NOBODY_ELSE)]),
    ...(more > 0 ? [context(`and ${more.toLocaleString("en-US")} more behind`)] : []),
    ...(own === undefined ? [] : [context(`🔴 You're behind in ${counted(own.goals.length, "goal")}`)]),
    ...(onTrack.length > 0 ? [context(`🟢 On track: ${onTrackInWords(onTrack, reader)}`)] : []),
    ...(away.length > 0 ? [context(`🏝 Away today: ${awayInWords(away)}`)] : []),
  ];
}

const NOBODY = "Nobody is behind.";
const NOBODY_ELSE = "Nobody besides you is behind.";
const NO_GOALS = "Nobody has a goal here yet.";

/** "3 people", "3 people, with you", "you". */
function onTrackInWords(userIds: readonly string[], reader: string | undefined): string {
  const all = counted(userIds.length, "person", "people");
  if (reader === undefined || !userIds.includes(reader)) return all;
  return userIds.length === 1 ? "you" : `${all}, with you`;
}

interface Row {
  readonly name: string;
  /** The last day on which they are away; `null` for whoever is not. */
  readonly through: Day | null;
  readonly location: HomeLocation;
  readonly mark: StaleMark;
}

/**
 * "🔴 @Ben Okafor, Calls, weekly · 1 more goal behind", and beside it "121 calls short · 41 more a day, 12 of 121 today", in two
 * lines each. A mention on a page pings nobody, and leads to the person and a message to them.
 */
function row({ userId, goals }: Straggler, { name, through, location, mark }: Row): SectionBlock {
  const [worst] = goals;
  if (worst === undefined) return section(foreign(name, MAX_NAME_LENGTH));
  const [sign = ""] = verdictWords(worst).split(" ");
  const today = doneToday(worst);
  const more = goals.length > 1 ? ` · ${counted(goals.length - 1, "more goal")} behind` : "";
  const gone = through === null ? "" : ` · 🏝 through ${weekdayInWords(through)}`;
  const who = [`${sign} *<@${userId}>*${gone}`, `${foreign(worst.title)}, ${worst.period}${more}`];
  const what = [`${catchUpInWords(worst)}${mark(worst)}`, ...(today === null ? [] : [today])];
  return {
    ...columns(who.join("\n"), what.join("\n")),
    accessory: button(TEAM_PERSON, "Goals", {
      value: encodeLocation({ ...location, person: userId }),
      accessibility_label: `Goals of ${name}`.slice(0, 75),
    }),
  };
}

/** "12 of 121 today", also "0 of 121 today": what somebody else has not begun is said as well. */
function doneToday(line: GoalLine): string | null {
  const words = todayTarget(line);
  const isBare = line.pace.today?.done === 0 && line.period !== "daily" && line.coveredBy === undefined;
  return words !== null && isBare ? `${figure(0, line.unit)} of ${words}` : words;
}

function awayInWords(away: readonly AwayToday[]): string {
  const each = away.map(
    ({ name, through }) => `${foreign(name, MAX_NAME_LENGTH)} (through ${weekdayInWords(through)})`,
  );
  return someOf(each, MAX_AWAY);
}
