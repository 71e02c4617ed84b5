import fc from "fast-check";
import {
  isMember,
  memberIds,
  memberIdsWithin,
  memberSpans,
  membershipCuts,
  piecesOf,
  withMember,
  withMembers,
  withMove,
  withoutMember,
} from "../../src/teams/membership";
import type { Members } from "../../src/teams/team";
import { addDays, type Day, day } from "../../src/time/day";

const OCTOBER = { from: day("2026-10-01"), to: day("2026-10-31") };
const on = (date: number) => addDays(OCTOBER.from, date - 1);
const since: Members = [{ userId: "U01", from: null }];

describe("who is in a team", () => {
  it("is in it from the first day to the last, both included", () => {
    const members: Members = [{ userId: "U01", from: on(5), to: on(9) }];

    expect([4, 5, 9, 10].map((date) => isMember(members, { userId: "U01", on: on(date) }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([...memberIds(members, on(9))]).toEqual(["U01"]);
    expect([...memberIds(members, on(10))]).toEqual([]);
  });

  it("counts for both teams on their own days, when they move on the 15th", () => {
    const moved = withMove({ from: since, to: [] }, { userId: "U01", on: on(15) });

    const spans = [moved.from, moved.to].map((members) => memberSpans(members, { userId: "U01", range: OCTOBER }));
    expect(spans).toEqual([[{ from: on(1), to: on(14) }], [{ from: on(15), to: on(31) }]]);
  });

  it("was never in it who joins and leaves on one day", () => {
    expect(withoutMember(withMember([], { userId: "U01", on: on(3) }), { userId: "U01", on: on(3) })).toEqual([]);
  });

  it("is in it without a gap who leaves and joins again on one day", () => {
    expect(withMember(withoutMember(since, { userId: "U01", on: on(3) }), { userId: "U01", on: on(3) })).toEqual(since);
  });

  it("stays as they are who is in the list again; the others come or leave", () => {
    const { members, joined, left } = withMembers([...since, { userId: "U02", from: on(2) }], {
      userIds: ["U03", "U02", "U03"],
      on: on(10),
    });

    expect([joined, left]).toEqual([["U03"], ["U01"]]);
    expect(members).toEqual([
      { userId: "U01", from: null, to: on(9) },
      { userId: "U02", from: on(2) },
      { userId: "U03", from: on(10) },
    ]);
  });

  it("is, on each day of any history, who joined last and has not left since, and no two spans of theirs overlap", () => {
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 4 }),
      does: fc.constantFrom("join", "leave", "list"),
      who: fc.constantFrom("U01", "U02"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let [members, at]: [Members, Day] = [[], OCTOBER.from];
        const expected = new Map<Day, ReadonlySet<string>>();
        let now = new Set<string>();
        for (const { wait, does, who } of steps) {
          for (let count = 0; count < wait; count += 1) {
            expected.set(at, new Set(now));
            at = addDays(at, 1);
          }
          if (does === "join") members = withMember(members, { userId: who, on: at });
          if (does === "leave") members = withoutMember(members, { userId: who, on: at });
          if (does === "list") ({ members } = withMembers(members, { userIds: [who], on: at }));
          now = does === "list" ? new Set([who]) : new Set(now);
          if (does === "join") now.add(who);
          if (does === "leave") now.delete(who);
        }
        expected.set(at, now);

        for (const [one, ids] of expected)
          expect([one, ...memberIds(members, one)].sort()).toEqual([one, ...ids].sort());
        for (const one of expected.keys()) {
          const covering = members.filter(
            ({ userId, from, to }) => userId === "U01" && (from ?? one) <= one && one <= (to ?? one),
          );
          expect(covering.length).toBeLessThan(2);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the days of a team", () => {
  const members: Members = [
    { userId: "U01", from: null, to: on(14) },
    { userId: "U02", from: on(15) },
    { userId: "U03", from: on(20), to: on(22) },
  ];

  it("are cut where somebody joins, and the day after somebody's last", () => {
    const cuts = membershipCuts([{ members }], OCTOBER);

    expect(cuts).toEqual([on(15), on(20), on(23)]);
    expect(piecesOf(OCTOBER, cuts)).toEqual([
      { from: on(1), to: on(14) },
      { from: on(15), to: on(19) },
      { from: on(20), to: on(22) },
      { from: on(23), to: on(31) },
    ]);
  });

  it("are one piece where nobody comes or goes within them", () => {
    const range = { from: on(15), to: on(19) };

    expect(piecesOf(range, membershipCuts([{ members }], range))).toEqual([range]);
    expect([...memberIdsWithin(members, range)]).toEqual(["U02"]);
  });
});
