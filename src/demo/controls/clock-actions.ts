import { formatInTimeZone } from "date-fns-tz";
import type { ControlsDeps, DemoAction } from "./action";
import { CLOCK_MOVES, type ClockMove } from "./clock-moves";
import { openHomes, reopenHomes } from "./reset";

type ClockDeps = Pick<ControlsDeps, "clock" | "days" | "fakes" | "tick" | "idle" | "dueBetween">;

const DAY_MS = 86_400_000;
/** The clock stops a little after a due time, so that the job is due by then. */
const AFTER_MS = 1_000;

/** The actions that move the clock. Each then reopens every open Home, so that it is rendered again, and runs due jobs. */
export function clockActions(deps: ClockDeps): readonly DemoAction[] {
  const { clock, days, fakes } = deps;
  const move = async ({ to, lookAt }: ClockMove) => {
    const target = to({ now: clock.now(), unmoved: clock.unmoved(), days });
    await stopAtDueTimes(target, deps);
    clock.moveTo(target);
    await reopenHomes(fakes.slack, openHomes(fakes.slack));
    await doWhatIsDue(deps);
    return `It is ${formatInTimeZone(clock.now(), days.zone, "EEEE, MMMM d, h:mm a zzz")}. ${lookAt}`;
  };
  return CLOCK_MOVES.map((one) => ({ id: one.id, label: one.label, hint: one.hint, run: () => move(one) }));
}

/** Stops at each due time of the last day before the target, as if the time had passed. */
async function stopAtDueTimes(target: Date, deps: ClockDeps): Promise<void> {
  const { clock, dueBetween } = deps;
  const from = new Date(Math.max(clock.now().getTime(), target.getTime() - DAY_MS));
  for (const dueAt of (await dueBetween?.(from, target)) ?? []) {
    if (dueAt.getTime() + AFTER_MS >= target.getTime()) continue;
    clock.moveTo(new Date(dueAt.getTime() + AFTER_MS));
    await doWhatIsDue(deps);
  }
}

/**
 * Messages wait for a sync, which may itself wait for the rest of a vendor's minute, and are asked for again a minute later.
 * Whoever moved the clock is told what there is to see, so it is there: what waited is done when the sync has ended.
 */
async function doWhatIsDue({ tick, idle }: ClockDeps): Promise<void> {
  await tick?.();
  await idle();
  await tick?.();
}
