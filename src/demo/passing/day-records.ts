import type { Day } from "../../time/day";
import type { Activity, Opportunity } from "../copper/account";
import type { JustCallCall } from "../justcall/account";
import { REP_NAMES } from "../sample/team";
import { dayCalls } from "./day-calls";
import { dayDeals } from "./day-deals";
import { dayMails } from "./day-mails";
import { dayStrays } from "./day-strays";
import { idOf } from "./work-times";

/** What the team does on a day, as Copper and JustCall have it. An activity is in Copper from its `date_created` on. */
export interface DayRecords {
  readonly calls: readonly JustCallCall[];
  readonly activities: readonly Activity[];
  readonly deals: readonly Opportunity[];
}

const FIRST_CALL = 1_000_000_000;
const FIRST_ACTIVITY = 3_200_000_000;

/** The records of a working day, the same whenever it is made; ids are assigned in the order in which the systems get them. */
export function dayRecords(day: Day): DayRecords {
  const byRep = REP_NAMES.map((rep) => dayCalls(rep, day));
  const calls = byRep
    .flatMap(({ justcall }) => justcall)
    .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
    .map((call, n) => ({ id: idOf(day, { n, first: FIRST_CALL }), ...call }));
  const mails = REP_NAMES.flatMap((rep) => dayMails(rep, day));
  const activities = [...byRep.flatMap(({ copper }) => copper), ...mails, ...dayStrays(day)]
    .sort((a, b) => a.date_created - b.date_created)
    .map((activity, n) => ({ id: idOf(day, { n, first: FIRST_ACTIVITY }), ...activity }));
  return { calls, activities, deals: dayDeals(day) };
}
