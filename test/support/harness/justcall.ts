import { type FakeJustCall, type JustCallOptions, startFakeJustCall } from "../../../src/demo/justcall/fake-justcall";
import { justcallSource } from "../../../src/sources/justcall";
import type { JustCallConfig } from "../../../src/sources/justcall/config";
import type { ReadSession, WindowRead } from "../../../src/sources/source";
import { SourceError } from "../../../src/sources/source-error";
import { day, type InstantRange, zoneDays } from "../../../src/time/day";
import { justcallUsers } from "../builders/records/justcall";
import { recordedLog } from "../env/logs/recorded-logs";
import { type FakeTime, fakeTime } from "../fakes/fake-time";

export const days = zoneDays("America/Los_Angeles");
const NOW = new Date("2026-11-24T12:00:00Z");
/** No window ends after the run that reads it begins: what arrives meanwhile lies outside. */
export const NOVEMBER = { ...range("2026-11-01", "2026-11-24"), until: NOW };

export function range(from: string, to: string): InstantRange {
  return days.instantsOf({ from: day(from), to: day(to) });
}

const running: FakeJustCall[] = [];

/** A stand-in over real HTTP, a source that asks it, and a clock that waiting moves. */
export async function justcallHarness(
  { records, ...options }: Partial<JustCallOptions> = {},
  config: Partial<JustCallConfig> = {},
): Promise<{ justcall: FakeJustCall; time: FakeTime; source: ReturnType<typeof justcallSource> }> {
  const time = fakeTime(NOW);
  const { clock, now, sleep } = time;
  const justcall = await startFakeJustCall({
    now,
    key: "k3y",
    secret: "s3cret",
    burst: Number.POSITIVE_INFINITY,
    hourly: Number.POSITIVE_INFINITY,
    records: { users: justcallUsers(5), ...records },
    ...options,
  });
  running.push(justcall);
  const defaults = {
    apiKey: "k3y",
    apiSecret: "s3cret",
    plan: "team",
    days,
    clock,
    now,
    sleep,
    log: recordedLog(),
  } as const;
  return { justcall, time, source: justcallSource({ baseUrl: justcall.url, ...defaults, ...config }) };
}

export async function stopJustCall(): Promise<void> {
  for (const justcall of running.splice(0)) {
    expect(justcall.faults.unused()).toEqual([]);
    await justcall.close();
  }
}

/** The pages of calls that were asked for. */
export function callPages({ requests }: FakeJustCall) {
  return requests.filter(({ path }) => path === "/calls");
}

/** Reads a window that must be complete. */
export async function readComplete(reading: ReadSession, window: InstantRange = NOVEMBER): Promise<WindowRead> {
  const read = await reading.read(window);
  if (read.kind !== "complete") throw new Error(`Not whole: ${JSON.stringify(read)}`);
  return read;
}

export async function errorOf(promise: Promise<unknown>): Promise<{ fault: string; message: string }> {
  const error: unknown = await promise.catch((caught: unknown) => caught);
  if (!(error instanceof SourceError)) throw new Error(`No SourceError but ${String(error)}`);
  expect(`${error.message} ${error.stack}`).not.toMatch(/k3y|s3cret/);
  return { fault: error.fault, message: error.message };
}
