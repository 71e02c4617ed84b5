import { type GoalStatus, goalStatus } from "../../goals/status";
import type { Outcome } from "../../goals/trends/past-period";

/** How a state is shown: a sign that means this alone, and words, so that nobody has to tell colors apart. */
export interface StatusWords {
  readonly sign: string;
  readonly words: string;
}

/** Every state that a goal has on any surface; the worst first. Out of time is a period that can't be reached and goes on. */
export const STATUSES: Readonly<Record<GoalStatus, StatusWords>> = {
  missed: { sign: "❌", words: "missed" },
  short: { sign: "⚫", words: "out of time" },
  behind: { sign: "🔴", words: "behind" },
  unread: { sign: "❔", words: "not synced" },
  "caught-up": { sign: "🟠", words: "caught up" },
  "not-started": { sign: "⚪", words: "not started" },
  "on-pace": { sign: "🟢", words: "on pace" },
  ahead: { sign: "🔵", words: "ahead" },
  reached: { sign: "✅", words: "reached" },
  off: { sign: "➖", words: "not a workday" },
};

/** What a period that is over came to, in the same signs. */
export const OUTCOMES: Readonly<Record<Outcome, StatusWords>> = {
  reached: STATUSES.reached,
  missed: STATUSES.missed,
  off: { ...STATUSES.off, words: "no workdays" },
  unread: { ...STATUSES.unread, words: "some days not synced" },
};

/** "🔴 behind". */
export function statusInWords(status: GoalStatus): string {
  const { sign, words } = STATUSES[status];
  return `${sign} ${words}`;
}

/** Counts goals by their state, the worst first; without those that ask nothing. */
export function statusTally(goals: readonly Judged[]): readonly (StatusWords & { readonly count: number })[] {
  const order = Object.keys(STATUSES) as GoalStatus[];
  return order.flatMap((status) => {
    const count = goals.filter((goal) => goalStatus(goal) === status).length;
    return count === 0 || status === "off" ? [] : [{ ...STATUSES[status], count }];
  });
}

/** "🔴 2 behind", "✅ 1 reached": the tally in parts; nothing without goals. */
export function statusCounts(goals: readonly Judged[]): readonly string[] {
  return statusTally(goals).map(({ sign, words, count }) => `${sign} ${count.toLocaleString("en-US")} ${words}`);
}

type Judged = Parameters<typeof goalStatus>[0];

/** How a goal that goes on is said to be reached where that is praised. */
export const PRAISED = { sign: "🏆", words: "reached. Nice work!" } as const;
