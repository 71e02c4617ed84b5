import type { KnownBlock } from "@slack/types";
import type { Digest } from "../../digests/content/digest";
import type { NamedGoalChange } from "../../digests/content/goal-changes";
import { praiseKey } from "../../digests/content/praise";
import { isSilent } from "../../digests/content/recap";
import type { RecapSpan } from "../../digests/planned-message";
import { byMetric, standingApart } from "../../goals/metric-goals";
import type { GoalLine } from "../../goals/overview";
import { askedFirst } from "../../goals/teams/standings";
import { type Freshness, isNeverRead } from "../../sync/state/freshness";
import { weekdayInWords } from "../../words/dates";
import { zoneInWords } from "../../words/times";
import { goalNames, WHERE_LATER } from "../goals/list-view";
import { NO_GOALS } from "../goals/no-goals-view";
import { endedNote, planInWords } from "../goals/plan-view";
import { statusTally } from "../goals/status-words";
import { actions, button, context, fits, fitsTogether, header, type Message, section } from "../ui/blocks";
import type { ChartBlock } from "../ui/charts";
import type { DisplayContext } from "../ui/dates";
import { asOfLine } from "../ui/freshness";
import { shortWeekWords } from "../ui/short-week";
import { counted, unbrokenParts } from "../ui/text";
import { whyButtonOf } from "../why/button-view";
import { correctionsLine, fallenFirst, fallenLine } from "./corrections-view";
import { firstDigestPart } from "./first-digest-view";
import { changesPart } from "./goal-changes-view";
import { goalRows, shortRows } from "./goal-rows-view";
import { MY_DIGEST, SNOOZE_DOES } from "./next-digest-view";
import { isOldOrMissing, oldFigures, oldMark } from "./old-figures-view";
import { ofWeekLine, pastLines } from "./past-view";
import { praisedInRows, praisePart } from "./praise-view";
import { inCharts, inFull, ownRecaps, reachedInOwnLine, recapSpan } from "./recaps/own-recaps-view";
import { isLastWeek } from "./recaps/recap-view";

export interface DigestValues extends DisplayContext {
  /** The id of its delivery; absent where it is only looked at. */
  readonly id?: string;
  readonly digest: Digest;
  /** Covers the sources that this person's goals are counted from, except those that are off. */
  readonly freshness: readonly Freshness[];
  /** What others changed in this person's goals and is told here. */
  readonly goalChanges?: readonly NamedGoalChange[];
  /** Whether this person got no digest before. */
  readonly isFirst?: boolean;
  /** Whether what its week and month came to is said in the recap of teams that comes behind it. */
  readonly recapsBehind?: boolean;
  /** Opens Home in Slack; absent where it is not known how. */
  readonly homeUrl?: string | undefined;
}

/** A digest in blocks that every workspace takes, and with what some may refuse. */
export interface DigestMessage extends Message {
  /** Blocks with charts and a link to Home; absent where there is neither, or no room. */
  readonly drawn?: (KnownBlock | ChartBlock)[];
  /** The reader's own weeks and months that it has room to say what they came to. */
  readonly recapsTold: readonly RecapSpan[];
}

const MAX_GOALS = 30;
export const OPEN_HOME = "open_home";

/** Renders one person's digest: today's plan, what is behind, the rest, what changed since the last one, what was, the buttons, and below all of today's any recap. */
export function digestMessage(values: DigestValues): DigestMessage {
  const { digest, homeUrl } = values;
  const title = `Your goals for ${weekdayInWords(digest.day)}`;
  const plan = isNeverRead(values.freshness) ? null : planInWords(digest.goals, { ...digest, lead: "Today" });
  const looked = isNeverRead(values.freshness) ? [] : digest.recaps;
  const left = values.recapsBehind === true;
  const lastDays = left || !isOfRecap(digest) ? null : ofWeekLine(digest, values);
  const recaps = left ? [] : ownRecaps({ recaps: looked, today: digest.day, lastDays });
  const said = [...(plan === null ? [] : [plan]), standing(values), ...recaps.map((recap) => recap.text)];
  const text = `${title}${plan === null ? ": " : ". "}${said.join(". ")}`;
  const framed = <B>(
    goals: readonly KnownBlock[],
    recap: readonly (B | KnownBlock)[],
    url?: string,
  ): (B | KnownBlock)[] => [
    header(title),
    ...(plan === null ? [] : [section(`*${unbrokenParts(plan)}*`), ...besidePlan(digest)]),
    ...firstDigestPart(values),
    ...oldFigures(shownGoals(values)).map(section),
    ...goals,
    ...fallenLine(digest),
    ...changesPart(values),
    // A recap for which there is no room tells nothing, and the line that one is left to tells what it has room for.
    ...praisePart(digest, [
      ...inRows(values),
      ...(left ? looked.flatMap(reachedInOwnLine) : recap.length > 0 ? recaps.flatMap(({ told }) => told) : []),
    ]),
    ...endedNote({ today: digest.day, ended: digest.ended }).map(context),
    ...pastPart(values, { inRecap: recap.length > 0 && lastDays !== null }),
    ...correctionsLine(digest),
    ...buttons(values, url),
    ...recap,
    ...footer(values),
  ];
  const [apart, together] = [goalsPart(values, goalRows), goalsPart(values, shortRows)];
  const [full, words] = [recaps.flatMap(inFull), recaps.flatMap((recap) => recap.words)];
  const layout = (
    [
      [apart, full],
      [together, full],
      [together, words],
    ] as const
  ).find(([goals, recap]) => fits({ text, blocks: framed<never>(goals, recap) }));
  const [goals, recap] = layout ?? [together, []];
  const drawn = framed<ChartBlock>(goals, recap.length === 0 ? [] : recaps.flatMap(inCharts), homeUrl);
  const draws = homeUrl !== undefined || recaps.some(({ chart }) => chart.length > 0);
  return {
    text,
    blocks: framed<never>(goals, recap),
    recapsTold: recap.length === 0 ? [] : digest.recaps.map(recapSpan),
    ...(draws && fitsTogether(drawn) ? { drawn } : {}),
  };
}

