import { startCopper } from "../../src/demo/copper/stand-in";
import { startJustCall } from "../../src/demo/justcall/stand-in";
import { SAMPLE_NOW } from "../../src/demo/sample/clock";
import { type BigMonth, bigMonth } from "../support/big-month";

/** Serves a big month in a process of its own, so that its memory is not counted; the limits are lifted. */
async function main(): Promise<void> {
  const size = JSON.parse(process.argv[2] ?? "{}") as BigMonth & { answerMs: number };
  const month = bigMonth(size);
  const { answerMs } = size;
  const now = () => SAMPLE_NOW;
  const copper = await startCopper({
    now,
    key: "key",
    email: "key@acme.com",
    records: month.copper,
    perMinute: 1e9,
    answerMs,
  });
  const limits = { burst: Number.POSITIVE_INFINITY, hourly: Number.POSITIVE_INFINITY };
  const justcall = await startJustCall({
    now,
    key: "key",
    secret: "secret",
    records: month.justcall,
    ...limits,
    answerMs,
  });
  process.send?.({ copper: copper.url, justcall: justcall.url, members: month.team });
  process.once("disconnect", () => process.exit(0));
}

void main();
