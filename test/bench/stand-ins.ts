import { startFakeCopper } from "../../src/demo/copper/fake-copper";
import { startFakeJustCall } from "../../src/demo/justcall/fake-justcall";
import { SAMPLE_NOW } from "../../src/demo/sample/dates";
import { type SampleMonth, sampleMonth } from "../../src/demo/sample/sample-month";
import { bigMonth } from "../support/builders/big-months";
import { startLazyCopper } from "../support/fakes/lazy-copper";
import { startLazyJustCall } from "../support/fakes/lazy-justcall";
import { KEYS, type Served } from "./vendors";

const now = () => SAMPLE_NOW;

/** Serves a month in a process of its own, so that neither its memory nor its work is ours. */
async function main(): Promise<void> {
  const served = JSON.parse(process.argv[2] ?? "{}") as Served;
  const [copper, justcall] = await standIns(served);
  process.send?.({ copper: copper.url, justcall: justcall.url });
  process.once("disconnect", () => process.exit(0));
}

/** A large month without limits is not held but made as it is asked for. */
function standIns({ size, latencyMs, limits }: Served) {
  if (size === "sample") return holding(sampleMonth(), { latencyMs, limits });
  if (limits === "in-force") return holding(bigMonth(size), { latencyMs, limits });
  return Promise.all([startLazyCopper(size, { now, latencyMs }), startLazyJustCall(size, { now, latencyMs })]);
}

function holding({ copper, justcall }: SampleMonth, { latencyMs, limits }: Omit<Served, "size">) {
  const none = Number.POSITIVE_INFINITY;
  const [perMinute, burst, hourly] = limits === "lifted" ? [none, none, none] : [180, 90, 5_400];
  return Promise.all([
    startFakeCopper({ now, ...KEYS.copper, records: copper, perMinute, latencyMs }),
    startFakeJustCall({ now, ...KEYS.justcall, records: justcall, burst, hourly, latencyMs }),
  ]);
}

void main();
