import { setImmediate } from "node:timers/promises";
import { alertOncePerDay } from "../../src/digests/delivery/alert-admins";
import { type Alert, alertStore } from "../../src/digests/delivery/alert-store";
import { SEND_RATE, sendRateStore } from "../../src/digests/delivery/send-rate-store";
import { alertingDeletions } from "../../src/jobs/alert-deletions";
import type { SyncProblem } from "../../src/sync/report";
import type { SyncRequest } from "../../src/sync/request";
import { day, zoneDays } from "../../src/time/day";
import { aReport } from "../support/builders/reports";
import { testDatabase } from "../support/env/database";

const RANGE = { from: day("2026-09-29"), to: day("2026-10-28") };
const ASK: SyncRequest = { range: RANGE, userId: "schedule", trigger: "schedule" };
const GONE: SyncProblem = { source: "justcall", kind: "vanished", message: "60 are missing.", records: 60 };
const log = { debug() {}, info() {}, warn() {}, error() {} };

describe("a sync of which nothing was taken back", () => {
  const test = testDatabase();
  let alerts: Alert[];
  let now: Date;
  let slackFails: boolean;
  beforeEach(() => {
    alerts = [];
    now = new Date("2026-10-28T22:00:00Z");
    slackFails = false;
  });

  const asked = (errors: readonly SyncProblem[]) => {
    const alertAdmins = async (alert: Alert) => {
      if (slackFails) throw new Error("Slack is down");
      alerts.push(alert);
    };
    const deps = { alerts: alertStore(test.db), sendRate: sendRateStore(test.db, SEND_RATE), alertAdmins, log };
    const telling: Promise<void>[] = [];
    const alert = (alert: Alert) => {
      const one = alertOncePerDay(deps, { alert, now });
      telling.push(one);
      return one;
    };
    const isAdmin = async (userId: string) => userId === "U0ALEX";
    const report = aReport({ errors });
    const days = zoneDays("America/New_York");
    const request = alertingDeletions(async () => report, { alert, isAdmin, days, log });
    return async (more: Partial<SyncRequest> = {}) => {
      expect(await request({ ...ASK, ...more })).toBe(report);
      // One is told after the other, each from the next turn of the loop on.
      for (let told = -1; told !== telling.length; await setImmediate()) {
        told = telling.length;
        await Promise.all(telling);
      }
    };
  };

  it("is told to the admins with its source, number and days, once a day and source", async () => {
    await asked([GONE])();
    await asked([GONE, { ...GONE, source: "fishbowl", records: 70 }])();
    now = new Date("2026-10-29T22:00:00Z");
    await asked([GONE])();

    const justcall = { kind: "vanished", source: "justcall", records: 60, range: RANGE };
    expect(alerts).toEqual([justcall, { ...justcall, source: "fishbowl", records: 70 }, justcall]);
  });

  it("is told once to however many wait for one run", async () => {
    const request = asked([GONE]);

    await Promise.all([request(), request({ trigger: "api", userId: "api" })]);

    expect(alerts).toHaveLength(1);
  });

  it("is told when a rep asked for it, and not when an admin did, whose report asks them", async () => {
    await asked([GONE])({ trigger: "slack", userId: "U0ALEX" });
    const afterAdmins = alerts.length;
    await asked([GONE])({ trigger: "slack", userId: "U0ANA" });

    expect([afterAdmins, alerts.length]).toEqual([0, 1]);
  });

  it("is told after the next sync where Slack could not be reached", async () => {
    slackFails = true;
    await asked([GONE])();
    slackFails = false;
    await asked([GONE])();

    expect(alerts).toHaveLength(1);
  });

  it.each([
    ["nothing is wrong", []],
    ["the key was refused", [{ source: "justcall", kind: "credentials", message: "No." }]],
    ["Slack's members are missing", [{ source: "slack", kind: "vanished", message: "2 of 3 are missing." }]],
  ] as const)("is not what there is when %s", async (_when, errors) => {
    await asked(errors)();

    expect(alerts).toEqual([]);
  });
});
