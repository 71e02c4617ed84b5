import fc from "fast-check";
import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { chartBlock, uniqueLabels } from "../../../src/slack/ui/charts";
import { HOSTILE_NAMES } from "../../support/harness/slack-blocks";

describe("the labels of a chart", () => {
  it("are cut to 20 characters and stay different from each other", () => {
    const long = "Alexandra Montgomery-Smith";

    expect(uniqueLabels(["Pace", long, long, "Pace", `${long} II`])).toEqual([
      "Pace",
      "Alexandra Montgomer…",
      "Alexandra Montgom… 2",
      "Pace 2",
      "Alexandra Montgom… 3",
    ]);
  });

  it("halve no character that Slack counts as two", () => {
    expect(uniqueLabels(["😀".repeat(15)])).toEqual([`${"😀".repeat(9)}…`]);
  });
});

describe("a chart", () => {
  const name = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom(...HOSTILE_NAMES, "a", "a", "😀".repeat(30)));

  it("is one that Slack takes, whatever its names are", () => {
    const chart = fc.record({
      kind: fc.constantFrom("line" as const, "bar" as const),
      title: name,
      xLabel: name,
      yLabel: name,
      labels: fc.array(name, { minLength: 1, maxLength: 20 }),
      names: fc.array(name, { minLength: 1, maxLength: 6 }),
    });

    fc.assert(
      fc.property(chart, ({ names, ...given }) => {
        const lines = names.map((line) => ({ name: line, values: given.labels.map(() => 1.5) }));

        expect(blockFaults([chartBlock({ ...given, lines })], "message")).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
