import { importedMessage } from "../../../src/slack/imports/outcome-view";
import { type DayRange, day, zoneDays } from "../../../src/time/day";
import { anImportPreview } from "../../support/builders/order-files/import-previews";
import { aReport } from "../../support/builders/reports";
import { lines } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:00:00Z") };

describe("what to do after an import", () => {
  it("says what syncs its days, where that failed, and when the next sync is, where one is scheduled", () => {
    const august = { from: day("2026-08-03"), to: day("2026-08-09") };
    const applied = (range: DayRange) => {
      return { preview: anImportPreview(), applied: true, sync: { range, report: Promise.resolve(null) } };
    };
    const errors = [{ source: "fishbowl", kind: "throttled", message: "It broke" }] as const;
    const said = (range: DayRange, next: Date | null) =>
      lines(importedMessage(applied(range), aReport({ errors: [...errors] }), { ...reading, next }).blocks).join("\n");
    const night = new Date("2026-10-29T06:30:00Z");

    expect(importedMessage(applied(august), null, reading).text).toContain(
      "Run `/sync 2026-08-03..2026-08-09` to finish.",
    );
    expect(said(august, night)).toContain("Run `/sync 2026-08-03..2026-08-09` again in a few minutes.");
    expect(said({ from: today, to: today }, night)).toContain(
      "Run `/sync` again in a few minutes, or wait for the next sync, Oct 29, 2:30 AM EDT.",
    );
    expect(said({ from: today, to: today }, null)).toContain("Run `/sync` again in a few minutes.");
  });
});
