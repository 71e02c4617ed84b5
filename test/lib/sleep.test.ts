import { endsWithin, sleep } from "../../src/lib/sleep";

describe("endsWithin", () => {
  it("says that work ended in time, and no longer waits", async () => {
    let stopped = false;
    const endless = (_: number, signal?: AbortSignal) =>
      new Promise<void>(() => signal?.addEventListener("abort", () => (stopped = true)));

    expect(await endsWithin(1_000, { work: Promise.resolve(), sleep: endless })).toBe(true);
    expect(stopped).toBe(true);
  });

  it("gives up when the time is up, or somebody says so", async () => {
    const work = new Promise<void>(() => undefined);

    expect(await endsWithin(1, { work })).toBe(false);
    expect(await endsWithin(60_000, { work, signal: AbortSignal.abort() })).toBe(false);
  });

  it("throws what the work throws", async () => {
    await expect(endsWithin(60_000, { work: Promise.reject(new Error("broken")) })).rejects.toThrow("broken");
  });
});

describe("sleep", () => {
  it("rejects with the reason of whoever ends it", async () => {
    const reason = new Error("no more");
    const stop = new AbortController();
    const slept = sleep(60_000, stop.signal);

    stop.abort(reason);

    await expect(slept).rejects.toBe(reason);
  });
});
