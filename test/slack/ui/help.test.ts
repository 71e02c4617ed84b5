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

  it("begins with a rep's three commands, and shows those for managers to them alone", () => {
    const commands = [...goalsHelp().text.matchAll(/^• `([^`]+)`/gm)].map(([, command]) => command);

    expect(commands.slice(0, 3)).toEqual(["/goals", "/goals why calls", "/sync"]);
    expect([false, true].map((manages) => / (?:team|set)`/.test(goalsHelp(undefined, { manages }).text))).toEqual([
      false,
      true,
    ]);
  });

  it("names every metric, as it may be typed", () => {
    for (const { text } of [goalEditHelp(), whyHelp(), trendHelp()]) {
      expect(METRICS.filter(({ name }) => !text.includes(name))).toEqual([]);
    }
  });
});
