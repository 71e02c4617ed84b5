import type { Day } from "../../time/day";
import type { Activity, Opportunity } from "../copper/account";
import type { JustCallCall } from "../justcall/account";
import { REPS, type Rep } from "../sample/team";
import { dayCalls } from "./day-calls";
import { dayDeals } from "./day-deals";
import { dayMails } from "./day-mails";
import { idOf } from "./work-times";

/** What the team does on a day, as Copper and JustCall have it. */
export interface DayRecords {
  readonly calls: readonly JustCallCall[];
  readonly activities: readonly Activity[];
  readonly deals: readonly Opportunity[];
}

const FIRST_CALL = 1_000_000_000;
const FIRST_ACTIVITY = 3_200_000_000;

/** The records of a working day, the same whenever it is made; ids are assigned in order of time. */
export function dayRecords(day: Day): DayRecords {
  const reps = Object.keys(REPS).filter(isRep);
  const byRep = reps.map((rep) => dayCalls(rep, day));
  const calls = byRep
    .flatMap(({ justcall }) => justcall)
    .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime())
    .map((call, n) => ({ id: idOf(day, { n, first: FIRST_CALL }), ...call }));
  const activities = [...byRep.flatMap(({ copper }) => copper), ...reps.flatMap((rep) => dayMails(rep, day))]
    .sort((a, b) => a.activity_date - b.activity_date)
    .map((activity, n) => ({ id: idOf(day, { n, first: FIRST_ACTIVITY }), ...activity }));
  return { calls, activities, deals: dayDeals(day) };
}

function isRep(name: string): name is Rep {
  return name in REPS;
}
