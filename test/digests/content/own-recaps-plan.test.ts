import { digestRows } from "../../../src/digests/content/build-digests";
import { ownRecapsOfDigest, ownRecapsOfTeamRecap } from "../../../src/digests/content/own-recaps";
import type { OwnRecapRow } from "../../../src/digests/delivery/own-recaps-store";
import { day } from "../../../src/time/day";
import { aPerson } from "../../support/builders/people";

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
    expect(ownRecapsOfDigest({ to: "U0ANA", day: day("2026-11-04") }, rows)).toMatchObject({ behind: false, overdue });
  });

  it("is left on where the recap comes on a later day", () => {
    const later = aRecap({ state: "due", morning: TUESDAY, isRendered: false });
    const due = aRow({ day: TUESDAY, state: "due", isRendered: false });

    expect(ownRecapsOfDigest({ to: "U0ANA", day: TUESDAY }, [LEAVING, later, due])).toEqual({
      ...{ behind: true, overdue: [WEEK, MONTH], told: [] },
    });
    expect(ownRecapsOfTeamRecap({ to: "U0ANA", day: TUESDAY }, [LEAVING, later, due])).toEqual({
      ...{ overdue: [WEEK, MONTH], told: [] },
    });
    const left = aRow({ day: TUESDAY, recapsLeft: [WEEK] });
    expect(ownRecapsOfTeamRecap({ to: "U0ANA", day: TUESDAY }, [LEAVING, later, left])).toEqual({
      looksBackOn: [WEEK],
    });
    expect(ownRecapsOfTeamRecap({ to: "U0ANA", day: TUESDAY }, [LEAVING, later])).toBeNull();
  });
});

describe("a digest whose recap of teams comes that morning", () => {
  const behind = (recap: Partial<OwnRecapRow>) =>
    ownRecapsOfDigest({ to: "U0ANA", day: MONDAY }, [aRecap(recap)]).behind;

  it("leaves its week to one that is to be rendered or tells it, and none to one that came without", () => {
    expect(behind({ state: "due", isRendered: false })).toBe(true);
    expect(behind({ recapsTold: [WEEK] })).toBe(true);
    expect(behind({ recapsTold: [] })).toBe(false);
    expect(behind({ state: "due", recapsTold: [] })).toBe(false);
  });
});

describe("a week that a message told already", () => {
  const [people, team] = [
    [aPerson("U0ANA")],
    { today: TUESDAY, week: { workdays: [1, 2, 3, 4, 5] }, holidays: new Set([MONDAY]) },
  ];
  const recapsOf = (row: OwnRecapRow) => {
    const own = ownRecapsOfDigest({ to: "U0ANA", day: TUESDAY }, [row]);
    return digestRows([{ _id: "row", to: "U0ANA", day: TUESDAY, ...own }], { people, team })[0]?.recaps;
  };

  it("is told no more where the day on which it was is made a day off", () => {
    expect(recapsOf(aRow({}))).toEqual([WEEK, MONTH]);
    expect(recapsOf(aRow({ recapsTold: [WEEK] }))).toEqual([MONTH]);
    expect(recapsOf(aRecap({ recapsTold: [WEEK, MONTH] }))).toEqual([]);
    expect(recapsOf(aRecap({ recapsTold: [WEEK, MONTH], state: "failed" }))).toEqual([WEEK, MONTH]);
  });

  it("still is what the digest of the morning leaves to its recap that tells it", () => {
    expect(recapsOf(aRecap({ morning: TUESDAY, recapsTold: [WEEK, MONTH] }))).toEqual([WEEK, MONTH]);
  });
});
