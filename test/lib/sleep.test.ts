import { endsWithin, othersFirst, sleep } from "../../src/lib/sleep";

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

describe("othersFirst", () => {
  /** A clock that others' work moves in each turn of the event loop by so many milliseconds, and our own by hand. */
  const loop = (turnMs: number) => {
    let [now, reads] = [0, 0];
    const pauses: number[] = [];
    // It is read when work stops, after the turn that is its own still, after others had theirs, and when it goes on.
    const clock = () => {
      reads += 1;
      if (reads % 4 === 0) now += turnMs;
      return now;
    };
    const pause = othersFirst(clock, async (ms) => void pauses.push(ms));
    const work = async (ms: number) => {
      now += ms;
      await pause();
      return pauses;
    };
    return { pauses, work };
  };

  it("gives others several times as long as it worked, and at most a tenth of a second at once", async () => {
    const { pauses, work } = loop(5);

    for (const ms of [5, 10, 5_000]) await work(ms);

    expect(pauses).toEqual([45, 90, 100]);
  });

  it("does not wait where nobody else does", async () => {
    const { pauses, work } = loop(0);

    for (const ms of [5, 10, 5_000]) await work(ms);

    expect(pauses).toEqual([]);
  });

  it("waits for twenty seconds in all, however long others go on", async () => {
    const { pauses, work } = loop(5);

    for (let stretch = 0; stretch < 500; stretch += 1) await work(30);

    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBe(20_000);
  });
});
