import { max } from "date-fns";
import { formatInTimeZone } from "date-fns-tz";
import { noteMovedOn } from "../left-ahead";
import type { ControlsDeps, DemoAction } from "./action";
import { CLOCK_MOVES, type ClockMove } from "./clock-moves";
import { openHomes, reopenHomes } from "./reset";

type ClockDeps = Pick<ControlsDeps, "clock" | "db" | "days" | "fakes" | "tick" | "idle" | "dueBetween" | "passing">;

const DAY_MS = 86_400_000;
/** The clock stops a little after a due time, so that the job is due by then. */
const AFTER_MS = 1_000;

/** The actions that move the clock. Each then reopens every open Home, so that it is rendered again, and runs due jobs. */
export function clockActions(deps: ClockDeps): readonly DemoAction[] {
  const { clock, db, days, fakes } = deps;
  const move = async ({ to, lookAt }: ClockMove) => {
    const target = to({ now: clock.now(), unmoved: clock.unmoved(), days });
    // Before anything else, so that it is noted even of a move that ends halfway.
    if (target > clock.now()) await noteMovedOn(db);
    await liveUntil(target, deps);
    clock.moveTo(target);
    await reopenHomes(fakes.slack, openHomes(fakes.slack));
    await doWhatIsDue(deps);
    return `It is ${formatInTimeZone(clock.now(), days.zone, "EEEE, MMMM d, h:mm a zzz")}. ${lookAt}`;
  };
  return CLOCK_MOVES.map((one) => ({ id: one.id, label: one.label, hint: one.hint, run: () => move(one) }));
}

/**
 * Stops at each due time of the last day before the target and at each export of orders, as if the time had passed. What was
 * exported before that day arrives as it begins: the app, which did nothing of what was due until then, is not woken for it.
 */
async function liveUntil(target: Date, deps: ClockDeps): Promise<void> {
  const { clock, passing, idle, dueBetween } = deps;
  // An export is refused while a file that somebody dropped is being read.
  await idle();
  const now = clock.now();
  const lastDay = new Date(Math.max(now.getTime(), target.getTime() - DAY_MS));
  const sendExport = async (at: Date) => {
    await passing?.sendExport(at);
    await idle();
  };
  const exports = (await passing?.exportsBetween(now, target)) ?? [];
  const due = (await dueBetween?.(lastDay, target)) ?? [];
  const stops = [
    ...exports.map((at) => ({ at: max([at, lastDay]), act: () => sendExport(at) })),
    ...due.map((at) => ({ at: new Date(at.getTime() + AFTER_MS), act: () => doWhatIsDue(deps) })),
  ].filter(({ at }) => at < target);
  for (const { at, act } of stops.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    await passing?.work(at);
    clock.moveTo(at);
    await act();
  }
  await passing?.work(target);
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
