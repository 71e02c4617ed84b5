import { viewFaults } from "../../../../src/demo/slack/rules/views";
import { adminRuns } from "../../../../src/slack/home/views/admin-runs";
import type { RunSummary } from "../../../../src/sync/run/run-store";
import { HOSTILE, location, many, READING, tabs } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

describe("the admin's last syncs", () => {
  const run: RunSummary = {
    _id: "r",
    userId: "UANA",
    dateRange: { start: "2026-09-29T04:00:00.000Z", end: "2026-10-29T04:00:00.000Z" },
    trigger: "slack",
    startedAt: new Date("2026-10-28T18:05:00Z"),
    finishedAt: new Date("2026-10-28T18:05:01.834Z"),
    status: "done",
    errors: [],
  };
  const page = (runs: readonly RunSummary[]) =>
    adminRuns({ tabs, location, runs, nameOf: () => "Ana <b>", ...READING });

  it("say when, who, which days, how long, and what went wrong", () => {
    const failed = { source: "justcall", kind: "credentials", message: "JustCall key refused (401)" } as const;
    const { blocks } = page([
      { ...run, status: "running", finishedAt: null, userId: "schedule" },
      run,
      { ...run, userId: "api", finishedAt: new Date("2026-10-28T18:09:12Z"), errors: [failed] },
      { ...run, userId: "cli", status: "failed", reason: "its process ended before the run did" },
    ]);

    expect(lines(blocks).slice(9)).toEqual([
      "⏳ running *14:05 EDT* · 29 Sep – 28 Oct · by the schedule",
      "✅ done *14:05 EDT* · 29 Sep – 28 Oct · by Ana &lt;b&gt; · 1.8 s",
      "⚠️ done, with errors *14:05 EDT* · 29 Sep – 28 Oct · by the API · 4 min 12 s",
      "• JustCall: JustCall key refused (401)",
      "❌ broke (its process ended before the run did) *14:05 EDT* · 29 Sep – 28 Oct · by the command line · 1.8 s",
      "Orders out of Fishbowl: drop the CSV file into Messages, and I show what it would change before anything is written.",
    ]);
  });

  it("say what an admin said of a mass deletion", () => {
    const { blocks } = page([
      { ...run, acceptVanished: { source: "justcall", records: 1_060 } },
      { ...run, acceptVanished: true },
    ]);

    expect(lines(blocks).filter((line) => line.startsWith("•"))).toEqual([
      "• with the word that 1,060 records of JustCall are really gone",
      "• with the word that all which vanished is really gone",
    ]);
  });

  it("stay within Slack's limits with many long errors", () => {
    const errors = many(500, () => ({ source: "copper" as const, kind: "bug", message: HOSTILE }));

    expect(viewFaults(page(many(12, () => ({ ...run, errors }))), "home")).toEqual([]);
    expect(viewFaults(page([]), "home")).toEqual([]);
  });
});
