import { METRICS } from "../metrics/metrics";
import { SOURCES } from "../metrics/sources";
import { namesOf } from "../people/person";
import type { Mismatch } from "../sync/totals/audit";
import type { Examination } from "./examination";
import { type Finding, fault, listed, ok } from "./finding";

/** Reports whether every total is the sum of its records. */
export function totalsFinding({ totals, people }: Examination): Finding {
  const { range, mismatches, busy } = totals;
  const count = totals.totals.toLocaleString("en-US");
  if (mismatches.length === 0)
    return ok("totals", `Each of the ${count} totals of the last 30 days is the sum of its records.`);
  if (busy) return ok("totals", "A sync is under way, so totals were not compared with their records.");
  const names = namesOf(people);
  const says = `${mismatches.length.toLocaleString("en-US")} of the ${count} totals of the last 30 days ${mismatches.length === 1 ? "is" : "are"} not the sum of their records`;
  return fault("totals-astray", {
    says: `${says}: ${listed(mismatches.map((one) => inWords(one, names)))}.`,
    todo: `Make them anew: npm run sync -- --from ${range.from} --to ${range.to}. If it comes back, tell whoever runs Paceline.`,
  });
}

function inWords({ userId, type, day, source, stored, records }: Mismatch, names: ReadonlyMap<string, string>): string {
  const title = METRICS.find((metric) => metric.type === type)?.title ?? type;
  const numbers = `${stored.toLocaleString("en-US")} instead of ${records.toLocaleString("en-US")}`;
  return `${names.get(userId) ?? userId}'s ${title} of ${day} from ${SOURCES[source].title} (${numbers})`;
}
