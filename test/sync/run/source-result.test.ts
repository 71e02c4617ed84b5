import { SourceError } from "../../../src/sources/source-error";
import type { SourceRead } from "../../../src/sync/read/read-source";
import { problemsOf, type SourceOutcome, sourceResult, withUnmatchedCounts } from "../../../src/sync/run/source-result";

function aRead(given: Partial<SourceRead> = {}): SourceRead {
  return {
    source: "copper",
    failure: null,
    people: [],
    notices: [],
    notes: [],
    leftOut: new Map(),
    overlap: [],
    changed: new Map(),
    unanswered: new Map(),
    outside: [],
    configFingerprint: null,
    from: null,
    asOf: null,
    gapless: false,
    usage: { pages: 3, requests: 5 },
    ...given,
  };
}

function anOutcome(given: Partial<SourceOutcome> = {}): SourceOutcome {
  return {
    source: "copper",
    read: aRead(),
    asOf: new Date("2025-10-10T09:00:00Z"),
    durationMs: 12,
    matched: [{ userId: "U01", name: "Ana" }],
    unmatched: [{ name: "Xaver", email: null }],
    counting: 10,
    notCounting: new Map([
      ["sender is nobody in Slack", 2],
      ["received, not sent by a rep", 0],
    ]),
    unanswered: 0,
    cells: { created: 1, updated: 2, unchanged: 3, removed: 4 },
    notes: [],
    ...given,
  };
}

describe("a source's part of the report", () => {
  it("tells what was read: all records are those that count and those that do not", () => {
    expect(sourceResult(anOutcome())).toEqual({
      success: true,
      asOf: "2025-10-10T09:00:00.000Z",
      duration: "12ms",
      pages: 3,
      requests: 5,
      records: 12,
      matched: [{ userId: "U01", name: "Ana" }],
      unmatched: [{ name: "Xaver", email: null }],
      counting: 10,
      notCounting: { "sender is nobody in Slack": 2 },
      metrics: { created: 1, updated: 2, unchanged: 3, removed: 4 },
    });
  });

  it("tells nothing of a failed source's records, but what was asked and how old its figures are", () => {
    const failure = new SourceError("copper", "credentials", "Copper refused the key (401).");

    expect(sourceResult(anOutcome({ read: aRead({ failure }) }))).toMatchObject({
      success: false,
      asOf: "2025-10-10T09:00:00.000Z",
      pages: 3,
      requests: 5,
      records: 0,
      matched: [],
      unmatched: [],
      counting: 0,
      notCounting: {},
    });
  });

  it("says of a source that is off that it is, which is no failure", () => {
    const result = sourceResult(anOutcome({ read: null, asOf: null, counting: 0, notCounting: new Map() }));

    expect(result).toMatchObject({ success: true, off: true, asOf: null, pages: 0, requests: 0, records: 0 });
    expect("off" in sourceResult(anOutcome())).toBe(false);
  });
});

describe("the problems of a source", () => {
  it("are its failure in its own words and its notices", () => {
    const failure = new SourceError("copper", "throttled", "Copper asks to wait.");
    const notices = ["Set COPPER_STAGE_A."];

    expect(problemsOf(aRead({ failure, notices }))).toEqual([
      { source: "copper", kind: "throttled", message: "Copper asks to wait." },
      { source: "copper", kind: "settings", message: "Set COPPER_STAGE_A." },
    ]);
    expect(problemsOf(aRead())).toEqual([]);
  });

  it("hide the words of a fault of ours, which may hold anything", () => {
    expect(problemsOf(aRead({ failure: new TypeError("token xoxb-1 is undefined") }))).toEqual([
      {
        source: "copper",
        kind: "bug",
        message: "Paceline failed while reading this source; its figures stay as they were. The log says why.",
      },
    ]);
  });
});

describe("those who are matched with nobody", () => {
  it("are told with how many records wait for them, Fishbowl's in dollars too", () => {
    const owners = [{ owner: "B. Lee", records: 14, amount: 912_000 }];

    expect(withUnmatchedCounts([], { source: "fishbowl", owners, ownerOf: () => null })).toEqual([
      { name: "B. Lee", email: null, owner: "B. Lee", records: 14, value: 9120 },
    ]);
  });

  it("are told once, whether the source lists them or only its records name them", () => {
    const unmatched = [
      { name: "Xaver", email: "x@acme.example" },
      { name: "Idle", email: null },
      { name: "Ana", email: "x@acme.example", userId: "U01" },
    ];
    const owners = [
      { owner: "7", records: 3, amount: 3 },
      { owner: "gone@acme.example", records: 2, amount: 2 },
      { owner: "", records: 9, amount: 9 },
    ];
    const ownerOf = (owner: string) => (owner === "7" ? { name: "Xaver", email: "x@acme.example" } : null);

    expect(withUnmatchedCounts(unmatched, { source: "copper", owners, ownerOf })).toEqual([
      { name: "Xaver", email: "x@acme.example", records: 3 },
      { name: "Idle", email: null },
      { name: "Ana", email: "x@acme.example", userId: "U01" },
      { name: "gone@acme.example", email: "gone@acme.example", owner: "gone@acme.example", records: 2 },
    ]);
  });

  it("are told apart although they have the same name and no address", () => {
    const twins = [
      { name: "Same", email: null },
      { name: "Same", email: null },
    ];
    const owners = [
      { owner: "7", records: 3, amount: 3 },
      { owner: "8", records: 2, amount: 2 },
    ];

    const reported = withUnmatchedCounts(twins, {
      source: "copper",
      owners,
      ownerOf: () => ({ name: "Same", email: null }),
    });

    expect(reported.map(({ records }) => records)).toEqual([3, 2]);
  });
});