/** "4 workdays this week: holiday on Wed". */
function besidePlan({ shortWeek, goals }: Digest): readonly KnownBlock[] {
  const parts = shortWeekWords(shortWeek, goals);
  return parts.length === 0 ? [] : [context(unbrokenParts(parts.join("\n")))];
}

/** What is behind with its sum, then the rest; nobody is judged by figures that nobody has. */
function goalsPart(values: DigestValues, rows: typeof goalRows): readonly KnownBlock[] {
  const { digest, freshness } = values;
  if (isNeverRead(freshness)) return [];
  const mark = oldMark(shownGoals(values));
  const more = digest.goals.length - MAX_GOALS;
  const rest = more > 0 ? [context(`and ${counted(more, "more goal")}: see them all with \`/goals\``)] : [];
  const goals = digest.goals.slice(0, MAX_GOALS);
  const praised = inRows(values);
  const praises = (goal: GoalLine) => praised.has(praiseKey(goal));
  return [...rows({ goals, today: digest.day, praises }, mark), ...rest];
}

/** Names the goals that are praised in their rows. */
function inRows(values: DigestValues): ReadonlySet<string> {
  return praisedInRows(values.digest, isNeverRead(values.freshness) ? [] : shownGoals(values).digest.goals);
}

/** Keeps the goals that there is room for. */
function shownGoals({ digest, ...values }: DigestValues): DigestValues {
  return { ...values, digest: { ...digest, goals: digest.goals.slice(0, MAX_GOALS) } };
}

/** @param where whether a recap says what the days before came to, with the rest of their week. */
function pastPart(
  { digest, freshness, ...display }: DigestValues,
  where: { readonly inRecap: boolean },
): readonly KnownBlock[] {
  const { goals } = digest;
  if (goals.length === 0) return [section(NO_GOALS)];
  if (isNeverRead(freshness)) return [section(goalNames(goals, WHERE_LATER))];
  const lines = pastLines(digest, { freshness, ...display, ...where });
  return lines.length === 0 ? [] : [section(unbrokenParts(lines.join("\n")))];
}

/** Tells whether the days before all lie in the week that a recap is of, which says something of it. */
function isOfRecap({ day, yesterday, recaps, goals }: Digest): boolean {
  const week = recaps.find((recap) => isLastWeek(recap, day));
  if (week === undefined || goals.length === 0 || isSilent(week)) return false;
  return yesterday.from < yesterday.to && week.from <= yesterday.from && yesterday.to <= week.to;
}

/** *Why?* of all goals, a pause, and the way to Home, in one row. */
function buttons({ digest, freshness, id }: DigestValues, homeUrl: string | undefined): readonly KnownBlock[] {
  if (digest.goals.length === 0) return [];
  const why = isNeverRead(freshness) ? [] : whyButtonOf(fallenFirst(askedFirst(byMetric(digest.goals)), digest, id));
  const home = homeUrl === undefined ? [] : [button(OPEN_HOME, "Open Home", { url: homeUrl })];
  const snooze = button(MY_DIGEST, "Snooze", {
    accessibility_label: "Snooze my morning digest, change its time, or turn it off",
  });
  return [actions([...why, snooze, ...home])];
}

/** "2 behind, 1 on pace". */
function standing({ digest: { goals }, freshness }: DigestValues): string {
  if (goals.length === 0) return "no active goals";
  if (isNeverRead(freshness)) return "no data yet";
  const tally = statusTally(standingApart(goals)).map(
    ({ count, words }) => `${count.toLocaleString("en-US")} ${words}`,
  );
  return tally.length === 0 ? "nothing to do today" : tally.join(", ");
}

/** Says as of when each source's figures are of which that is not said above, and how to change when this comes. */
function footer({ digest, freshness, isFirst = false, ...reading }: DigestValues): readonly KnownBlock[] {
  const asOf = asOfLine(
    freshness.filter((one) => !isOldOrMissing(one, { digest, ...reading })),
    reading,
  );
  const { zone, own } = digest.zone;
  const whose = own ? [] : [`Slack has no time zone for you, so this follows the team's: ${zoneInWords(zone)}`];
  // A first one says above how it is changed, and one without goals has no buttons.
  const change = isFirst || digest.goals.length === 0 ? [] : [SNOOZE_DOES];
  const how = [...change, ...whose].join(". ");
  const lines = [...(asOf === null ? [] : [unbrokenParts(asOf)]), ...(how === "" ? [] : [how])];
  return lines.length === 0 ? [] : [context(lines.join("\n"))];
}
