import type { Freshness } from "../../../src/sync/state/freshness";
import { retentionWarnings } from "../../../src/sync/state/retention";
import { addDays, day, zoneDays } from "../../../src/time/day";
import { scriptedSource } from "../../support/fakes/scripted-source";

const today = day("2026-10-28");
const days = zoneDays("America/New_York");
const justcall = { ...scriptedSource("justcall", []), reachDays: 90 };
const copper = scriptedSource("copper", []);

function reported(ago: number, sources = [copper, justcall]) {
  const asOf = new Date(`${addDays(today, -ago)}T16:00:00Z`);
  const states = (["copper", "justcall"] as const).map((source): Freshness => ({ source, asOf, state: "fresh" }));
  return retentionWarnings({ sources, states }, { today, days });
}

describe("days that a vendor soon gives no more", () => {
  it.each([0, 30, 74])("are not spoken of %i days after the last complete reading", (ago) => {
    expect(reported(ago)).toEqual([]);
  });

  it("are named 75 days after the last complete reading, with the day from which on they are lost", () => {
    expect(reported(75)).toEqual([
      {
        source: "justcall",
        kind: "expiring",
        message:
          "It was last read without a gap on Aug 14 and only provides 90 days of records: from Nov 12 on, records " +
          "are lost for good. Sync Aug 14 – Oct 28",
      },
    ]);
  });

  it.each([90, 200])("are being lost %i days after it", (ago) => {
    expect(reported(ago)[0]?.message).toMatch(/records are being lost for good/);
  });

  it("are nobody's concern of a source that is off, or was never read", () => {
    const states = [{ source: "justcall", asOf: null, state: "never" }] as const;

    expect(reported(80, [{ ...justcall, off: "It is off." }])).toEqual([]);
    expect(retentionWarnings({ sources: [justcall], states }, { today, days })).toEqual([]);
  });
});
