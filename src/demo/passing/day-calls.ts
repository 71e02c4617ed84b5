import { type Day, weekday } from "../../time/day";
import type { ActivityWithoutId } from "../sample/copper-activities";
import { copperCall } from "../sample/copper-calls";
import { afterSeconds, type MonthDay, nth } from "../sample/dates";
import { callSeed, seeded } from "../sample/justcall-plan";
import { type CallWithoutId, sampleCall } from "../sample/justcall-records";
import { REPS, type Rep } from "../sample/team";
import { WORKWEEKS } from "./work-plan";
import { workTime } from "./work-times";

/** Who has fewer calls a day has always as many. */
const VARIES_FROM = 3;
/** How many of the dialer's calls are logged in Copper, too, within the two minutes that make them the same. */
const LOGGED_TWICE = 0.12;
const SAME_CALL_SECONDS = 110;

/** The calls of a rep's working day as both systems have them; the dialer's are logged twice now and then. */
export function dayCalls(
  rep: Rep,
  day: Day,
): { readonly justcall: readonly CallWithoutId[]; readonly copper: readonly ActivityWithoutId[] } {
  const monthDay: MonthDay = `${day.slice(5, 7)}-${day.slice(8)}`;
  const chance = (index: number, salt: number) => seeded(callSeed(rep, monthDay, index) * salt);
  const week = WORKWEEKS[rep];
  const planned = nth(week.calls, weekday(day) - 1);
  const count = planned < VARIES_FROM ? planned : planned + Math.floor(chance(0, 13) * 3) - 1;
  const answered = week.unansweredOn !== weekday(day);
  const justcall = Array.from({ length: count }, (_, index) =>
    sampleCall(workTime(day, { n: index, of: count, chance: chance(index, 5) }), {
      day: { rep, monthDay, answered },
      index,
    }),
  );
  const alone = nth(week.copperCalls, weekday(day) - 1);
  const user = REPS[rep].copper;
  const copper = [
    ...justcall.flatMap(({ startedAt }, index) =>
      chance(index, 11) < LOGGED_TWICE
        ? [
            copperCall(user, {
              at: afterSeconds(startedAt, Math.floor(chance(index, 17) * SAME_CALL_SECONDS)),
              n: index,
            }),
          ]
        : [],
    ),
    ...Array.from({ length: alone }, (_, n) =>
      copperCall(user, { at: workTime(day, { n, of: alone, chance: chance(n, 19) }), n }),
    ),
  ];
  return { justcall, copper };
}
