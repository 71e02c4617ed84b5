import { METRICS } from "../../../src/metrics/metrics";
import { syncHelp } from "../../../src/slack/commands/sync-help";
import { dmHelp } from "../../../src/slack/ui/dm-help";
import { goalEditHelp, goalsHelp, helpOn, trendHelp, whyHelp } from "../../../src/slack/ui/help";
import { foreign } from "../../../src/slack/ui/text";
import { day } from "../../../src/time/day";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

const TODAY = day("2026-10-28");

describe("help", () => {
  const faults = ["Which target?", ...HOSTILE_NAMES.map((words) => `I don't know “${foreign(words)}”.`)];

  it.each(faults)("stays within Slack's limits behind %j", (fault) => {
    const ofSync = (said?: string) => syncHelp(TODAY, said);
    const all = [ofSync, goalsHelp, whyHelp, trendHelp, goalEditHelp].map((help) => help(fault));

    expect(all.map(messageFaults)).toEqual([[], [], [], [], []]);
    expect(all.every(({ text }) => text.startsWith(fault))).toBe(true);
  });

  it("begins with what it is for and a rep's three commands, and shows those for managers and for admins to them alone", () => {
    expect(goalsHelp().text.split("\n")[0]).toBe("*Ask me what's left today, and why.*");
    const commands = [...goalsHelp().text.matchAll(/^• `([^`]+)`/gm)].map(([, command]) => command);

    expect(commands).toEqual(["/goals", "/goals why calls", "/sync"]);
    expect(helpOn("more").text.split("\n")).toEqual(expect.arrayContaining(goalsHelp().text.split("\n")));
    const parts = ["*For managers*", "*For managers and admins*", "`/goals team`", "`/goals deliveries`"];
    const shown = [{}, { manages: true }, { manages: true, administers: true }].map((reader) => {
      const { text } = goalsHelp(undefined, reader);
      return parts.filter((part) => text.includes(part));
    });
    expect(shown).toEqual([[], [parts[0], parts[2]], [parts[1], parts[2], parts[3]]]);
  });

  it("has one command a line, at its beginning and short enough for a phone, so that none breaks over two lines", () => {
    const topics = (["why", "trend", "digest", "set", "team"] as const).map((topic) => helpOn(topic));
    const all = [
      syncHelp(TODAY),
      goalsHelp(undefined, { manages: true, administers: true }),
      helpOn("more", { manages: true, administers: true }),
      dmHelp({ imports: true }),
      ...topics,
    ];
    const wrong = all.flatMap(({ text }) =>
      text.split("\n").filter((line) => {
        const [first, ...others] = [...line.matchAll(/`([^`]*)`/g)];
        return others.length > 0 || (first !== undefined && first.index > 22) || (first?.[1]?.length ?? 0) > 40;
      }),
    );

    expect(wrong).toEqual([]);
    expect(all.map(({ text, blocks }) => [text, lines(blocks).join("\n")]).filter(([a, b]) => a !== b)).toEqual([]);
  });

  it("is one screen: no topic has more than eighteen lines", () => {
    const topics = (["why", "trend", "digest", "set", "team"] as const).map((topic) => helpOn(topic));
    const reader = { manages: true, administers: true };
    const all = [syncHelp(TODAY), goalsHelp(undefined, reader), helpOn("more", reader), ...topics];

    expect(all.filter(({ text }) => text.split("\n").length > 18)).toEqual([]);
  });

  it("names every metric, as it may be typed", () => {
    for (const { text } of [goalEditHelp(), whyHelp(), trendHelp()]) {
      expect(METRICS.filter(({ name }) => !text.includes(name))).toEqual([]);
    }
  });
});
