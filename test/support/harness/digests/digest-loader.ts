import type { Db } from "mongodb";
import { firstDigestsStore } from "../../../../src/digests/content/first-digests-store";
import { goalChangesStore } from "../../../../src/digests/content/goal-changes-store";
import type { LoadDigestsDeps } from "../../../../src/digests/content/load-digests";
import { reportedOrdersStore } from "../../../../src/digests/content/orders/reported-orders-store";
import { reportedFiguresStore } from "../../../../src/digests/delivery/reported-figures-store";
import { holidayBook } from "../../../../src/goals/holidays";
import { overviewStore } from "../../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../../src/goals/team-settings-store";
import { metricStore } from "../../../../src/metrics/metric-store";
import { moneyRecordStore } from "../../../../src/metrics/money-record-store";
import { peopleStore } from "../../../../src/people/people-store";
import type { ZoneDays } from "../../../../src/time/day";

/** What digests are loaded from: the real stores on this database. */
export function digestLoader(db: Db, { days, freshness }: Pick<LoadDigestsDeps, "freshness"> & { days: ZoneDays }) {
  const [metrics, book, people] = [metricStore(db), holidayBook(), peopleStore(db)];
  const settings = teamSettingsStore(db, book);
  return {
    ...{ metrics, settings, book, people, days, freshness },
    reportedFigures: reportedFiguresStore(db),
    goalChanges: goalChangesStore(db),
    firstDigests: firstDigestsStore(db),
    orders: { records: moneyRecordStore(db), reported: reportedOrdersStore(db), salesmen: people.salesmen },
    overviews: overviewStore(db, { metrics, settings, book, paceDays: "working", days }),
  } satisfies LoadDigestsDeps;
}
