import { type DigestRefreshDeps, refreshBeforeDigests } from "../../src/jobs/refresh-before-digests";
import type { SyncReport } from "../../src/sync/report";
import type { SyncRequest } from "../../src/sync/request";
import type { Freshness } from "../../src/sync/state/freshness";
import { aReport } from "../support/builders/reports";
import { days } from "../support/builders/team-zone";
import { memoryLog } from "../support/fakes/memory-log";

const NOW = new Date("2026-10-29T15:00:00Z");
const { signal } = new AbortController();

describe("figures before digests", () => {
  /** A sync that ends when the test says so, and waits that end at once. */
  const harness = (asOf: Date | null) => {
    const asked: SyncRequest[] = [];
    const log = memoryLog();
    let [time, state] = [0, asOf];
    let finish: (report: SyncReport | Error) => void = () => {};
    const deps: DigestRefreshDeps = {
      freshness: async (): Promise<Freshness[]> => [
        { source: "copper", asOf: state, state: state === null ? "never" : "fresh" },
      ],
      requestSync: (ask) => {
        asked.push(ask);
        return new Promise((resolve, reject) => {
          finish = (end) => (end instanceof Error ? reject(end) : resolve(end));
        });
      },
      syncing: async () => false,
      days,
      clock: () => time,
      sleep: async (ms) => {
        await new Promise(setImmediate);
        time += ms;
      },
      log,
    };
    return {
      figures: refreshBeforeDigests(deps),
      asked,
      log,
      pass: (ms: number) => {
        time += ms;
      },
      finish: (end: SyncReport | Error) => finish(end),
      read: (at: Date) => {
        state = at;
      },
    };
  };
  const old = new Date("2026-10-29T10:00:00Z");

  it("are taken as they are when they are young enough", async () => {
    const { figures, asked } = harness(NOW);

    expect(await figures.ready(NOW, signal)).toBe(true);
    expect(asked).toEqual([]);
  });

  it("are read again when they are old, by one sync that is waited for over several rounds", async () => {
    const { figures, asked, finish, read } = harness(old);

    expect(await figures.ready(NOW, signal)).toBe(false);
    const second = figures.ready(NOW, signal);
    read(NOW);
    finish(aReport());

    expect(await second).toBe(true);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ userId: "schedule", trigger: "schedule", range: { to: "2026-10-29" } });
  });

  it("are taken old after 90 seconds of a sync that does not end", async () => {
    const { figures, asked, pass } = harness(old);

    expect(await figures.ready(NOW, signal)).toBe(false);
    pass(90_000);

    expect(await figures.ready(NOW, signal)).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it("are taken missing ten minutes after the first sync of all began", async () => {
    const { figures, pass } = harness(null);

    expect(await figures.ready(NOW, signal)).toBe(false);
    pass(500_000);
    expect(await figures.ready(NOW, signal)).toBe(false);
    pass(100_000);

    expect(await figures.ready(NOW, signal)).toBe(true);
  });

  it("are taken old after a sync that broke, which is not repeated within the hour", async () => {
    const { figures, asked, finish, log } = harness(old);
    const first = figures.ready(NOW, signal);
    await new Promise(setImmediate);

    finish(new Error("the database went away"));

    expect(await first).toBe(true);
    expect(await figures.ready(NOW, signal)).toBe(true);
    expect(asked).toHaveLength(1);
    expect(log.at("error")).toHaveLength(1);
  });

  it("are waited for at the end of the process", async () => {
    const { figures, finish } = harness(old);
    await figures.ready(NOW, signal);
    let ended = false;
    const idle = figures.idle().then(() => {
      ended = true;
    });

    await new Promise(setImmediate);
    expect(ended).toBe(false);
    finish(aReport());
    await idle;
  });
});
