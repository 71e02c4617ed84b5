import { CONTACTS } from "./contacts";
import { type ActivityWithoutId, activityWith, CALL_TYPE } from "./copper-activities";
import { afterSeconds, nth, teamTime, WEEKDAYS } from "./dates";
import { callStart } from "./justcall-plan";
import { REPS, type Rep } from "./team";

/** Calls logged in Copper alone. */
const COPPER_ONLY: readonly (readonly [rep: Rep, calls: number])[] = [
  ["chloe", 20],
  ["dev", 15],
  ["ana", 14],
  ["ben", 10],
  ["maya", 5],
];

/** What people write about a call; the first four state how long it took. */
const DETAILS = [
  "Duration: 12m 34s",
  "12:34",
  "00:12:34",
  "5 min",
  "Left a voicemail, will try again on Thursday",
  "Wants 40 cases by the 12th, call <!here> *before* noon",
  "",
] as const;

/** Calls that are also in JustCall: the nth of a rep's day, and how many seconds later Copper says it began. */
const DUPLICATES: readonly (readonly [rep: Rep, monthDay: `${string}-${string}`, index: number, seconds: number])[] = [
  ["ana", "10-06", 2, 120],
  ["ana", "10-06", 5, 121],
  ["ben", "10-20", 8, 60],
  ["ana", "10-12", 0, 15],
  ["ben", "10-07", 1, -45],
  ["ben", "10-13", 3, 90],
  ["dev", "10-09", 0, 5],
  ["maya", "10-13", 0, -119],
];

/** The user whom Slack does not know. */
export const TRADE_SHOW = 900_207;

/**
 * The month's calls in Copper. Calls of the dialer are logged within two minutes, one of them a second too late to be
 * the same, one on the other side of midnight.
 */
export function copperCalls(): readonly ActivityWithoutId[] {
  return [
    ...COPPER_ONLY.flatMap(([rep, calls]) =>
      Array.from({ length: calls }, (_, n) => copperCall(REPS[rep].copper, { at: lateAfternoon(n), n })),
    ),
    ...DUPLICATES.map(([rep, monthDay, index, seconds], n) => {
      const at = afterSeconds(callStart(rep, monthDay, index), seconds);
      return copperCall(REPS[rep].copper, { at, n });
    }),
    copperCall(TRADE_SHOW, { at: teamTime("10-08", "16:00:00"), n: 0 }),
  ];
}

/** A time late in the afternoon, when the dialer is not used, on any weekday but today. */
function lateAfternoon(n: number): Date {
  const past = WEEKDAYS.slice(0, -1);
  return afterSeconds(teamTime(nth(past, n * 3), "15:30:00"), ((n * 13) % 120) * 60);
}

/** A call as a user logs it in Copper; `n` picks the customer and what was written about it. */
export function copperCall(user_id: number, { at, n }: { readonly at: Date; readonly n: number }): ActivityWithoutId {
  return activityWith(nth(CONTACTS, n), { at, type: CALL_TYPE, user_id, details: nth(DETAILS, n) });
}
