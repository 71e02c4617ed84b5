import { hundredths, type PeriodProgress, type TodaySum } from "./day-sums";

/**
 * `short`: the period goes on, but no counted day is left. `missed`: the period is over.
 * `off`: the period holds no counted day of this person's at all, so nothing is asked.
 */
export type Verdict = "reached" | "ahead" | "on-pace" | "behind" | "short" | "missed" | "off";

/**
 * Compares last night with an even spread. Today's work can only lift: whoever has met today's target is not behind,
 * and whoever is beyond what the spread expects by tonight is ahead. A day that asks for nothing has no target to meet,
 * so there its work counts at once.
 */
export function verdict(
  progress: PeriodProgress,
  { remaining, total, today }: { readonly remaining: number; readonly total: number; readonly today: TodaySum | null },
): Verdict {
  const { target, current, days } = progress;
  if (remaining === 0) return "reached";
  if (total === 0) return "off";
  if (days.over) return "missed";
  if (today === null && days.after === 0) return "short";
  const lastNight = lead(comparedAmount(progress), { target, total, done: days.done });
  const tonight = lead(current, { target, total, done: days.done + Number(days.today) });
  if (lastNight === "ahead" || (tonight === "ahead" && days.ended !== true)) return "ahead";
  const met = today !== null && today.done >= today.target;
  return lastNight === "behind" && !met ? "behind" : "on-pace";
}

/**
 * What is compared with the even spread: last night, and on a day that asks for nothing its own work, too. Where today
 * has ended it is in last night, and what came since is the next day's.
 */
export function comparedAmount({ before, current, days }: Omit<PeriodProgress, "target">): number {
  return days.today || days.ended === true ? before : Math.max(before, current);
}

/**
 * How an amount stands to an even spread of the target. On pace is what is as close to it as 5 % of the target or half
 * an even day's share, whichever is less. Everything is multiplied by 2,000 times the days, so that whole numbers are
 * compared.
 */
function lead(
  amount: number,
  { target, total, done }: { readonly target: number; readonly total: number; readonly done: number },
): "ahead" | "on-pace" | "behind" {
  const distance = 20 * (hundredths(amount) * total - hundredths(target) * done);
  const tolerance = hundredths(target) * Math.min(total, 10);
  if (distance < -tolerance) return "behind";
  return distance > tolerance ? "ahead" : "on-pace";
}
