import { alertByReport, alertOncePerDay } from "../../src/digests/delivery/alert-admins";
import { type Alert, alertStore } from "../../src/digests/delivery/alert-store";
import { SEND_RATE, sendRateStore } from "../../src/digests/delivery/send-rate-store";
import { reportSources, sourceAlerts } from "../../src/jobs/alert-sources";
import { sourceStateStore } from "../../src/sync/state/source-state-store";
import { addDays, day } from "../../src/time/day";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";
import { realSleep } from "../support/wait";

const TODAY = day("2026-10-28");
const signal = new AbortController().signal;

describe("a source that breaks, and is back", () => {
  const test = testDatabase();
  let told: Alert[];
  /** Who was not told, as they read it in a report. */
  let spared: string[];
  let slackFails: boolean;
  /** How long after what happened last the jobs run. */
  let laterMs: number;
  beforeEach(() => {
    told = [];
    spared = [];
    slackFails = false;
    laterMs = 60_000;
  });

  /** One process's job, as every replica runs it each minute. */
  const job = (on = 0) => {
    const alertAdmins = async (
      alert: Alert,
      { readers }: { readonly readers: readonly string[] } = { readers: [] },
    ) => {
      if (slackFails) throw new Error("Slack is down");
      await realSleep(20);
      told.push(alert);
      spared.push(...readers);
    };
    const alerts = alertStore(test.db);
    const deps = { alerts, alertAdmins, sendRate: sendRateStore(test.db, SEND_RATE), log: memoryLog() };
    const now = new Date(`${addDays(TODAY, on)}T12:00:00Z`);
    const changes = async () => {
      const found = await sourceStateStore(test.db).changes();
      return found.map((change) => ({ ...change, brokeMsAgo: change.brokeMsAgo + laterMs }));
    };
    const byReport = (by: { readonly alert: Alert; readonly reader: string }) => alertByReport(deps, { ...by, now });
    const alert = (alert: Alert) => alertOncePerDay(deps, { alert, now });
    return {
      ...sourceAlerts({ changes, alert, wasSent: (alert) => alerts.wasSent(alert, TODAY) }),
      report: (reader = "U0ALEX") => reportSources({ reader, sources: ["justcall"] }, { changes, byReport }),
    };
  };
  const breaks = (fault = "credentials") =>
    sourceStateStore(test.db).record("justcall", {
      ...{ kind: "failed", problem: "JustCall refuses the key.", fault },
      ...{ from: TODAY, to: TODAY, today: TODAY },
    });
  const works = () => {
    const asOf = new Date(`${TODAY}T12:00:00Z`);
    return sourceStateStore(test.db).record("justcall", {
      kind: "complete",
      asOf,
      asOfDay: TODAY,
      from: addDays(TODAY, -40),
    });
  };
  const kinds = () => told.map(({ kind }) => kind);

  it("is told once each, over three replicas, however often it fails and for however many days", async () => {
    await works();
    await breaks();
    await Promise.all([0, 0, 0].map((on) => job(on).run(signal)));
    await breaks();
    await Promise.all([1, 1, 2].map((on) => job(on).run(signal)));
    const whileBroken = kinds();
    await works();
    await Promise.all([2, 2, 2].map((on) => job(on).run(signal)));
    await job(3).run(signal);

    expect(whileBroken).toEqual(["source-broke"]);
    expect(kinds()).toEqual(["source-broke", "source-back"]);
  });

  it("is told again when it breaks again", async () => {
    await breaks();
    await job().run(signal);
    await works();
    await job().run(signal);
    await breaks();
    await job().run(signal);

    expect(kinds()).toEqual(["source-broke", "source-back", "source-broke"]);
  });

  it("is told a minute later where Slack could not be reached", async () => {
    await breaks();
    slackFails = true;
    await job().run(signal);
    slackFails = false;
    await job().run(signal);

    expect(told).toMatchObject([{ kind: "source-broke", source: "justcall", problem: "JustCall refuses the key." }]);
  });

  it("is not told to be back where nobody heard that it broke, nor of a mass deletion, which has its own alert", async () => {
    await breaks("vanished");
    await job().run(signal);
    await works();
    await job().run(signal);

    expect(told).toEqual([]);
  });

  it("is left to the report of the sync that saw it for some seconds, so that its reader never gets the alert first", async () => {
    laterMs = 0;
    await breaks();
    await job().run(signal);
    const atOnce = kinds();
    const reported = await job().report();
    await reported(true);
    laterMs = 60_000;
    await job().run(signal);

    expect([atOnce, kinds(), spared]).toEqual([[], ["source-broke"], ["U0ALEX"]]);
  });

  it("is told by a report to its reader, and by the alert to the others once that arrived, who all hear that it is back", async () => {
    await breaks();
    const reported = await job().report();
    await job().run(signal);
    const beforeItArrived = kinds();
    await reported(true);
    await job().run(signal);

    expect([beforeItArrived, kinds(), spared]).toEqual([[], ["source-broke"], ["U0ALEX"]]);
    await works();
    await job().run(signal);
    expect([kinds(), spared]).toEqual([["source-broke", "source-back"], ["U0ALEX"]]);
  });

  it("is told once where a report takes longer than its claim holds, and the job tells it before", async () => {
    await breaks();
    const reported = await job().report();
    await test.db.collection("alerts").updateMany({}, { $set: { until: new Date(0) } });
    await job().run(signal);
    await reported(true);
    await job().run(signal);

    expect([kinds(), spared]).toEqual([["source-broke"], []]);
  });

  it("is told once, to its reader by the report, where posting was paused until that arrived", async () => {
    await breaks();
    const rate = sendRateStore(test.db, SEND_RATE);
    await rate.pause(60_000);
    const reported = await job().report();
    await test.db.collection("settings").updateMany({}, { $unset: { pausedUntil: "" } });
    expect(await rate.paused()).toBe(0);
    await reported(true);
    await job().run(signal);

    expect([kinds(), spared]).toEqual([["source-broke"], ["U0ALEX"]]);
  });

  it("spares each admin whose own report has arrived by then", async () => {
    await breaks();
    const [first, second, third] = [await job().report(), await job().report("U0MAYA"), await job().report("U0CHLOE")];
    await second(true);
    await third(false);
    await first(true);

    expect([kinds(), spared.toSorted()]).toEqual([["source-broke"], ["U0ALEX", "U0MAYA"]]);
  });

  it("is told to all admins where the report did not arrive", async () => {
    await breaks();
    await (await job().report())(false);
    await job().run(signal);
    // Told before: another report has nothing to claim.
    await (await job().report())(true);

    expect([kinds(), spared]).toEqual([["source-broke"], []]);
  });

  it("is told later to the others where they could not be reached when the report arrived", async () => {
    await breaks();
    slackFails = true;
    await (await job().report())(true);
    slackFails = false;
    await job().run(signal);

    expect([kinds(), spared]).toEqual([["source-broke"], ["U0ALEX"]]);
  });
});
