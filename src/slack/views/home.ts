import type { ActionsBlock, HomeView, KnownBlock } from "@slack/types";
import type { GlanceLine, GoalLine, Overview } from "../../goals/overview";
import type { Freshness } from "../../sync/freshness";
import { context, DIVIDER, header, section } from "./blocks";
import { type Reading, weekdayInWords } from "./days";
import { bar, figure, percent } from "./figures";
import { freshnessLine } from "./freshness";
import { goalFigures, goalPeriod, NO_GOALS } from "./goals";
import { counted, foreign } from "./text";
import { whyButton } from "./why-button";

export const SYNC_NOW = "sync_now";
const MOST_GOALS = 40;

export interface HomeValues extends Reading {
  readonly overview: Overview;
  readonly freshness: readonly Freshness[];
  /** Whether a sync that this person asked for is running. */
  readonly syncing: boolean;
  /** Whether a sync has met this person. */
  readonly known: boolean;
}

/** A page of blocks we know. */
export interface Page extends HomeView {
  blocks: KnownBlock[];
}

/** App Home of a full member. */
export function homeView(values: HomeValues): Page {
  const { overview } = values;
  return home([
    header("At a glance"),
    context(`${weekdayInWords(overview.today)} · today, since Monday, since the first of the month`),
    ...glance(values),
    header("My goals"),
    ...goals(overview.goals),
    DIVIDER,
    ...sources(values),
  ]);
}

/** App Home of whoever has no figures here, or when they cannot be shown. */
export function plainHome(text: string): Page {
  return home([section(text)]);
}

function home(blocks: KnownBlock[]): Page {
  return { type: "home", blocks };
}

function glance({ overview, freshness, known }: HomeValues): KnownBlock[] {
  if (overview.glance.length > 0) return overview.glance.map((line) => section(glanceLine(line)));
  const read = freshness.some(({ asOf }) => asOf !== null);
  if (!read && freshness.every(({ state }) => state === "off")) {
    return [
      section(
        "No source is connected yet: an admin connects Copper, JustCall or Fishbowl, then everything fills itself.",
      ),
    ];
  }
  if (!read) return [section("Nothing has been read yet. Press *Sync now* below: the first sync takes a few minutes.")];
  if (!known)
    return [section("We have not met yet. Press *Sync now* below, and I will learn who you are in each source.")];
  return [section("No figures of yours yet. If you expected some, `/sync` says whom each source could not match.")];
}

function glanceLine({ title, unit, today, week, month }: GlanceLine): string {
  return `*${foreign(title)}*: ${figure(today, unit)} today · ${figure(week, unit)} this week · ${figure(month, unit)} this month`;
}

function goals(lines: readonly GoalLine[]): KnownBlock[] {
  if (lines.length === 0) return [section(NO_GOALS)];
  const more = lines.length - MOST_GOALS;
  return [
    ...lines.slice(0, MOST_GOALS).map((line) => ({ ...section(goalBlock(line)), accessory: whyButton(line) })),
    ...(more > 0 ? [context(`and ${counted(more, "more goal")}`)] : []),
  ];
}

function goalBlock(goal: GoalLine): string {
  const share = `${bar(goal.current, goal.target)} ${percent(goal.current, goal.target)}`;
  return `*${foreign(goal.title)}* · ${goalPeriod(goal)}\n${share} · ${goalFigures(goal)}`;
}

function sources({ freshness, syncing, ...reading }: HomeValues): KnownBlock[] {
  const lines = freshness.map((one) => freshnessLine(one, reading));
  return [
    header("Where the figures come from"),
    ...(lines.length === 0 ? [] : [section(lines.join("\n"))]),
    syncing
      ? section("⏳ *Syncing now.* Progress and report are in our DM; this page follows when it is done.")
      : button(),
  ];
}

function button(): ActionsBlock {
  const text = { type: "plain_text", text: "Sync now", emoji: true } as const;
  return { type: "actions", elements: [{ type: "button", action_id: SYNC_NOW, text, style: "primary" }] };
}
