import { type Copy, type Remains, wrongs } from "./checks";

const at = (ms: number) => new Date(1_000_000 + ms);
const copy = (id: string, given: Partial<Copy> = {}): Copy => ({ id, at: at(0), isDeleted: false, ...given });
const one = { id: "U1", to: "U1", mayBeSkipped: false };
const two = { id: "U2", to: "U2", mayBeSkipped: false };
const good: Remains = {
  expected: [one, two],
  copies: [copy("U1"), copy("U2")],
  rows: [
    { _id: "U1", state: "sent" },
    { _id: "U2", state: "sent" },
  ],
  ...{ leaseMs: 90_000, unwanted: [], unanswered: [], runningSyncs: 0, leases: [], problems: [], astray: [] },
  ...{ peaksMb: [210], errors: [], exits: [0] },
};
const second = (state: string, toldAt: Date | null = null) => [
  { _id: "U1", state: "sent" },
  { _id: "U2", state, toldAt },
];

const numbered = ["U1", "U2", "U3", "U4", "U5"];

describe("the soak's judgment", () => {
  it("has nothing to say when each message was posted once and nothing is left", () => {
    expect(wrongs(good)).toEqual([]);
  });

  it.each<[string, Partial<Remains>, readonly string[]]>([
    [
      "a message twice",
      { copies: [...good.copies, copy("U2", { at: at(90_000) })] },
      ["U2 is sent, and is there 2 times"],
    ],
    [
      "one that was posted twice at once, though one was taken back",
      { copies: [...good.copies, copy("U2", { at: at(89_999), isDeleted: true })] },
      ["U2 was posted twice within one lease"],
    ],
    ["one that is nowhere", { copies: [copy("U1")] }, ["U2 is sent, and is there 0 times"]],
    ["one that is left", { rows: second("unknown") }, ["U2 is left unknown"]],
    ["one that was skipped for no reason", { rows: second("skipped"), copies: [copy("U1")] }, ["U2 is left skipped"]],
    ["one without a row", { rows: good.rows.slice(0, 1), copies: [copy("U1")] }, ["U2 has no row"]],
    ["one that nobody was to get", { expected: [one], copies: [copy("U1")] }, ["U2 was not to be delivered"]],
    ["a silent failure", { rows: second("failed") }, ["U2 is failed, and no admin was told"]],
    [
      "more failures than trouble explains, though the admins were told of each",
      {
        expected: numbered.map((id) => ({ id, to: id, mayBeSkipped: false })),
        rows: numbered.map((_id, index) => ({ _id, state: index % 2 === 0 ? "failed" : "missed", toldAt: at(0) })),
        copies: [],
      },
      ["5 messages failed or were missed, and at most 4 may"],
    ],
    ["a run that hangs", { runningSyncs: 1, leases: ["sync"] }, ["1 syncs still run", "the lease sync is held"]],
    ["an unwanted digest", { unwanted: ["U2"] }, ["U2 was posted to somebody who had switched it off"]],
    ["a command without an answer", { unanswered: ["/goals"] }, ["/goals was acknowledged and never answered"]],
    ["totals that are astray", { problems: ["totals"], astray: ["it is 4"] }, ["the doctor: totals", "it is 4"]],
    ["too much memory", { peaksMb: [299, 300] }, ["a process took 300 MB"]],
    ["an error", { errors: ["bug"] }, ["an error was logged: bug"]],
    ["a process that does not stop well", { exits: [0, 1] }, ["a process that was told to stop ended with 1"]],
  ])("names %s", (_what, more, expected) => {
    expect(wrongs({ ...good, ...more })).toEqual(expected);
  });

  it.each<[string, Partial<Remains>]>([
    ["a failure that the admins were told of", { rows: second("missed", at(0)), copies: [copy("U1")] }],
    [
      "a message that was skipped because they had switched it off",
      { expected: [one, { ...two, mayBeSkipped: true }], rows: second("skipped"), copies: [copy("U1")] },
    ],
    ["a late copy that was taken back", { copies: [...good.copies, copy("U2", { at: at(90_000), isDeleted: true })] }],
  ])("takes for explained %s", (_what, more) => {
    expect(wrongs({ ...good, ...more })).toEqual([]);
  });

  it("says of many the first five and how many there are more", () => {
    expect(wrongs({ ...good, astray: ["a", "b", "c", "d", "e", "f", "g"] })).toEqual([
      ...["a", "b", "c", "d", "e"],
      "… and 2 like these",
    ]);
  });
});
