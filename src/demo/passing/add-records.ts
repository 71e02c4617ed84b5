import type { CopperAccount } from "../copper/account";
import type { JustCallAccount } from "../justcall/account";
import { SAMPLE_NOW } from "../sample/dates";
import type { DayRecords } from "./day-records";

export interface RecordAccounts {
  readonly copper: Pick<CopperAccount, "activities" | "opportunities">;
  readonly justcall: Pick<JustCallAccount, "calls">;
}

/**
 * Adds to the accounts what they have of a day's records by then, each once and in bulk, without webhooks: those after the sample's
 * afternoon. What a visitor has removed or changed meanwhile stays as it is.
 */
export function addRecords(
  { calls, activities, deals }: DayRecords,
  { until, accounts: { copper, justcall } }: { readonly until: Date; readonly accounts: RecordAccounts },
): void {
  const isLater = (seconds: number) => seconds * 1_000 > SAMPLE_NOW.getTime();
  const hasCome = (seconds: number) => seconds * 1_000 <= until.getTime();
  justcall.calls.addAll(
    calls.filter(({ id, startedAt }) => {
      const seconds = startedAt.getTime() / 1_000;
      return isLater(seconds) && hasCome(seconds) && isNew(justcall.calls, id);
    }),
  );
  copper.activities.addAll(
    activities.filter(
      ({ id, activity_date, date_created }) =>
        isLater(activity_date) && hasCome(date_created) && isNew(copper.activities, id),
    ),
  );
  copper.opportunities.addAll(
    deals.filter(({ id, date_stage_changed }) => {
      const known = copper.opportunities.get(id);
      const moves =
        known === undefined ? isNew(copper.opportunities, id) : known.date_stage_changed < date_stage_changed;
      return isLater(date_stage_changed) && hasCome(date_stage_changed) && moves;
    }),
  );
}

interface Known {
  get(id: number): unknown;
  wasRemoved(id: number): boolean;
}

function isNew(records: Known, id: number): boolean {
  return records.get(id) === undefined && !records.wasRemoved(id);
}
