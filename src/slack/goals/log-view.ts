import type { GoalChange } from "../../goals/edit";
import { context, type Message, sectionMessage, sections } from "../ui/blocks";
import { type DisplayContext, momentInWords } from "../ui/dates";
import { pageButtons } from "../ui/pagination";
import { foreign } from "../ui/text";
import { changeWords } from "./change-view";
import { goalTitle } from "./whose";

export const LOG_PREVIOUS = "goal_log_previous";
export const LOG_NEXT = "goal_log_next";

/** A page of the log of goals, newest first. */
export interface LogPage {
  /** A heading that says whose: "Changes to your goals". */
  readonly title: string;
  readonly changes: readonly GoalChange[];
  /** Names by Slack id, and those of named teams by theirs. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether each line says whose goal it is. */
  readonly named: boolean;
  /** From 0 on. */
  readonly page: number;
  readonly more: boolean;
  /** What a button to a page carries. */
  readonly value: (page: number) => string;
}

const MAX_NAME_LENGTH = 40;

/** Who changed which goal when, from what and to what. */
export function goalLogMessage(log: LogPage, display: DisplayContext): Message {
  const { title, changes, page, more } = log;
  if (changes.length === 0) return sectionMessage(`${title}: none${page === 0 ? " yet" : " earlier"}.`);
  const today = display.days.dayOf(display.now);
  const lines = changes.map((change) => {
    const whose = log.named ? ` for ${nameOf(change, log)}` : "";
    const what = `*${goalTitle(change)}*${whose}: ${changeWords(change, today)}`;
    return `• ${what} · by ${name(change.by, log)}, ${momentInWords(change.at, display)}`;
  });
  const pages = page + (more ? 2 : 1);
  return {
    text: `${title}, newest first`,
    blocks: [
      ...sections([`*${title}*, newest first${page === 0 ? "" : `, page ${page + 1}`}`, ...lines]),
      context("Only you can see this. Entries are never deleted."),
      ...pageButtons({ page, pages, previous: LOG_PREVIOUS, next: LOG_NEXT, value: log.value }),
    ],
  };
}

function nameOf({ userId, team }: GoalChange, log: LogPage): string {
  if (userId !== undefined) return name(userId, log);
  return log.names.has(team) ? name(team, log) : "the team";
}

function name(userId: string, { names }: LogPage): string {
  return foreign(names.get(userId) ?? userId, MAX_NAME_LENGTH);
}
