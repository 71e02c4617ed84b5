import { freeDiskBytes } from "../../src/database/server-status";
import { alertOncePerDay } from "../../src/digests/delivery/alert-admins";
import { type Alert, alertStore } from "../../src/digests/delivery/alert-store";
import { SEND_RATE, sendRateStore } from "../../src/digests/delivery/send-rate-store";
import { conditionStore } from "../../src/jobs/condition-store";
import { tickCoordinator, tickLog } from "../../src/jobs/tick-store";
import { silenceIn, watch } from "../../src/jobs/watch";
import { expiringDays } from "../../src/sync/state/retention";
import { addDays, day } from "../../src/time/day";
import { days } from "../support/builders/team-zone";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";
import { realSleep } from "../support/wait";

const TODAY = day("2026-10-28");
const NOON = new Date(`${TODAY}T12:00:00Z`);
const signal = new AbortController().signal;
const minutes = (count: number) => new Date(NOON.getTime() - count * 60_000);

describe("what is watched", () => {
  const test = testDatabase();
  let told: Alert[];
  let disk: number | null;
  let secretIsWrong: boolean;
  beforeEach(() => {
    told = [];
    disk = 50e9;
    secretIsWrong = false;
  });

  /** One process's job, as every replica runs it each minute; `asOf` is how far JustCall was read. */
  const process = ({ asOf = NOON }: { readonly asOf?: Date } = {}) => {
    const alerts = alertStore(test.db);
    const alertAdmins = async (alert: Alert) => {
      await realSleep(20);
      told.push(alert);
    };
    const deps = { alerts, alertAdmins, sendRate: sendRateStore(test.db, SEND_RATE), log: memoryLog() };
    const sources = [{ id: "justcall", reachDays: 90 } as const];
    const states = [{ source: "justcall", state: "fresh", asOf } as const];
    return watch({
      expiring: async () =>
        expiringDays({ sources, states }, { today: TODAY, days }).map((one) => ({
          ...({ kind: "expiring", source: one.source } as const),
          ...{ unread: one.unread, lostFrom: one.lostFrom },
        })),
      recentTicks: () => tickLog(test.db).latest(20),
      freeDiskBytes: async () => disk,
      noteSigningSecret: async () => {},
      isSigningSecretWrong: async () => secretIsWrong,
      conditions: conditionStore(test.db),
      alert: (alert) => alertOncePerDay(deps, { alert, now: NOON }),
      wasSent: (alert) => alerts.wasSent(alert, TODAY),
      now: () => NOON,
    });
  };
  const everywhere = async () => {
    for (let round = 0; round < 2; round += 1) {
      await Promise.all([process(), process(), process()].map((one) => one.run(signal)));
    }
  };
  const kinds = () => told.map(({ kind }) => kind);

  it("tells once over three replicas that Slack signs with another secret", async () => {
    await everywhere();
    expect(told).toEqual([]);
    secretIsWrong = true;
    await everywhere();

    expect(told).toEqual([{ kind: "signing-secret" }]);
  });

  it("tells once over three replicas that the disk is nearly full, and once that it has room, each time", async () => {
    await everywhere();
    disk = 1.9e9;
    await everywhere();
    disk = 2.5e9;
    await everywhere();
    const whileLow = kinds();
    disk = 3e9;
    await everywhere();
    disk = 0;
    await everywhere();

    expect(whileLow).toEqual(["disk-low"]);
    expect(kinds()).toEqual(["disk-low", "disk-back", "disk-low"]);
    expect(told[0]).toMatchObject({ freeMegabytes: 1_900 });
  });

  it("says nothing of a disk that nobody can measure, and measures the one that tests run on", async () => {
    disk = null;
    await everywhere();

    expect(told).toEqual([]);
    expect(await freeDiskBytes(test.db)).toBeGreaterThan(1e6);
  });

  it("tells once, whichever tick comes first, that nothing ran for ten minutes or more", async () => {
    const ran = [90, 89, 40, 39, 2, 1, 0];
    for (const ago of ran)
      await tickCoordinator(test.db, "test").shouldRun(`tick:${minutes(ago).toISOString()}`, 60_000);

    await everywhere();

    expect(told).toEqual([{ kind: "was-down", from: minutes(39), until: minutes(2) }]);
  });

  it("tells that days are about to be lost fifteen days before, once for as long as they stay unread", async () => {
    const readTo = (ago: number) => ({ asOf: new Date(`${addDays(TODAY, -ago)}T12:00:00Z`) });
    await process(readTo(74)).run(signal);
    const before = kinds();
    await Promise.all([process(readTo(75)), process(readTo(75))].map((one) => one.run(signal)));

    expect(before).toEqual([]);
    const unread = { from: addDays(TODAY, -75), to: TODAY };
    expect(told).toEqual([{ kind: "expiring", source: "justcall", unread, lostFrom: addDays(TODAY, 15) }]);
  });
});

describe("a silence", () => {
  it.each([
    ["of nine minutes is a restart", [0, 9], null],
    ["of ten minutes is one", [0, 10], [10, 0]],
    ["is the last one", [0, 1, 20, 90], [20, 1]],
    ["that ended more than an hour ago was told", [0, 30, 61, 200], [30, 0]],
    ["that ended two hours ago is none, nor one by another clock", [120, 300], null],
    ["before the first tick of all is none", [0], null],
  ] as const)("%s", (_what, ago, expected) => {
    const found = silenceIn(ago.map(minutes), NOON);

    expect(found).toEqual(expected === null ? null : { from: minutes(expected[0]), until: minutes(expected[1]) });
  });
});
