import type { ModalView } from "@slack/types";
import type { Board } from "../../digests/schedule/boards";
import type { LeaderboardSettings } from "../../teams/leaderboard-settings";
import type { ZoneDays } from "../../time/day";
import { weekdayInWords } from "../../words/dates";
import { clockTimeWithZone, timeInWords } from "../../words/times";
import type { BoardPreview } from "../deps";
import { context, DIVIDER, section } from "../ui/blocks";
import { form } from "../ui/modal";
import { foreign, listed } from "../ui/text";
import { FEW } from "./board-parts";
import { standsForChart } from "./leaderboard-view";
import { type BoardDraft, encodeBoardDraft } from "./payload";
import { boardName, daysInList, metricsInWords, rankedInWords, whoseBoard } from "./settings-view";

/** The modal that shows how a board would look before it is saved. */
export const BOARD_CHECK = "board_check";

/** A board as it was entered, and what comes of it. */
export interface CheckedBoard {
  readonly draft: BoardDraft;
  readonly team: Board["team"];
  readonly preview: BoardPreview;
  readonly days: ZoneDays;
}

/** Says where and when a board is posted and what changes of it, and shows how it would look now, above the form. */
export function boardCheck({ draft, team, preview, days }: CheckedBoard): ModalView {
  const { settings, was } = draft;
  const lines = [
    ...postedInWords(settings, { next: preview.next, days }),
    ...switchLines(settings.on, was.on),
    ...changesInWords({ now: settings, was }),
    ...(goesOutNow(draft, preview) ? [`• ${GOES_OUT_NOW}`] : []),
    ...revealedInWords(settings, preview, { isSaved: false }),
  ];
  return form({
    callback: BOARD_CHECK,
    title: "Preview and save",
    // Slack has one color for this button, so that its words say what is known.
    submit: preview.revealing.length > 0 ? "Save anyway" : "Save",
    close: "Back",
    metadata: encodeBoardDraft(draft),
    blocks: [
      section([`*${foreign(boardName(team))}*`, ...lines].join("\n")),
      DIVIDER,
      context(["This is how it looks with the figures so far.", ...notesOn(preview, draft)].join(" ")),
      ...preview.blocks,
    ],
  });
}

/** What a preview doesn't show: what is left out of it, and the chart that a board of one metric has once enough people are on it. */
function notesOn({ blocks, leavesOut }: BoardPreview, { settings }: BoardDraft): readonly string[] {
  const isList = settings.metrics?.length === 1 && settings.topN > FEW && !blocks.some(standsForChart);
  return [...(leavesOut ? [LEFT_OUT] : []), ...(isList ? [LISTED] : [])];
}

const LISTED = "Once three people are on it, it's a chart.";

/** Said of a board by percent on which fewer metrics are than by result. */
const LEFT_OUT = "Left out: metrics in which fewer than two people have a goal and results.";

/** Said where today's board is still to be posted by what was changed. */
export const GOES_OUT_NOW = "Today's goes out there within a few minutes, unless it was already posted there.";

const EXAMPLE = "9 calls and 75% tell a goal of 12";

/** The most boards that are named in one sentence. */
const MAX_NAMED = 2;

/**
 * "⚠️ *Goals would become visible.* This board would show percents where West's board shows results of the same people: 9 calls and 75%
 * tell a goal of 12. …"; nothing where no board tells any together with this one.
 *
 * @param isSaved whether it is so already.
 */
export function revealedInWords(
  { by }: Pick<LeaderboardSettings, "by">,
  { revealing }: Pick<BoardPreview, "revealing">,
  { isSaved }: { readonly isSaved: boolean },
): readonly string[] {
  if (revealing.length === 0) return [];
  const names = revealing.slice(0, MAX_NAMED).map(({ team }) => foreign(whoseBoard(team)));
  const more = revealing.length - names.length;
  const whose = listed(more > 0 ? [...names, `${more.toLocaleString("en-US")} more`] : names);
  const [own, theirs] = by === "share" ? ["percents", "results"] : ["results", "percents"];
  const lead = isSaved
    ? "*Goals are visible now.* This board shows"
    : "*Goals would become visible.* This board would show";
  const boards = revealing.length === 1 ? "board shows" : "boards show";
  const all = ["both", "all three"][revealing.length - 1] ?? "all";
  return [
    `⚠️ ${lead} ${own} where ${whose} ${boards} ${theirs} of the same people: ${EXAMPLE}. Rank ${all} the same way to keep goals private.`,
  ];
}

/** "Posts in <#C01> on workdays at 8:00 AM EDT. Next: Thu, Oct 29."; nothing where it is off. */
function postedInWords(
  { on, channel, days: chosen, at }: LeaderboardSettings,
  { next, days }: { readonly next: Date | null; readonly days: ZoneDays },
): readonly string[] {
  if (!on || channel === null) return [];
  const time = next === null ? timeInWords(at) : clockTimeWithZone(next, days.zone);
  const then = next === null ? "No day of the next month is one." : `Next: *${weekdayInWords(days.dayOf(next))}*.`;
  return [`Posts in <#${channel}> ${daysInList(chosen)} at *${time}*. ${then}`];
}

/** Tells whether a board that is due today may not have been posted where and when it is now. */
export function goesOutNow({ settings, was }: BoardDraft, { isDue }: Pick<BoardPreview, "isDue">): boolean {
  const when = ({ days, at }: LeaderboardSettings) => `${daysInList(days)} ${at}`;
  return isDue && (!was.on || was.channel !== settings.channel || when(was) !== when(settings));
}

/** Says what of a board is changed from what to what, a line each; whether it is on is said beside. */
export function changesInWords(both: Change): readonly string[] {
  const { now, was } = both;
  return [
    ...channelLines(now.channel, was.channel),
    ...differing(both, { lead: "Posted", words: ({ days, at }) => `${daysInList(days)} at ${timeInWords(at)}` }),
    ...differing(both, { lead: "Metrics", words: ({ metrics }) => metricsInWords(metrics) }),
    ...differing(both, { lead: "Places", words: ({ topN }) => `top ${topN}` }),
    ...differing(both, { lead: "Ranked", words: ({ by }) => rankedInWords(by) }),
  ];
}

const OFF =
  "• :warning: Turned off: nothing is posted from now on, also not today. `/goals board` still shows it, and what was posted stays.";

function switchLines(now: boolean, was: boolean): readonly string[] {
  if (now) return was ? [] : ["• Posted again"];
  return [was ? OFF : "• Stays off: nothing is posted"];
}

function channelLines(now: string | null, was: string | null): readonly string[] {
  if (now === was) return [];
  if (now === null) return ["• No channel anymore"];
  // Where it is posted stands above.
  if (was === null) return [];
  return [`• :warning: Moves from <#${was}> to <#${now}>. What was posted in <#${was}> stays there.`];
}

/** What a line begins with, and what it says of settings. */
interface Wording {
  readonly lead: string;
  readonly words: (settings: LeaderboardSettings) => string;
}

interface Change {
  readonly now: LeaderboardSettings;
  readonly was: LeaderboardSettings;
}

/** A line where the two differ in it, with what it was before: "• Metrics: all metrics → *calls*". */
function differing({ now, was }: Change, { lead, words }: Wording): readonly string[] {
  return words(now) === words(was) ? [] : [`• ${lead}: ${words(was)} → *${words(now)}*`];
}
