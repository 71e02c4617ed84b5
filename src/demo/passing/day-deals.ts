import { type Day, weekday } from "../../time/day";
import type { Opportunity } from "../copper/account";
import { copperDeals, dealIn, STAGES } from "../sample/copper-deals";
import { REPS, type Rep } from "../sample/team";
import { weekdaysSince } from "./work-plan";
import { idOf, workTime } from "./work-times";

const FIRST_ID = 4_500_000;
/** The rep who gains a customer on a day of each week, 1 for Monday. */
const OPENED: ReadonlyMap<number, Rep> = new Map([
  [2, "chloe"],
  [3, "dev"],
  [4, "chloe"],
  [5, "ana"],
]);

/**
 * The deals that enter a stage on this day, as they are from then on: one of the sample's moves on, from Fact Finding and from
 * Contact by turns until each has, and on some days of the week a new one begins.
 */
export function dayDeals(day: Day): readonly Opportunity[] {
  return [...moved(day), ...opened(day)];
}

function moved(day: Day): readonly Opportunity[] {
  const turn = weekdaysSince(day) - 1;
  if (turn < 0) return [];
  const [from, to] = turn % 2 === 0 ? [STAGES.a, STAGES.b] : [STAGES.b, STAGES.c];
  const one = inStage(from)[Math.floor(turn / 2)];
  if (one === undefined) return [];
  const entered = workTime(day, { n: 0, of: 1, chance: 0.3 }).getTime() / 1000;
  return [
    {
      ...one,
      pipeline_stage_id: to,
      date_stage_changed: entered,
      date_last_contacted: entered,
      date_modified: entered,
    },
  ];
}

function opened(day: Day): readonly Opportunity[] {
  const rep = OPENED.get(weekday(day));
  if (rep === undefined) return [];
  const entered = workTime(day, { n: 0, of: 1, chance: 0.6 });
  const n = weekdaysSince(day);
  return [dealIn(STAGES.a, { n, id: idOf(day, { n: 0, first: FIRST_ID }), assignee: REPS[rep].copper, entered })];
}

/** The sample's open deals of a rep that are in this stage. */
function inStage(stage: number): readonly Opportunity[] {
  const reps = new Set(Object.values(REPS).map(({ copper }) => copper));
  return copperDeals().filter(
    ({ pipeline_stage_id, status, assignee_id }) =>
      pipeline_stage_id === stage && status === "Open" && assignee_id !== null && reps.has(assignee_id),
  );
}
