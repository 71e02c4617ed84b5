import { type Remains, wrongs } from "./checks";

const good: Remains = {
  reps: ["U1", "U2"],
  standing: new Map([
    ["U1", 1],
    ["U2", 1],
  ]),
  rows: [
    { to: "U1", state: "sent" },
    { to: "U2", state: "sent" },
  ],
  ...{ alerts: 0, runningSyncs: 0, leaseHeld: false, problems: [], peaksMb: [210], errors: [], exits: [0] },
};
const second = (state: string) => [good.rows[0] ?? { to: "U1", state: "sent" }, { to: "U2", state }];

describe("the soak's judgment of a morning", () => {
  it("has nothing to say when each rep has one digest and nothing is left", () => {
    expect(wrongs(good)).toEqual([]);
  });

  it.each<[string, Partial<Remains>, readonly string[]]>([
    [
      "a digest twice",
      { standing: new Map(good.standing).set("U2", 2) },
      ["U2 has 2 digests, and a row that says sent"],
    ],
    ["a digest that is nowhere", { standing: new Map([["U1", 1]]) }, ["U2 has 0 digests, and a row that says sent"]],
    ["a message that is left", { rows: second("unknown") }, ["U2's row is left unknown"]],
    ["a rep without a row", { rows: good.rows.slice(0, 1) }, ["U2 has 0 rows"]],
    ["a silent failure", { rows: second("failed") }, ["a digest did not arrive, and no admin was told"]],
    ["a run that hangs", { runningSyncs: 1, leaseHeld: true }, ["1 syncs still run", "the lease of syncs is held"]],
    ["totals that are astray", { problems: ["totals"] }, ["the doctor: totals"]],
    ["too much memory", { peaksMb: [299, 300] }, ["a process took 300 MB"]],
    ["an error", { errors: ["bug"] }, ["an error was logged: bug"]],
    ["a process that does not stop well", { exits: [0, 1] }, ["a process that was told to stop ended with 1"]],
  ])("names %s", (_what, more, expected) => {
    expect(wrongs({ ...good, ...more })).toEqual(expected);
  });

  it("takes a failure that an admin was told of for explained", () => {
    expect(wrongs({ ...good, rows: second("missed"), standing: new Map([["U1", 1]]), alerts: 1 })).toEqual([]);
  });
});
