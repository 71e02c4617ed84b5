import { syncReportMessage } from "../../../src/slack/sync/report-view";
import type { SyncReport } from "../../../src/sync/report";
import { zoneDays } from "../../../src/time/day";
import { aReport, aResult } from "../../support/builders/reports";
import { lines } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z"), canApprove: true };

describe("an admin's report of what its sources brought", () => {
  it("is one line for sources that came out the same, and says where all went well when the next sync is", () => {
    const next = new Date("2026-10-29T06:30:00Z");
    const said = (report: SyncReport) => lines(syncReportMessage(report, { ...reading, next }).blocks);
    const failed = { source: "goals", kind: "bug", message: "It broke" } as const;

    expect(said(aReport()).slice(1)).toEqual([
      "*Copper*, *JustCall*, and *Fishbowl* ✅ no records",
      "[sync_details]",
      "Synced Sep 29 – Oct 28. As of 2:05 PM EDT. Next nightly sync Oct 29, 2:30 AM EDT",
    ]);
    expect(said(aReport({ justcall: aResult({ records: 1 }) })).slice(1, 3)).toEqual([
      "*Copper* and *Fishbowl* ✅ no records",
      "*JustCall* ✅ nothing new",
    ]);
    expect(said(aReport({ errors: [failed] })).at(-1)).toBe("Synced Sep 29 – Oct 28. As of 2:05 PM EDT");
  });
});
