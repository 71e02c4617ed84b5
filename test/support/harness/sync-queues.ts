import type { Source } from "../../../src/sources/source";
import { readLease } from "../../../src/sync/lease";
import { aMember, byEmail } from "../builders/people";
import { days } from "../builders/team-zone";
import type { TestDatabase } from "../env/database";
import { eventually, realSleep } from "../wait";
import { syncHarness } from "./sync";

/** Waiting for another process takes so much less time than it really does. */
const FASTER = 25;

/** Queues of syncs of several processes on one database; Copper begins to answer when the test lets it. Call it where `describe` is called. */
export function syncQueues(test: TestDatabase) {
  const opened: string[] = [];
  const held: (() => void)[] = [];
  let ids = 0;
  beforeEach(() => {
    opened.length = 0;
    held.length = 0;
    ids = 0;
  });

  const copper: Source = {
    id: "copper",
    open: async ({ since }) => {
      opened.push(days.dayOf(since));
      await new Promise<void>((resolve) => held.push(resolve));
      return {
        people: null,
        notices: [],
        read: async () => ({ kind: "complete", facts: [], leftOut: new Map(), overlap: [], unreadable: new Set() }),
        missing: async (unlisted) => unlisted,
        verify: async (missing) => ({ gone: missing, found: [], unanswered: [] }),
        usage: () => ({ pages: 0, requests: 0 }),
      };
    },
  };
  const off = (id: "justcall" | "fishbowl"): Source => ({ ...copper, id, off: "It is off." });
  const sources = [copper, off("justcall"), off("fishbowl")];
  const members = [aMember("UANY", byEmail("any@acme.com"))];

  return {
    /** The first days of the runs that have begun, in order. */
    opened,
    /** The queue of a process; `beforeLease` comes before each try for the lease. */
    of(owner: string, beforeLease = async () => {}) {
      let polls = 0;
      const { queue, clock, logged } = syncHarness(test.db, {
        sources,
        members,
        owner,
        beforeLease,
        newId: () => `run-${owner}-${ids++}`,
        sleep: (ms) => {
          polls += 1;
          return realSleep(ms / FASTER);
        },
      });
      clock.now = new Date("2025-10-10T16:00:00Z");
      return {
        ...queue,
        logged,
        /** Resolves when it has looked in vain, from now on, for the lease and for the run of another process. */
        looksInVain: async () => {
          const before = polls;
          await eventually(() => polls >= before + 2);
        },
      };
    },
    begun: (runs: number) => eventually(() => opened.length === runs),
    isHeld: () => eventually(() => held.length > 0),
    /** Lets Copper answer the run that has begun, or begins next. */
    letAnswer: async () => {
      await eventually(() => held.length > 0);
      held.shift()?.();
    },
    runs: () => test.db.collection("sync_runs").find().sort({ _id: 1 }).toArray(),
    statuses: async () => {
      const runs = await test.db.collection("sync_runs").find().sort({ _id: 1 }).toArray();
      return runs.map(({ _id, status }) => `${_id} ${status}`);
    },
    isLeased: async () => (await readLease(test.db, "sync")).held,
    /** Ends the lease, as time does when its holder is dead. */
    endLease: () =>
      test.db.collection<{ _id: string }>("locks").updateOne({ _id: "sync" }, { $set: { until: new Date(0) } }),
  };
}
