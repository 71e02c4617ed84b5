import { formatInTimeZone } from "date-fns-tz";
import { CLOCK_MOVES, type ClockMove } from "./clock-moves";
import type { Deed } from "./deed";
import type { StageNeeds } from "./demo-stage";
import { openAgain, openHomes } from "./open-homes";

/** Moves the clock, then has every Home that is open drawn anew and what became due done. */
export function clockDeeds(needs: Pick<StageNeeds, "clock" | "days" | "farEnds" | "tick">): readonly Deed[] {
  const { clock, days, farEnds, tick } = needs;
  const move = async ({ to, look }: ClockMove) => {
    clock.moveTo(to({ now: clock.now(), unmoved: clock.unmoved(), days }));
    await openAgain(farEnds.slack, openHomes(farEnds.slack));
    await tick?.();
    return `It is ${formatInTimeZone(clock.now(), days.zone, "EEEE, d MMMM, HH:mm zzz")}. ${look}`;
  };
  return CLOCK_MOVES.map((one) => ({ id: one.id, label: one.label, hint: one.hint, run: () => move(one) }));
}
