import { ownRecapsOfDigest, ownRecapsOfTeamRecap } from "../../../src/digests/content/own-recaps";
import type { OwnRecapRow } from "../../../src/digests/delivery/own-recaps-store";
import { day } from "../../../src/time/day";

const [MONDAY, TUESDAY] = [day("2026-11-02"), day("2026-11-03")];
const WEEK = { period: "weekly", from: day("2026-10-26"), to: day("2026-11-01") } as const;
const MONTH = { period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") } as const;

const aRow = (row: Partial<OwnRecapRow>): OwnRecapRow => {
  return { _id: "row", kind: "digest", to: "U0ANA", day: MONDAY, state: "sent", isRendered: true, ...row };
};
const LEAVING = aRow({ recapsLeft: [WEEK, MONTH] });
const aRecap = (row: Partial<OwnRecapRow>) => aRow({ kind: "recap", morning: MONDAY, ...row });

describe("what a digest left to a recap of teams", () => {
  it.each<[string, readonly OwnRecapRow[], readonly unknown[]]>([
    [
      "is overdue where that recap does not come",
      [LEAVING, aRecap({ state: "failed", recapsTold: [WEEK, MONTH] })],
      [WEEK, MONTH],
    ],
    ["is overdue where that recap had no room for it", [LEAVING, aRecap({ recapsTold: [] })], [WEEK, MONTH]],
    ["is overdue where that recap's row is gone", [LEAVING], [WEEK, MONTH]],
    ["is told where that recap arrived", [LEAVING, aRecap({ recapsTold: [WEEK, MONTH] })], []],
    [
      "may be told where nobody knows whether that recap arrived",
      [LEAVING, aRecap({ state: "unknown", recapsTold: [WEEK, MONTH] })],
      [],
    ],
    [
      "is told where a later digest said it",
      [LEAVING, aRecap({ state: "missed" }), aRow({ day: TUESDAY, recapsTold: [WEEK] })],
      [MONTH],
    ],
    [
      "was never theirs where that digest did not come itself",
      [aRow({ recapsLeft: [WEEK], state: "missed" }), aRecap({ state: "missed" })],
      [],
    ],
  ])("%s", (_rule, rows, overdue) => {
    expect(ownRecapsOfDigest({ to: "U0ANA", day: day("2026-11-04") }, rows)).toEqual({ behind: false, overdue });
  });

  it("is left on where the recap comes on a later day", () => {
    const later = aRecap({ state: "due", morning: TUESDAY, isRendered: false });
    const due = aRow({ day: TUESDAY, state: "due", isRendered: false });

    expect(ownRecapsOfDigest({ to: "U0ANA", day: TUESDAY }, [LEAVING, later, due])).toEqual({
      ...{ behind: true, overdue: [WEEK, MONTH] },
    });
    expect(ownRecapsOfTeamRecap({ to: "U0ANA", day: TUESDAY }, [LEAVING, later, due])).toEqual({
      overdue: [WEEK, MONTH],
    });
    const left = aRow({ day: TUESDAY, recapsLeft: [WEEK] });
    expect(ownRecapsOfTeamRecap({ to: "U0ANA", day: TUESDAY }, [LEAVING, later, left])).toEqual({
      looksBackOn: [WEEK],
    });
    expect(ownRecapsOfTeamRecap({ to: "U0ANA", day: TUESDAY }, [LEAVING, later])).toBeNull();
  });
});
