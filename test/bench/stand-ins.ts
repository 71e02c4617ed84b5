import { startFakeCopper } from "../../src/demo/copper/fake-copper";
import { startFakeJustCall } from "../../src/demo/justcall/fake-justcall";
import { SAMPLE_NOW } from "../../src/demo/sample/dates";
import { sampleMonth } from "../../src/demo/sample/sample-month";
import { startLazyCopper } from "../support/fakes/lazy-copper";
import { startLazyJustCall } from "../support/fakes/lazy-justcall";
import { KEYS, type Served } from "./vendors";

const now = () => SAMPLE_NOW;

/** Serves a month in a process of its own, so that neither its memory nor its work is ours; the limits are lifted. */
async function main(): Promise<void> {
  const served = JSON.parse(process.argv[2] ?? "{}") as Served;
  const [copper, justcall] = await (served.size === "sample" ? sample(served) : big(served, served.size));
  process.send?.({ copper: copper.url, justcall: justcall.url });
  process.once("disconnect", () => process.exit(0));
}

function sample({ latencyMs }: Served) {
  const month = sampleMonth();
  const lifted = { burst: Number.POSITIVE_INFINITY, hourly: Number.POSITIVE_INFINITY };
  return Promise.all([
    startFakeCopper({ now, ...KEYS.copper, records: month.copper, perMinute: Number.POSITIVE_INFINITY, latencyMs }),
    startFakeJustCall({ now, ...KEYS.justcall, records: month.justcall, ...lifted, latencyMs }),
  ]);
}

function big({ latencyMs }: Served, size: Exclude<Served["size"], "sample">) {
  return Promise.all([startLazyCopper(size, { now, latencyMs }), startLazyJustCall(size, { now, latencyMs })]);
}

void main();
