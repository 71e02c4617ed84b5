import type { PastPeriod } from "../../../../src/goals/trends/past-period";
import { MY_PAGE } from "../../../../src/slack/home/location";
import { historyPage } from "../../../../src/slack/home/views/my/history-page";
import { day } from "../../../../src/time/day";

export const OCTOBER = { from: day("2026-10-01"), to: day("2026-10-31") };

/** A week of calls that was missed by 20. */
export const MISSED_WEEK: PastPeriod = {
  ...{ goalId: "g", type: "phone_call_quantity", title: "Calls", unit: "count", period: "weekly" },
  ...{ from: day("2026-10-05"), to: day("2026-10-11"), target: 60, value: 40, outcome: "missed" },
};

export const history = (...periods: readonly PastPeriod[]) => ({ period: periods[0]?.period ?? "weekly", periods });

export type ShownPage = Parameters<typeof historyPage>[0];

/** October's page of a rep's history, by default the one that is opened in November. */
export const historyOf = (histories: ShownPage["histories"], page = 2, given: Partial<ShownPage> = {}) =>
  historyPage({
    ...{ tabs: ["me"], location: { ...MY_PAGE, page }, month: OCTOBER, histories },
    ...{ running: [], unread: [], asOf: null, syncing: null, ...given },
  });
