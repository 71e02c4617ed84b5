import { type Day, weekday } from "../../time/day";
import { monthName, WEEKDAY_NAMES } from "../../words/dates";
import { clockTimeWithZone } from "../../words/times";
import { noteMovedOn } from "../left-ahead";
import { SAMPLE_NOW, SAMPLE_WINDOW } from "../sample/dates";
import type { ControlsDeps, DemoAction } from "./action";
import { CLOCK_MOVES, type ClockMove } from "./clock-moves";
import { clockStops, livedFrom } from "./clock-stops";
import { openHomes, reopenHomes } from "./reset";

type ClockDeps = Pick<ControlsDeps, "clock" | "db" | "days" | "fakes" | "tick" | "idle" | "dueBetween" | "passing">;

/** The actions that move the clock. Each then reopens every open Home, so that it is rendered again, and runs due jobs. */
export function clockActions(deps: ClockDeps): readonly DemoAction[] {
  const { clock, db, days, fakes } = deps;
  const move = async ({ to, lookAt, onDayOff = lookAt }: ClockMove) => {
    const target = to({ now: clock.now(), unmoved: clock.unmoved(), days });
    // Before anything else, so that it is noted even of a move that ends halfway.
    if (target > clock.now()) await noteMovedOn(db);
    await liveUntil(target, deps);
    clock.moveTo(target);
    await reopenHomes(fakes.slack, openHomes(fakes.slack));
    await doWhatIsDue(deps);
    const words = (await isWorkday(days.dayOf(target), deps)) ? lookAt : onDayOff;
    return `It is ${inFull(clock.now(), days)}. ${words}`;
  };
  return CLOCK_MOVES.map((one) => ({ id: one.id, label: one.label, hint: one.hint, run: () => move(one) }));
}

/** Writes an instant with its weekday: "Wednesday, October 28, 2:05 PM EDT". */
function inFull(at: Date, days: ClockDeps["days"]): string {
  const day = days.dayOf(at);
  return `${WEEKDAY_NAMES[weekday(day) - 1]}, ${monthName(day)} ${Number(day.slice(8))}, ${clockTimeWithZone(at, days.zone)}`;
}

/** Tells whether the team works on a day: whether Fishbowl exports on it, or where nobody does anything, from Monday to Friday. */
async function isWorkday(day: Day, { passing, days }: Pick<ClockDeps, "passing" | "days">): Promise<boolean> {
  if (passing === undefined || day <= SAMPLE_WINDOW.to) return weekday(day) <= 5;
  const { since, until } = days.instantsOf({ from: day, to: day });
  return (await passing.exportsBetween(since, until)).length > 0;
}

/** Stops where something is exported or due before the target, as if the time had passed. */
async function liveUntil(target: Date, deps: ClockDeps): Promise<void> {
  const { clock, passing, idle, dueBetween } = deps;
  // An export is refused while a file that somebody dropped is being read.
  await idle();
  const now = clock.now();
  const exports = (await passing?.exportsBetween(now, target)) ?? [];
  const due = (await dueBetween?.(livedFrom(target, now), target)) ?? [];
  let since = SAMPLE_NOW;
  for (const { at, exported } of clockStops(target, { now, exports, due })) {
    await passing?.work({ since, until: at });
    since = at;
    clock.moveTo(at);
    if (exported === undefined) {
      await doWhatIsDue(deps);
      continue;
    }
    await passing?.sendExport(exported);
    await idle();
  }
  await passing?.work({ since, until: target });
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
