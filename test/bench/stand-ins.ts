import { startFakeCopper } from "../../src/demo/copper/fake-copper";
import { startFakeJustCall } from "../../src/demo/justcall/fake-justcall";
import { type SampleMonth, sampleMonth } from "../../src/demo/sample/sample-month";
import { PLANS } from "../../src/sources/justcall/config";
import { bigMonth, recentWeeks } from "../support/builders/big-months";
import { startLazyCopper } from "../support/fakes/lazy-copper";
import { startLazyJustCall } from "../support/fakes/lazy-justcall";
import { KEYS, type Served, sampleClock } from "./vendors";

/** Serves a month in a process of its own, so that neither its memory nor its work is ours. */
async function main(): Promise<void> {
  const { begunAt, ...served } = JSON.parse(process.argv[2] ?? "{}") as Served & { readonly begunAt: number };
  const now = served.recent ? () => new Date() : sampleClock(begunAt);
  const [copper, justcall] = await standIns(served, now);
  process.send?.({ copper: copper.url, justcall: justcall.url });
  process.once("disconnect", () => process.exit(0));
}

/** A large month without limits is not held but made as it is asked for. */
function standIns({ size, latencyMs, limits, recent }: Served, now: () => Date) {
  if (size === "sample") return holding(sampleMonth(), { latencyMs, limits, now });
  if (recent) return holding(bigMonth(size, recentWeeks(now())), { latencyMs, limits, now });
  if (limits !== "lifted") return holding(bigMonth(size), { latencyMs, limits, now });
  return Promise.all([startLazyCopper(size, { now, latencyMs }), startLazyJustCall(size, { now, latencyMs })]);
}

function holding(
  { copper, justcall }: SampleMonth,
  { latencyMs, limits, now }: Omit<Served, "size"> & { readonly now: () => Date },
) {
  const none = Number.POSITIVE_INFINITY;
  const [perMinute, burst, hourly] = limits === "lifted" ? [none, none, none] : [180, ...PLANS[limits]];
  return Promise.all([
    startFakeCopper({ now, ...KEYS.copper, records: copper, perMinute, latencyMs }),
    startFakeJustCall({ now, ...KEYS.justcall, records: justcall, burst, hourly, latencyMs }),
  ]);
}

void main();
