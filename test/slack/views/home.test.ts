import { day, zoneDays } from "../../../src/metrics/day";
import { type HomeValues, homeView, plainHome } from "../../../src/slack/views/home";
import { lines } from "../lines";
import { anOverview, CALLS } from "../overviews";

function values(fields: Partial<HomeValues> = {}): HomeValues {
  return {
    overview: anOverview(),
    freshness: [
      { source: "copper", asOf: new Date("2026-10-28T18:05:00Z"), state: "fresh" },
      {
        source: "justcall",
        asOf: new Date("2026-10-24T02:10:00Z"),
        state: "failed",
        problem: "JustCall key refused (401): renew it & sync",
      },
      { source: "fishbowl", asOf: null, state: "off" },
    ],
    syncing: false,
    known: true,
    days: zoneDays("America/New_York"),
    now: new Date("2026-10-28T18:06:00Z"),
    ...fields,
  };
}

describe("homeView", () => {
  it("shows figures, goals with bars and how fresh each source is", () => {
    expect(lines(homeView(values()).blocks)).toEqual([
      "# At a glance",
      "Wed 28 Oct · today, since Monday, since the first of the month",
      "*Calls*: 12 today · 51 this week · 1,234 this month",
      "# My goals",
      "*Calls* · weekly, Mon 26 Oct – Sun 1 Nov",
      "▰▱▱▱▱▱▱▱▱▱ 12 % · 51 of 400",
      "*Wholesale sales* · daily, Wed 28 Oct",
      "▰▰▰▰▰▰▰▰▰▰ 101 % · $9,120.50 of $9,000",
      "# Where the figures come from",
      "*Copper*: as of 14:05 EDT",
      "*JustCall*: last read Fri 22:10 EDT: JustCall key refused (401): renew it &amp; sync",
      "*Fishbowl*: switched off",
      "[sync_now]",
    ]);
  });

  it("asks why beside each goal, for the days that it shows", () => {
    const asked = homeView(values()).blocks.flatMap((block) =>
      block.type === "section" && block.accessory?.type === "button" ? [block.accessory.value] : [],
    );

    expect(asked).toEqual([
      "phone_call_quantity me 2026-10-26 2026-11-01 0",
      "new_sales_wholesale me 2026-10-28 2026-10-28 0",
    ]);
  });

  it("says that a sync runs, in place of the button", () => {
    expect(lines(homeView(values({ syncing: true })).blocks).at(-1)).toBe(
      "⏳ *Syncing now.* Progress and report are in our DM; this page follows when it is done.",
    );
  });

  const nobody = { today: day("2026-10-28"), glance: [], goals: [] };
  const never = (["copper", "justcall", "fishbowl"] as const).map((source) => ({
    source,
    asOf: null,
    state: "never" as const,
  }));
  const off = never.map(({ source }) => ({ source, asOf: null, state: "off" as const }));

  it.each([
    [
      "no source is on",
      { freshness: off },
      "No source is connected yet: an admin connects Copper, JustCall or Fishbowl, then everything fills itself.",
    ],
    [
      "nothing was read",
      { freshness: never },
      "Nothing has been read yet. Press *Sync now* below: the first sync takes a few minutes.",
    ],
    [
      "nobody knows them",
      { known: false },
      "We have not met yet. Press *Sync now* below, and I will learn who you are in each source.",
    ],
    [
      "they have no figures",
      {},
      "No figures of yours yet. If you expected some, `/sync` says whom each source could not match.",
    ],
  ])("says what to do first when %s", (_case, fields, words) => {
    const shown = lines(homeView(values({ overview: nobody, ...fields })).blocks);

    expect(shown[2]).toBe(words);
    expect(shown[4]).toBe(
      "No goals yet: a manager sets them. As soon as you have one, it is here with where it stands.",
    );
  });

  it("stays within a page's 100 blocks with 1,000 goals", () => {
    const view = homeView(values({ overview: anOverview({ goals: Array.from({ length: 1000 }, () => CALLS) }) }));

    expect(view.blocks.length).toBeLessThanOrEqual(100);
    expect(lines(view.blocks)).toContain("and 960 more goals");
  });
});

describe("plainHome", () => {
  it("says one thing", () => {
    expect(lines(plainHome("Sorry.").blocks)).toEqual(["Sorry."]);
  });
});
