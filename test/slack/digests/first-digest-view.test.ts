import { firstDigestPart } from "../../../src/slack/digests/first-digest-view";
import { lines } from "../../support/harness/slack-blocks";

const by = (...names: readonly string[]) => ({ isFirst: true, goalChanges: names.map((name) => ({ by: name })) });
const said = (first: Parameters<typeof firstDigestPart>[0]) => lines(firstDigestPart(first));

describe("the line of a first digest", () => {
  it("says what this is, who set the goals, and how to change or stop it", () => {
    expect(said(by("Max Weber", "Max Weber"))).toEqual([
      "👋 This is Paceline's message for each workday morning: what today asks of your goals, which Max Weber set. Change its time or stop it with *Snooze* below or `/goals digest`.",
    ]);
  });

  it("names three at most, and nobody where the goals are one's own or older than the log", () => {
    expect(said(by("A", "B", "C", "D", "E"))[0]).toContain("which A, B, C and 2 more set.");
    expect(said({ isFirst: true })[0]).toContain("what today asks of your goals. Change");
  });

  it("is nothing in a later one, and lets no name ping", () => {
    expect(said({ ...by("Max"), isFirst: false })).toEqual([]);
    expect(said({ goalChanges: [{ by: "Max" }] })).toEqual([]);
    expect(said(by("<!channel>"))[0]).not.toContain("<!channel>");
  });
});
