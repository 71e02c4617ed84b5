import { reach } from "../../../src/sources/justcall/slices";
import { days, range } from "../../support/harness/justcall";

const now = new Date("2026-11-24T12:00:00Z");

describe("how far back JustCall is read", () => {
  it.each([
    ["2026-10-26", "2026-11-24"],
    ["2026-08-27", "2026-11-24"],
  ])("%s to %s is all of it", (from, to) => {
    expect(reach(range(from, to), { now, days })).toMatchObject({ from: null, note: null });
  });

  it("is three months, and the note says from which day on", () => {
    expect(reach(range("2026-01-01", "2026-11-24"), { now, days })).toMatchObject({
      from: range("2026-08-27", "2026-08-27").since,
      note: "JustCall only provides the last three months of calls, at most 90 days, so calls are read from Aug 27 on; earlier days keep their figures.",
    });
  });

  it("never asks for what the vendor refuses, in any zone, also where three months have 89 days", () => {
    const may = new Date("2026-05-01T12:00:00Z");
    const { oldestAsked, from } = reach(range("2026-01-01", "2026-05-01"), { now: may, days });

    expect(oldestAsked - 14 * 3_600_000).toBeGreaterThan(Date.parse("2026-02-01T12:00:00Z"));
    expect(from).toEqual(new Date("2026-02-03T08:00:00Z"));
  });
});
