import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { closingLine } from "../../../src/slack/sync/report-heading";
import { syncReportMessage } from "../../../src/slack/sync/report-view";
import { runStore } from "../../../src/sync/run/run-store";
import { zoneDays } from "../../../src/time/day";
import { aPerson } from "../../support/builders/people";
import { aReport, aResult } from "../../support/builders/reports";
import { testDatabase } from "../../support/env/database";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z"), canApprove: true };
const REPORT = aReport({ copper: aResult({ records: 7, counting: 7, matched: [{ userId: "U0ANA", name: "Ana" }] }) });

describe("the details of a sync", () => {
  const test = testDatabase();
  let harness: SlackHarness;
  beforeEach(async () => {
    await test.db.collection<Person>("users").insertOne(aPerson("U0MAX", { name: "Max", role: "admin" }));
    harness = await slackHarness({ deps: { people: peopleStore(test.db), runs: runStore(test.db) } });
    await harness.command("U0MAX", "/sync", "");
    (await eventually(() => harness.sync.runs[0])).end(REPORT);
    await eventually(() => harness.dm("U0MAX")[0]?.text.includes("Synced"));
  });
  afterEach(() => harness.close());

  const press = () =>
    harness.slack.action({
      user: "U0MAX",
      from: { channel: harness.slack.dm("U0MAX"), messageTs: harness.dm("U0MAX")[0]?.ts ?? "" },
      actionId: "sync_details",
    });
  const modal = () => eventually(() => JSON.stringify(harness.slack.modals("U0MAX").at(-1)?.blocks));

  it("open from the report's button, as that run brought them and no later one", async () => {
    const runs = runStore(test.db);
    const at = { startedAt: new Date("2026-10-28T18:05:00Z"), trigger: "slack" } as const;
    const later = { ...REPORT, duration: "77ms", results: { ...REPORT.results, copper: aResult({ records: 99 }) } };
    for (const [_id, report] of [
      ["r1", REPORT],
      ["r2", later],
    ] as const) {
      await runs.begin({ _id, userId: report.userId, dateRange: report.dateRange, ...at });
      await runs.done(_id, { report, finishedAt: at.startedAt });
    }

    await press();

    expect(await modal()).toContain("7 records, all counted\\nMatched 1 person: Ana");
    expect(await modal()).not.toContain("99 records");
    expect(await modal()).toContain("Took 1.8s. 21 goals recomputed from these figures");
  });

  it("say so where the sync is not stored anymore", async () => {
    await press();

    expect(await modal()).toContain("This sync isn't stored anymore");
  });

  it("are nothing that a rep's report leads to", () => {
    const shown = syncReportMessage(REPORT, { ...reading, canApprove: false });

    expect(JSON.stringify(shown.blocks)).not.toMatch(/sync_details|goals recomputed|Took/);
  });
});

describe("closingLine", () => {
  it.each([
    [true, "Done: synced Sep 29 – Oct 28. Details are in our DM."],
    [false, "Done: synced Sep 29 – Oct 28. I couldn't DM you. Open our DM once and sync again for the details."],
  ])("ends the command where it was typed (in the DM: %s)", (inDm, line) => {
    expect(closingLine(aReport(), { ...reading, inDm })).toBe(line);
  });
});
