import { formatInTimeZone } from "date-fns-tz";
import type { Deed, StageNeeds } from "./action";
import { CLOCK_MOVES, type ClockMove } from "./clock-moves";
import { openAgain, openHomes } from "./reset";

type ClockNeeds = Pick<StageNeeds, "clock" | "days" | "farEnds" | "tick" | "dueBetween">;

const DAY_MS = 86_400_000;
/** The clock rests a little after what is due, so that it is. */
const AFTER_MS = 1_000;

/** Moves the clock, then has every Home that is open drawn anew and what became due done. */
export function clockDeeds(needs: ClockNeeds): readonly Deed[] {
  const { clock, days, farEnds, tick } = needs;
  const move = async ({ to, look }: ClockMove) => {
    const target = to({ now: clock.now(), unmoved: clock.unmoved(), days });
    await passBy(target, needs);
    clock.moveTo(target);
    await openAgain(farEnds.slack, openHomes(farEnds.slack));
    await tick?.();
    return `It is ${formatInTimeZone(clock.now(), days.zone, "EEEE, d MMMM, HH:mm zzz")}. ${look}`;
  };
  return CLOCK_MOVES.map((one) => ({ id: one.id, label: one.label, hint: one.hint, run: () => move(one) }));
}

/** Of the last day before the target, each moment at which something is due is passed as it would have been. */
async function passBy(target: Date, { clock, tick, dueBetween }: ClockNeeds): Promise<void> {
  const from = new Date(Math.max(clock.now().getTime(), target.getTime() - DAY_MS));
  for (const stop of (await dueBetween?.(from, target)) ?? []) {
    if (stop.getTime() + AFTER_MS >= target.getTime()) continue;
    clock.moveTo(new Date(stop.getTime() + AFTER_MS));
    await tick?.();
  }
}
