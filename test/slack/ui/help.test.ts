import { METRICS } from "../../../src/metrics/metrics";
import { goalEditHelp, goalsHelp, syncHelp, trendHelp, whyHelp } from "../../../src/slack/ui/help";
import { foreign } from "../../../src/slack/ui/text";
import { HOSTILE_NAMES, messageFaults } from "../../support/harness/slack-blocks";

describe("help", () => {
  const faults = ["Which target?", ...HOSTILE_NAMES.map((words) => `I don't know “${foreign(words)}”.`)];

  it.each(faults)("stays within Slack's limits behind %j", (fault) => {
    const all = [syncHelp, goalsHelp, whyHelp, trendHelp, goalEditHelp].map((help) => help(fault));

    expect(all.map(messageFaults)).toEqual([[], [], [], [], []]);
    expect(all.every(({ text }) => text.startsWith(fault))).toBe(true);
  });

  it("names every metric, as it may be typed", () => {
    for (const { text } of [goalEditHelp(), whyHelp(), trendHelp()]) {
      expect(METRICS.filter(({ name }) => !text.includes(name))).toEqual([]);
    }
  });
});
