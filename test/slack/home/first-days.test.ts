import { checklist, type FirstDays } from "../../../src/slack/home/first-days";
import { lines } from "../../support/harness/slack-blocks";

const asOf = new Date("2026-10-28T10:00:00Z");
const nothing: FirstDays = {
  freshness: [
    { source: "copper", state: "never", asOf: null },
    { source: "justcall", state: "off", asOf: null },
    { source: "fishbowl", state: "never", asOf: null, imported: true },
  ],
  syncing: false,
  peopleMatched: false,
  hasGoals: false,
  hasBoard: false,
  hasHolidays: false,
};
const all: FirstDays = {
  freshness: [{ source: "copper", state: "fresh", asOf }],
  syncing: false,
  peopleMatched: true,
  hasGoals: true,
  hasBoard: true,
  hasHolidays: true,
};
const HOME = "slack://app?team=T1&id=A1&tab=home";

describe("the checklist's message", () => {
  it("has a row a step, ticked or with the button that does it", () => {
    const made = checklist(nothing, HOME);

    expect(made.text).toBe("Getting started with Paceline: 5 of 6 steps left");
    const rows = made.blocks.flatMap((block) => (block.type === "section" && block.text !== undefined ? [block] : []));
    expect(
      rows.slice(1).map(({ text, accessory }) => {
        const label = accessory?.type === "button" ? accessory.text.text : null;
        return [text?.text.split(":")[1], label];
      }),
    ).toEqual([
      ["white_check_mark", null],
      ["white_large_square", "Sync now"],
      ["white_large_square", "Match people"],
      ["white_large_square", "Set a goal"],
      ["white_large_square", "Choose a channel"],
      ["white_large_square", "Add holidays"],
    ]);
    expect(lines(made.blocks).join("\n")).toContain(
      "Copper; JustCall is off; Fishbowl's orders come as files: drop one here",
    );
    expect(lines(made.blocks).join("\n")).toContain(
      "checks itself off here, within ten minutes at most, for two weeks.",
    );
  });

  it("has nothing to press for the first sync while one is under way, and is another message by that", () => {
    const first = (given: Partial<FirstDays>) => checklist({ ...nothing, ...given }, HOME);
    const under = first({ syncing: true });

    expect(lines(under.blocks)).toContain(
      ":hourglass_flowing_sand: *First sync*: the last 30 days, under way: nothing to do",
    );
    expect(lines(under.blocks)).toContain(":hourglass_flowing_sand: *People matched*: known after the first sync");
    expect(JSON.stringify(under.blocks)).not.toMatch(/Sync now|Match people/);
    expect(under.key).not.toBe(first({}).key);
    expect(lines(checklist({ ...all, syncing: true }, HOME).blocks)).toContain(
      ":white_check_mark: *First sync*: the last 30 days",
    );
  });

  it("leads to Home by a link where Slack takes one, and works without", () => {
    const { blocks, plain } = checklist(nothing, HOME);

    expect(JSON.stringify(blocks).split(HOME)).toHaveLength(4);
    expect(JSON.stringify(plain)).not.toContain("slack://");
    expect(checklist(nothing, undefined).blocks).toEqual(plain);
  });

  it("is done when every step is, and not while a source can't be read or none is connected", () => {
    const done = checklist(all, HOME);
    const broken = checklist({ ...all, freshness: [{ source: "copper", state: "failed", asOf }] }, HOME);
    const none = checklist({ ...all, freshness: [{ source: "copper", state: "off", asOf: null }] }, HOME);

    expect([done.isDone, done.key, done.text]).toEqual([true, "xxxxxx", "Getting started with Paceline: all done"]);
    expect(JSON.stringify(done.blocks)).not.toContain('"button"');
    expect([broken.isDone, broken.key]).toEqual([false, "-xxxxx"]);
    expect([none.isDone, none.key]).toEqual([false, "--xxxx"]);
    expect(lines(broken.blocks).join("\n")).toContain("Copper can't be read");
  });
});
