import { firstSync } from "../../src/jobs/first-sync";
import { jobStore } from "../../src/jobs/job-store";
import { type SyncDmDeps, syncFirst } from "../../src/slack/sync/first-sync";
import type { SyncReport } from "../../src/sync/report";
import { waitingProgress } from "../../src/sync/report";
import type { Freshness } from "../../src/sync/state/freshness";
import type { DayRange } from "../../src/time/day";
import { aMember } from "../support/builders/people";
import { aReport, aResult } from "../support/builders/reports";
import { days } from "../support/builders/team-zone";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";
import { slackHarness } from "../support/harness/slack";

const NOW = new Date("2026-10-28T16:00:00Z");
const RANGE = { from: "2026-09-29", to: "2026-10-28" };
const never = (source: Freshness["source"]): Freshness => ({ source, asOf: null, state: "never" });
const read: Freshness = { source: "copper", asOf: NOW, state: "fresh" };
const imported: Freshness = { source: "fishbowl", asOf: NOW, state: "fresh", imported: true };
const off: Freshness = { source: "justcall", asOf: null, state: "off" };

describe("the first sync", () => {
  const test = testDatabase();
  const { signal } = new AbortController();
  let synced: DayRange[] = [];
  beforeEach(() => {
    synced = [];
  });

  const replica = (freshness: readonly Freshness[], { wanted = true, syncing = false, fails = false } = {}) =>
    firstSync({
      wanted,
      freshness: async () => freshness,
      syncing: async () => syncing,
      sync: async (range) => {
        synced.push(range);
        if (fails) throw new Error("The run broke");
      },
      store: jobStore(test.db),
      days,
      now: () => NOW,
      log: memoryLog(),
    });
  const run = async (job: ReturnType<typeof firstSync>) => {
    await job.run(signal);
    await job.idle?.();
  };
  const tenMinutesLater = () =>
    test.db.collection("jobs").updateMany({}, [{ $set: { until: { $subtract: ["$until", 600_000] } } }]);

  it("reads thirty days at the start, once for two replicas and however often they tick", async () => {
    const replicas = [replica([never("copper"), off]), replica([never("copper"), off])];

    await Promise.all(replicas.map(run));
    await tenMinutesLater();
    await Promise.all(replicas.map(run));

    expect(synced).toEqual([RANGE]);
  });

  it.each([
    ["something was read", [read, never("justcall")], {}, 0],
    ["no source is on", [off], {}, 0],
    ["it is switched off", [never("copper")], { wanted: false }, 0],
    ["a sync is running already", [never("copper")], { syncing: true }, 0],
    ["orders alone were imported", [never("copper"), imported], {}, 1],
    ["there is no source but orders", [{ ...imported, asOf: null }, off], {}, 1],
  ] as const)("is made or left where %s", async (_when, freshness, how, times) => {
    await run(replica(freshness, how));

    expect(synced).toHaveLength(times);
  });

  it("is tried again ten minutes after it broke", async () => {
    await run(replica([never("copper")], { fails: true }));
    await run(replica([never("copper")]));
    await tenMinutesLater();
    await run(replica([never("copper")]));

    expect(synced).toEqual([RANGE, RANGE]);
  });
});

describe("the DM of the first sync", () => {
  const members = [aMember("U0MAX"), { ...aMember("U0BEN"), primaryOwner: true as const }];

  async function told(deps: Partial<SyncDmDeps>, report: () => Promise<SyncReport>) {
    const harness = await slackHarness();
    try {
      const { client } = harness.app;
      const requestSync: SyncDmDeps["requestSync"] = (_request, onProgress) => {
        onProgress?.({ ...waitingProgress(), copper: "running" });
        return report();
      };
      const given = { ...harness.deps, client, requestSync, admins: [], readMembers: async () => members, ...deps };
      const outcome = await syncFirst({ from: days.dayOf(NOW), to: days.dayOf(NOW) }, given).catch((error) => error);
      const posts = harness.calls("chat.postMessage").map(({ args }) => args.channel);
      const opened = harness.calls("conversations.open").map(({ args }) => args.users);
      const last = harness.calls("chat.update").at(-1)?.args.text;
      return { outcome, opened: [...new Set(opened)], posts: posts.length, last };
    } finally {
      await harness.close();
    }
  }

  it("goes to the first admin that is configured, and ends as the report", async () => {
    const { opened, posts, last } = await told({ admins: ["U0MAX", "U0ANA"] }, async () => aReport());

    expect(opened).toEqual(["U0MAX"]);
    expect(posts).toBe(1);
    expect(last).toContain("Synced Sep 29 – Oct 28");
  });

  it("goes to the primary owner where no admin is configured", async () => {
    expect((await told({}, async () => aReport())).opened).toEqual(["U0BEN"]);
  });

  it("claims the alert of what could not be read before it is posted, as its reader is told by it", async () => {
    const claims: unknown[] = [];
    const reportSources: SyncDmDeps["reportSources"] = async (reader, sources) => {
      claims.push([reader, sources]);
      return async (arrived) => void claims.push(arrived);
    };
    const broken = async () => aReport({ justcall: aResult({ success: false }) });

    await told({ admins: ["U0MAX"], reportSources }, broken);
    await told({ readMembers: async () => [], reportSources }, broken);

    expect(claims).toEqual([["U0MAX", ["justcall"]], true]);
  });

  it("goes to nobody where no one is known, and the sync runs all the same", async () => {
    const unread = async () => Promise.reject(new Error("ratelimited"));
    const { outcome, posts } = await told({ readMembers: unread }, async () => aReport());

    expect({ outcome, posts }).toEqual({ outcome: undefined, posts: 0 });
  });

  it("says that it broke and is tried again", async () => {
    const { outcome, last } = await told({ admins: ["U0MAX"] }, () => Promise.reject(new Error("no database")));

    expect(outcome).toEqual(new Error("no database"));
    expect(last).toBe("The first sync failed. It retries on its own within minutes.");
  });
});
