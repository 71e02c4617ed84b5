import type { NamedGoalChange } from "../../../src/digests/content/goal-changes";
import { firstDigestPart } from "../../../src/slack/digests/first-digest-view";
import { day } from "../../../src/time/day";
import { lines } from "../../support/harness/slack-blocks";

const change = (by: string, given: Partial<NamedGoalChange> = {}): NamedGoalChange => ({
  ...{ _id: by, goalId: by, type: "phone_call_quantity", period: "weekly", kind: "set", by },
  ...{ since: day("2025-10-14"), from: null, to: 20 },
  ...given,
});
const by = (...names: readonly string[]) => ({ isFirst: true, goalChanges: names.map((name) => change(name)) });
const said = (first: Parameters<typeof firstDigestPart>[0]) => lines(firstDigestPart(first));

describe("the line of a first digest", () => {
  it("says what this is, who set the goals, and how to change or stop it", () => {
    expect(said(by("Max Weber", "Max Weber"))).toEqual([
      "👋 Paceline sends this each workday morning, with goals set by Max Weber. *Snooze* changes its time or turns it off",
    ]);
  });

  it("names three at most, and nobody where the goals are one's own or older than the log", () => {
    expect(said(by("A", "B", "C", "D", "E"))[0]).toContain("goals set by A, B, C, and 2 more.");
    expect(said({ isFirst: true })[0]).toContain("morning. *Snooze*");
  });

  it("names nobody for a goal that was archived, or a target that was set back", () => {
    const named = (...changes: readonly NamedGoalChange[]) => said({ isFirst: true, goalChanges: changes })[0];
    const archived = [change("Eva", { goalId: "a" }), change("Max", { goalId: "a", kind: "archive" })];
    const setBack = [change("Eva", { from: 10 }), change("Max", { goalId: "Eva", from: 20, to: 10 })];

    expect(named(...archived)).toContain("morning. *Snooze*");
    expect(named(...setBack)).toContain("morning. *Snooze*");
    expect(named(...archived, change("Zoe"))).toContain("goals set by Zoe.");
  });

  it("is nothing in a later one, and lets no name ping", () => {
    expect(said({ ...by("Max"), isFirst: false })).toEqual([]);
    expect(said({ goalChanges: [change("Max")] })).toEqual([]);
    expect(said(by("<!channel>"))[0]).not.toContain("<!channel>");
  });
});
