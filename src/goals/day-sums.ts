import type { PeriodDays } from "./calendar";

/** How far a goal has come; amounts are in its metric's unit, with two decimals at most. */
export interface PeriodProgress {
  /** Above zero. */
  readonly target: number;
  /** What the period's days before today brought. */
  readonly before: number;
  /** What the whole period has brought so far. */
  readonly current: number;
  readonly days: PeriodDays;
}

/** "352 over 22 days = 16 today", as a value that stays the same from morning to night. */
export interface TodaySum {
  /** What was to go last night, never below zero. */
  readonly remaining: number;
  /** Counted days from today on. */
  readonly days: number;
  /** Today's target: the quotient rounded up to whole emails, minutes or dollars, so that it is never too little. */
  readonly target: number;
  readonly rounded: boolean;
  /** What today has brought; below zero where it took something back. */
  readonly done: number;
}

/** "349 to go, 21 days after today: 17 a day", as a value. */
export interface AfterTodaySum {
  /** What is to go now, above zero. */
  readonly remaining: number;
  /** Counted days after today, at least one. */
  readonly days: number;
  /** Rounded up as today's target is. */
  readonly perDay: number;
  readonly rounded: boolean;
}

/** What today asks for, where today is counted. */
export function todaySum({ target, before, current, days }: PeriodProgress): TodaySum {
  const remaining = toGo(target, before);
  const left = 1 + days.after;
  const { whole, rounded } = share(remaining, left);
  return { remaining, days: left, target: whole, rounded, done: twoDecimals(current - before) };
}

/** What each of these days after today asks for, as it stands now. */
export function afterTodaySum(remaining: number, days: number): AfterTodaySum {
  const { whole, rounded } = share(remaining, days);
  return { remaining, days, perDay: whole, rounded };
}

/** In hundredths, since 0.3 / 3 in floating point is a little more than 0.1. */
function share(remaining: number, days: number): { readonly whole: number; readonly rounded: boolean } {
  const exact = hundredths(remaining) / (100 * days);
  return { whole: Math.ceil(exact), rounded: hundredths(remaining) % (100 * days) !== 0 };
}

/** What is to go, never below zero, with two decimals. */
export function toGo(target: number, amount: number): number {
  return Math.max(0, twoDecimals(target - amount));
}

function twoDecimals(amount: number): number {
  return hundredths(amount) / 100 + 0;
}

/** An amount of two decimals as a whole number. */
export function hundredths(amount: number): number {
  return Math.round(amount * 100);
}
