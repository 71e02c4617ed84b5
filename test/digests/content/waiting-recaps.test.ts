import { digestRows } from "../../../src/digests/content/build-digests";
import { ownRecapsOfDigest, ownRecapsOfTeamRecap } from "../../../src/digests/content/own-recaps";
import type { OwnRecapRow } from "../../../src/digests/delivery/own-recaps-store";
import type { RecapSpan } from "../../../src/digests/planned-message";
import { day } from "../../../src/time/day";
import { WEEK } from "../../../src/time/work-schedule";
import { aPerson } from "../../support/builders/people";

const MAYA = "U0MAYA";

/** What a digest looks back on, and what it leaves to the next, on a date of its reader's while it is that of the team's. */
function morning(on: string, { team, rows = [] }: { team: string; rows?: readonly OwnRecapRow[] }) {
  const reader = { to: MAYA, day: day(on) };
  const plan = ownRecapsOfDigest(reader, rows);
  const days = { today: day(team), week: WEEK, holidays: new Set<never>() };
  const [row] = digestRows([{ _id: on, ...reader, ...plan }], { people: [aPerson(MAYA)], team: days });
  if (row === undefined) throw new Error("There is one row");
  return row;
}

/** The row of a digest that arrived. */
function arrived({ id, day: on, recaps, waiting }: ReturnType<typeof morning>): OwnRecapRow {
  const told = { recapsTold: recaps, recapsLeft: waiting };
  return { _id: id, kind: "digest", to: MAYA, day: on, state: "sent", isRendered: true, ...told };
}

const named = (spans: readonly RecapSpan[]) => spans.map(({ period, from }) => `${period} ${from}`);

describe("a week that has ended by its reader's clock and goes on for the team", () => {
  const monday = morning("2026-10-26", { team: "2026-10-25" });

  it("is left to the next digest, which tells it whether its reader is ahead of the team yet or not", () => {
    expect([named(monday.recaps), named(monday.waiting)]).toEqual([[], ["weekly 2026-10-19"]]);
    for (const team of ["2026-10-26", "2026-10-27"]) {
      const tuesday = morning("2026-10-27", { team, rows: [arrived(monday)] });
      expect([named(tuesday.recaps), tuesday.waiting]).toEqual([["weekly 2026-10-19"], []]);

      const wednesday = morning("2026-10-28", { team: "2026-10-28", rows: [arrived(monday), arrived(tuesday)] });
      expect([wednesday.recaps, wednesday.waiting]).toEqual([[], []]);
    }
  });

  it("is not told before it has ended, by what a digest of that morning leaves to a recap of teams either", () => {
    const left = { ...arrived(monday), recapsLeft: monday.waiting };
    const own = ownRecapsOfTeamRecap({ to: MAYA, day: day("2026-10-26") }, [left]);
    const rows = [{ _id: "recap", to: MAYA, day: day("2026-10-26"), ...own }];
    const days = { today: day("2026-10-25"), week: WEEK, holidays: new Set<never>() };

    expect(digestRows(rows, { people: [aPerson(MAYA)], team: days })[0]?.recaps).toEqual([]);
  });

  it("is nothing that waits where the team's has ended, too", () => {
    const of = morning("2026-10-26", { team: "2026-10-26" });

    expect([named(of.recaps), of.waiting]).toEqual([["weekly 2026-10-19"], []]);
  });
});
