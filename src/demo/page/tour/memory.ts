import { jsonOf, listOf } from "../../slack/json";
import { STEPS, type TourSnapshot, type TourStep } from "./steps";

/** How far the tour has come, as it is saved in the browser. */
export interface TourMemory {
  /** Steps that are done or skipped, by id. */
  readonly over: readonly string[];
  readonly hidden: boolean;
  /** By person and action: how often it had been run, and how many reports there were at that time. */
  readonly marks: Readonly<Record<string, Mark>>;
}

interface Mark {
  readonly times: number;
  readonly reports: number;
}

export const NEW_TOUR: TourMemory = { over: [], hidden: false, marks: {} };

/** What the tour needs to know about the page. */
export interface TourInput
  extends Pick<TourSnapshot, "location" | "homeShown" | "digests" | "whyShown" | "boardShown" | "reports"> {
  readonly me: string;
  /** How often each action of the controls was run, by its id. */
  readonly done: Readonly<Record<string, number>>;
}

/** Advances the tour: marks newly run actions, and ends the current step if it is done. */
export function advanceTour(memory: TourMemory, input: TourInput): TourMemory {
  const marks = { ...memory.marks };
  for (const [action, times] of Object.entries(input.done)) {
    const key = `${input.me}/${action}`;
    if (marks[key]?.times !== times) marks[key] = { times, reports: input.reports.length };
  }
  const step = stepOf(memory);
  const isDone = step?.done(snapshotOf(marks, input)) === true;
  return { ...memory, marks, over: isDone ? [...memory.over, step.id] : memory.over };
}

/** The step that comes next; `null` at the end. */
export function stepOf({ over }: TourMemory): TourStep | null {
  return STEPS.find(({ id }) => !over.includes(id)) ?? null;
}

/** Decodes what was saved in the browser, whatever it is. */
export function decodeMemory(stored: unknown): TourMemory {
  const { over, hidden, marks } = jsonOf(stored);
  const counted = Object.entries(jsonOf(marks)).map(([key, mark]) => {
    const { times, reports } = jsonOf(mark);
    return [key, { times: Number(times), reports: Number(reports) }];
  });
  return {
    over: listOf(over).map(String),
    hidden: hidden === true,
    marks: Object.fromEntries(counted),
  };
}

function snapshotOf(marks: TourMemory["marks"], { me, done, ...input }: TourInput): TourSnapshot {
  const { reports } = input;
  return {
    ...input,
    hasDone: (action) => (done[action] ?? 0) > 0,
    reportsSince: (action) => reports.length - (marks[`${me}/${action}`]?.reports ?? reports.length),
  };
}
