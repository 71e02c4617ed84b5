import { boardCheck } from "../../../src/slack/boards/check-view";
import { asPosted, inPlainBlocks, standsForChart } from "../../../src/slack/boards/leaderboard-view";
import { DEFAULT_LEADERBOARD_SETTINGS } from "../../../src/teams/leaderboard-settings";
import { aRow, CALLS, MORNING, posted } from "../../support/harness/digests/a-board";
import { lines } from "../../support/harness/slack-blocks";

/** As wide as the "1," and the digit that 51 has less than 1,234. */
const ROOM = "\u2007\u2008\u2007";
const shown = () => lines(JSON.parse(JSON.stringify(posted().blocks)));

describe("a leaderboard of one metric", () => {
  it("has below one metric alone a chart of what its line says, and a line each where a chart is refused", () => {
    const { blocks } = posted();
    const chart = blocks.find(({ type }) => type === "data_visualization");

    expect(blocks.map(({ type }) => type)).toEqual([
      ...["header", "context", "section", "data_visualization", "actions", "context"],
    ]);
    expect(chart).toMatchObject({ title: "Calls, Oct 26–28", chart: { type: "bar" } });
    expect(JSON.stringify(chart)).toContain(
      '"data":[{"label":"Ana Torres","value":1234},{"label":"Ben Okafor","value":51}',
    );
    // The chart has the bars; without it the lines are the same as on a board of several metrics.
    expect(shown()[2]).toBe("*Calls*: 🥇 Ana *1,234*, 🥈 Ben (away) and Cho (new) *51*");
    expect(lines(inPlainBlocks(posted()).blocks).slice(2, 5)).toEqual([
      "*Calls* · top 3 of 6",
      "🥇 ▰▰▰▰▰ *1,234* Ana Torres",
      `🥈 ▰▱▱▱▱${ROOM} *51* Ben Okafor (tied, away)`,
    ]);
    // A modal has what is posted, with a note where the chart will be, and nothing to press.
    expect(lines(asPosted(posted()).blocks)).toEqual([
      ...shown().slice(0, 3),
      ...["📊 In the channel, a bar chart follows here.", ...shown().slice(-1)],
    ]);
    expect(asPosted(posted()).blocks.filter(standsForChart)).toHaveLength(1);
    expect(asPosted({ text: "", blocks: inPlainBlocks(posted()).blocks }).blocks.some(standsForChart)).toBe(false);
    const three = [aRow(1, "Ana", 1.26), aRow(2, "Ben", 1), aRow(3, "Cho", 0.5)];
    const share = posted({ by: "share", sections: [{ ...CALLS, rows: three }] });
    expect(JSON.stringify(share.blocks)).toContain('"value":126');
  });

  it("is promised in a preview that has none, but where too few places are shown for one", () => {
    const settings = { ...DEFAULT_LEADERBOARD_SETTINGS, metrics: ["phone_call_quantity"] } as const;
    const two = asPosted(posted({ sections: [{ ...CALLS, rows: CALLS.rows.slice(0, 2), more: 0 }] }));
    const says = (topN: number, shown = two) => {
      const draft = { team: "west", settings: { ...settings, topN }, was: settings };
      const preview = { ...shown, leavesOut: false, isDue: false, next: null, revealing: [] };
      return JSON.stringify(boardCheck({ draft, team: null, preview, days: MORNING.days }));
    };

    expect(says(3)).toContain("figures so far. Once three people are on it, it's a chart.");
    expect(says(2)).toContain('figures so far."');
    expect(says(3, asPosted(posted()))).toContain('figures so far."');
  });

  it("has a line each and no chart where it shows two, whom a chart tells nothing", () => {
    const two = posted({ sections: [{ ...CALLS, rows: CALLS.rows.slice(0, 2), more: 0 }] });

    expect("plain" in two).toBe(false);
    expect(lines(inPlainBlocks(two).blocks).slice(2, 5)).toEqual([
      "*Calls* · 2 people",
      "🥇 ▰▰▰▰▰ *1,234* Ana Torres",
      `🥈 ▰▱▱▱▱${ROOM} *51* Ben Okafor (tied, away)`,
    ]);
  });
});
