import { type CopperOptions, type FakeCopper, startFakeCopper } from "../../../src/demo/copper/fake-copper";
import { copperSource } from "../../../src/sources/copper";
import type { CopperConfig } from "../../../src/sources/copper/config";
import type { WindowRead } from "../../../src/sources/source";
import { SourceError } from "../../../src/sources/source-error";
import { day, zoneDays } from "../../../src/time/day";
import { recordedLog } from "../env/logs/recorded-logs";
import { type FakeTime, fakeTime } from "../fakes/fake-time";
import { unsealed } from "../fakes/unsealed";

export const days = zoneDays("America/Los_Angeles");
const NOW = new Date("2026-11-24T12:00:00Z");
/** No window ends after the run that reads it begins: what arrives meanwhile lies outside. */
export const NOVEMBER = { ...days.instantsOf({ from: day("2026-11-01"), to: day("2026-11-30") }), until: NOW };

const STAGES = { a: ["11"], b: ["12"], c: ["13"] };
const running: FakeCopper[] = [];

/** A stand-in over real HTTP, a source that asks it, and a clock that waiting moves. */
export async function copperHarness(
  options: Partial<CopperOptions> = {},
  config: Partial<CopperConfig> = {},
): Promise<{ copper: FakeCopper; time: FakeTime; source: ReturnType<typeof copperSource> }> {
  const time = fakeTime(NOW);
  const copper = await startFakeCopper({ now: time.now, key: "k3y", email: "admin@acme.com", ...options });
  running.push(copper);
  const { clock, sleep } = time;
  const defaults = {
    seal: unsealed,
    apiKey: "k3y",
    userEmail: "admin@acme.com",
    stages: STAGES,
    days,
    clock,
    sleep,
    log: recordedLog(),
  };
  return { copper, time, source: copperSource({ baseUrl: copper.url, ...defaults, ...config }) };
}

export async function stopCopper(): Promise<void> {
  for (const copper of running.splice(0)) {
    expect(copper.faults.unused()).toEqual([]);
    await copper.close();
  }
}

/** Reads a window that must be complete. */
export async function readComplete(reading: { read(window: typeof NOVEMBER): Promise<unknown> }, window = NOVEMBER) {
  const read = await reading.read(window);
  expect(read).toMatchObject({ kind: "complete" });
  return read as WindowRead;
}

export async function errorOf(promise: Promise<unknown>): Promise<{ fault: string; message: string }> {
  const error: unknown = await promise.catch((caught: unknown) => caught);
  if (!(error instanceof SourceError)) throw new Error(`No SourceError but ${String(error)}`);
  expect(`${error.message} ${error.stack}`).not.toContain("k3y");
  return { fault: error.fault, message: error.message };
}
