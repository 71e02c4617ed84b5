import type { Button, KnownBlock } from "@slack/types";
import { SOURCES } from "../../metrics/sources";
import { type Freshness, isNeverRead } from "../../sync/state/freshness";
import type { SlackDeps } from "../deps";
import { setButton } from "../goals/form-view";
import { button, context, type Message, section } from "../ui/blocks";
import { SYNC_NOW } from "../ui/sync-button";
import { loadUnmatched } from "./load-unmatched";
import { partButton } from "./views/layout";

/** What a team does once, in the first days; each is seen from what is stored, so that it ticks itself. */
export interface FirstDays {
  readonly freshness: readonly Freshness[];
  /** Whether a sync is under way. */
  readonly syncing: boolean;
  readonly peopleMatched: boolean;
  readonly hasGoals: boolean;
  readonly hasBoard: boolean;
  readonly hasHolidays: boolean;
}

export interface FirstDaysDeps
  extends Pick<
    SlackDeps,
    "freshness" | "syncing" | "people" | "runs" | "facts" | "boards" | "settings" | "days" | "now"
  > {
  /** Whether anybody has a goal that is in force. */
  readonly hasGoals: () => Promise<boolean>;
}

/** Reads what is done of the first days' steps, by a constant number of queries. */
export async function loadFirstDays(deps: FirstDaysDeps): Promise<FirstDays> {
  const [freshness, syncing, everybody, boards, settings, hasGoals] = await Promise.all([
    deps.freshness(),
    deps.syncing(),
    deps.people.all(),
    deps.boards.all(),
    deps.settings.read(),
    deps.hasGoals(),
  ]);
  const { unmatched, synced } = await loadUnmatched(deps, everybody);
  return {
    freshness,
    syncing,
    peopleMatched: synced && unmatched.open.every(({ records }) => records === 0),
    hasGoals,
    hasBoard: boards.some(({ active, settings: { on, channel } }) => active && on && channel !== null),
    hasHolidays: settings.holidayRegion !== null || settings.holidays.length > 0,
  };
}

/** The checklist as it stands. */
export interface Checklist extends Message {
  /** Has no links, for workspaces that refuse these. */
  readonly plain: KnownBlock[];
  /** Says which steps are done; the message changes with it alone. */
  readonly key: string;
  readonly isDone: boolean;
}

interface Step {
  readonly words: string;
  readonly done: boolean;
  /** None where it is being done. */
  readonly button: Button | null;
}

const TITLE = "Getting started with Paceline";

/** Renders the checklist: a row a step, each that is left with the button that does it. `homeUrl` opens Home in Slack. */
export function checklist(first: FirstDays, homeUrl: string | undefined): Checklist {
  const steps = stepsOf(first);
  const left = steps.filter(({ done }) => !done).length;
  const text = left === 0 ? `${TITLE}: all done` : `${TITLE}: ${left} of ${steps.length} steps left`;
  const blocks = (url: string | undefined): KnownBlock[] => [
    section(
      `*${TITLE}*\n${left === 0 ? ALL_DONE : "Each step checks itself off here, within ten minutes at most, for two weeks."}`,
    ),
    ...steps.map((step) => row(step, url)),
    context(
      "Everyone sees their own numbers in Home and with `/goals`. Only people with a goal get the morning digest.",
    ),
  ];
  return {
    text,
    blocks: blocks(homeUrl),
    plain: blocks(undefined),
    key: steps.map(({ done, button }) => (done ? "x" : button === null ? "~" : "-")).join(""),
    isDone: left === 0,
  };
}

const ALL_DONE = ":tada: All done. From here on I only write when something needs you.";

function row({ words, done, button: does }: Step, url: string | undefined): KnownBlock {
  if (done) return section(`:white_check_mark: ${words}`);
  if (does === null) return section(`:hourglass_flowing_sand: ${words}`);
  // A form opens where it is; a page of Home has to be gone to.
  const opens = does.action_id?.startsWith("home_") ?? false;
  return {
    ...section(`:white_large_square: ${words}`),
    accessory: opens && url !== undefined ? { ...does, url } : does,
  };
}

function stepsOf({ freshness, syncing, peopleMatched, hasGoals, hasBoard, hasHolidays }: FirstDays): readonly Step[] {
  const on = freshness.filter(({ state, imported }) => state !== "off" && imported !== true);
  const failing = on.filter(({ state }) => state === "failed");
  const synced = on.length > 0 && !isNeverRead(freshness);
  return [
    {
      words: `*Data sources connected*: ${sourcesInWords(freshness)}`,
      done: on.length > 0 && failing.length === 0,
      button: partButton("health", { label: "See health" }),
    },
    {
      words: `*First sync*: the last 30 days${syncing && !synced ? ", under way: nothing to do" : ""}`,
      done: synced,
      button: syncing ? null : button(SYNC_NOW, "Sync now"),
    },
    {
      words: `*People matched*: ${matchedInWords({ peopleMatched, isKnown: synced })}`,
      done: peopleMatched,
      button: synced || !syncing ? partButton("people", { label: "Match people" }) : null,
    },
    { words: "*First goal* set", done: hasGoals, button: setButton() },
    {
      words: "*Leaderboard* has a channel",
      done: hasBoard,
      button: partButton("boards", { label: "Choose a channel" }),
    },
    {
      words: "*Holidays* entered, so that nobody is behind on a day off",
      done: hasHolidays,
      button: partButton("settings", { label: "Add holidays" }),
    },
  ];
}

function matchedInWords(people: { readonly peopleMatched: boolean; readonly isKnown: boolean }): string {
  if (people.peopleMatched) return "nobody's records are left without a Slack account";
  return people.isKnown ? "some records belong to no Slack account yet" : "known after the first sync";
}

/** "Copper, JustCall; Fishbowl's orders come as files: drop one here". What files bring is not connected by anything before the first. */
function sourcesInWords(freshness: readonly Freshness[]): string {
  const titles = (state: (one: Freshness) => boolean) =>
    freshness.filter(state).map(({ source }) => SOURCES[source].title);
  const parts = [
    titles(({ state, imported }) => !imported && (state === "fresh" || state === "never")).join(", "),
    ...titles(({ state }) => state === "failed").map((title) => `${title} can't be read`),
    ...titles(({ state }) => state === "off").map((title) => `${title} is off`),
    ...titles(({ state, imported }) => imported === true && state !== "failed" && state !== "off").map(
      (title) => `${title}'s orders come as files: drop one here`,
    ),
  ];
  return parts.filter((part) => part !== "").join("; ");
}
