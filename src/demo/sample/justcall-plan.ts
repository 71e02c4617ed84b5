import { afterSeconds, type MonthDay, teamTime } from "./dates";
import { REP_NAMES, type Rep } from "./team";

/** One rep's calls of one day. */
export interface CallDay {
  readonly rep: Rep;
  readonly monthDay: MonthDay;
  readonly calls: number;
  /** Whether any call was answered that day; if not, the day has calls but no talk time. */
  readonly answered: boolean;
}

/** Calls of each day as `day:calls`; `!` means that none was answered. 42 days, three of them without talk time. */
const PLAN: Readonly<Record<Rep, string>> = {
  ana: "09-30:8 10-02:9 10-06:9 10-08:9 10-12:9 10-14:9 10-15:9 10-19:9 10-21:9 10-23:9 10-27:9 10-28:7",
  ben: "09-29:9 10-01:10 10-05:9 10-07:10 10-09:9 10-13:10 10-15:9 10-16:10 10-20:9 10-22:10 10-26:9 10-27:10 10-28:7",
  chloe: "09-30:4 10-05:4 10-08:4 10-14:4 10-20:4! 10-26:4 10-28:4",
  dev: "10-02:3 10-09:3 10-16:2! 10-22:3 10-27:2",
  maya: "10-01:3 10-07:3 10-13:3 10-21:2! 10-28:3",
};

/** Calls at special times: late, early, at the end of a day, and two reps in the same second. */
const AT: Readonly<Record<string, string>> = {
  "ana 10-14 8": "23:30:00",
  "ana 10-15 0": "00:30:00",
  "ben 10-20 8": "23:59:30",
  "ana 10-27 0": "09:00:00",
  "ben 10-27 0": "09:00:00",
};

const SEEDS: Readonly<Record<Rep, number>> = { ana: 1, ben: 2, chloe: 3, dev: 4, maya: 5 };

export const CALL_DAYS: readonly CallDay[] = REP_NAMES.flatMap((rep) =>
  PLAN[rep].split(" ").map((entry): CallDay => {
    const [, month, date, calls, none] = /^(\d\d)-(\d\d):(\d+)(!?)$/.exec(entry) ?? [];
    return { rep, monthDay: `${month}-${date}`, calls: Number(calls), answered: none === "" };
  }),
);

/** When the rep's nth call of the day begins: about every forty minutes from 8:30. */
export function callStart(rep: Rep, monthDay: MonthDay, index: number): Date {
  const fixed = AT[`${rep} ${monthDay} ${index}`];
  if (fixed !== undefined) return teamTime(monthDay, fixed);
  const jitter = Math.floor(seeded(callSeed(rep, monthDay, index)) * 1200);
  return afterSeconds(teamTime(monthDay, "08:30:00"), index * 2400 + jitter);
}

export function callSeed(rep: Rep, monthDay: MonthDay, index: number): number {
  return Number(monthDay.replace("-", "")) * 1000 + SEEDS[rep] * 100 + index;
}

/** A number from 0 (included) to 1, always the same for the same seed: mulberry32. */
export function seeded(seed: number): number {
  const mixed = (seed + 0x6d2b79f5) | 0;
  const once = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61));
  return ((twice ^ (twice >>> 14)) >>> 0) / 4_294_967_296;
}
