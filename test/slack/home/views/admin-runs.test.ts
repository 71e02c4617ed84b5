import { viewFaults } from "../../../../src/demo/slack/rules/views";
import { adminRuns } from "../../../../src/slack/home/views/admin-runs";
import type { RunSummary } from "../../../../src/sync/run/run-store";
import { HOSTILE, location, many, READING } from "../../../support/harness/home";
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
  const page = (runs: readonly RunSummary[]) => adminRuns({ location, runs, nameOf: () => "Ana <b>", ...READING });

  it("say when, who, which days, how long, and what went wrong", () => {
    const failed = { source: "justcall", kind: "credentials", message: "JustCall key refused (401)" } as const;
    const { blocks } = page([
      { ...run, status: "running", finishedAt: null, userId: "schedule" },
      run,
      { ...run, userId: "api", finishedAt: new Date("2026-10-28T18:09:12Z"), errors: [failed] },
      { ...run, userId: "cli", status: "failed", reason: "Paceline stopped before it finished" },
    ]);

    expect(lines(blocks).slice(2)).toEqual([
      "⏳ running *2:05 PM EDT*: Sep 29 – Oct 28, scheduled",
      "✅ Completed *2:05 PM EDT*: Sep 29 – Oct 28, Ana &lt;b&gt;, 1.8s",
      "⚠️ Completed with errors *2:05 PM EDT*: Sep 29 – Oct 28, API, 4m 12s",
      "• JustCall: JustCall key refused (401)",
      "❌ Failed (Paceline stopped before it finished) *2:05 PM EDT*: Sep 29 – Oct 28, command line, 1.8s",
    ]);
  });

  it("say what an admin said of a mass deletion", () => {
    const { blocks } = page([
      { ...run, acceptVanished: { source: "justcall", records: 1_060 } },
      { ...run, acceptVanished: true },
    ]);

    expect(lines(blocks).filter((line) => line.startsWith("•"))).toEqual([
      "• 1,060 JustCall records confirmed as deleted",
      "• all missing records confirmed as deleted",
    ]);
  });

  it("stay within Slack's limits with many long errors", () => {
    const errors = many(500, () => ({ source: "copper" as const, kind: "bug", message: HOSTILE }));

    expect(viewFaults(page(many(12, () => ({ ...run, errors }))), "home")).toEqual([]);
    expect(viewFaults(page([]), "home")).toEqual([]);
  });
});
