import { bySource } from "../../../src/metrics/sources";
import type { RunUnmatched } from "../../../src/sync/run/run-store";
import { unmatchedOwners } from "../../../src/sync/run/unmatched";
import { aPerson } from "../../support/builders/people";

const none: RunUnmatched = bySource(() => null);
const NONE_WAITING = bySource(() => []);
const ana = aPerson("UANA", { name: "Ana" });

describe("who is nobody in Slack", () => {
  it("is named by the newest list that was read to its end, and of salesmen by each one's newest run", () => {
    const runs: readonly RunUnmatched[] = [
      { ...none, fishbowl: [{ name: "B. Lee", email: null, owner: "B. Lee", records: 2, value: 50 }] },
      {
        ...none,
        copper: [{ name: "Zed", email: "z@x.example", owner: "77", records: 3 }],
        fishbowl: [
          { name: "B. Lee", email: null, owner: "B. Lee", records: 14, value: 9120 },
          { name: "C. Old", email: null, owner: "C. Old", records: 5, value: 10 },
        ],
      },
      { ...none, copper: [{ name: "Long ago", email: null, owner: "1" }] },
    ];
    const waiting = {
      ...NONE_WAITING,
      copper: [{ owner: "77", records: 4, amount: 4 }],
      fishbowl: [
        { owner: "D. New", records: 2, amount: 700 },
        { owner: "B. Lee", records: 9, amount: 123_450 },
      ],
    };

    const { open, mappedSince } = unmatchedOwners(runs, { people: [ana], salesmen: [], waiting });

    expect(open).toEqual([
      { source: "fishbowl", name: "B. Lee", email: null, owner: "B. Lee", records: 9, value: 1234.5 },
      { source: "copper", name: "Zed", email: "z@x.example", owner: "77", records: 4, value: null },
      { source: "fishbowl", name: "D. New", email: null, owner: "D. New", records: 2, value: 7 },
      { source: "fishbowl", name: "C. Old", email: null, owner: "C. Old", records: 0, value: null },
    ]);
    expect(mappedSince).toEqual([]);
  });

  it("has as many records waiting whichever days the last runs were of", () => {
    const lee = (records: number) => [
      { ...none, fishbowl: [{ name: "B. Lee", email: null, owner: "B. Lee", records, value: 1 }] },
    ];
    const waiting = { ...NONE_WAITING, fishbowl: [{ owner: "B. Lee", records: 9, amount: 100 }] };
    const openAfter = (runs: readonly RunUnmatched[]) =>
      unmatchedOwners(runs, { people: [], salesmen: [], waiting }).open;

    expect(openAfter(lee(1))).toEqual(openAfter([...lee(400), ...lee(1)]));
    expect(openAfter(lee(1))).toEqual(openAfter([{ ...none, fishbowl: [] }]));
  });

  it("are settled by the mappings as they stand, whichever source they are of", () => {
    const runs: readonly RunUnmatched[] = [
      {
        ...none,
        copper: [{ name: "Zed", email: null, owner: "77" }],
        justcall: [{ name: "Zed", email: "Zed@X.example", owner: "zed@x.example" }],
        fishbowl: [{ name: "B. Lee", email: null, owner: "B. Lee" }],
      },
    ];
    const people = [{ ...ana, copperUserId: 77, justcallEmail: "zed@x.example" }];

    const { open, mappedSince } = unmatchedOwners(runs, {
      people,
      salesmen: [{ _id: "B. Lee", userId: "UANA" }],
      waiting: NONE_WAITING,
    });

    expect(open).toEqual([]);
    expect(mappedSince.map(({ source, userId }) => [source, userId])).toEqual([
      ["copper", "UANA"],
      ["justcall", "UANA"],
      ["fishbowl", "UANA"],
    ]);
  });

  it("are no longer told as settled once a run has counted them", () => {
    const lee = [{ name: "B. Lee", email: null, owner: "B. Lee" }];
    const runs = [
      { ...none, fishbowl: [] },
      { ...none, fishbowl: lee },
    ];

    const { open, mappedSince } = unmatchedOwners(runs, {
      people: [ana],
      salesmen: [{ _id: "B. Lee", userId: "UANA" }],
      waiting: NONE_WAITING,
    });

    expect([open, mappedSince]).toEqual([[], []]);
  });

  it("cannot be mapped where the run does not say what a mapping is kept by", () => {
    const runs = [{ ...none, copper: [{ name: "Zed", email: null }], justcall: [{ name: "Yan", email: null }] }];

    expect(
      unmatchedOwners(runs, { people: [], salesmen: [], waiting: NONE_WAITING }).open.map(({ owner }) => owner),
    ).toEqual([null, null]);
  });

  it("does not include reps, who are told apart as those a source does not know, while they are active", () => {
    const missed = (userId: string) => ({ name: userId, email: null, userId });
    const runs = [{ ...none, copper: [missed("UANA"), missed("UGONE")] }];
    const people = [ana, aPerson("UGONE", { active: false })];

    const { open, unknownTo } = unmatchedOwners(runs, { people, salesmen: [], waiting: NONE_WAITING });

    expect(open).toEqual([]);
    expect(unknownTo).toEqual([{ source: "copper", name: "UANA", email: null }]);
  });
});
