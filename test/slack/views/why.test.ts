import { addDays, day, zoneDays } from "../../../src/metrics/day";
import { METRICS } from "../../../src/metrics/metrics";
import { fits } from "../../../src/slack/views/fits";
import { plainWhyModal, whyMessage, whyModal } from "../../../src/slack/views/why";
import type { Why } from "../../../src/sync/why";
import { lines } from "../lines";
import { aLeftOut, aRecord, aWhy } from "../whys";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z"), reader: "U0ANA" };
const shown = (given: Partial<Why> = {}) => lines(whyMessage(aWhy(given), reading).blocks);

describe("whyMessage", () => {
  it("shows the figure as a sum, its records, those left out, whose they are and how fresh", () => {
    expect(shown()).toEqual([
      "# Calls, Mon 26 Oct – Sun 1 Nov: 2",
      "*2* = Copper 1 + JustCall 1",
      "*By day*",
      "• Tue 27 Oct: Copper 1",
      "• Wed 28 Oct: JustCall 1",
      "*Records*",
      "2 records count, 1 is left out: duplicate of a JustCall call (1).",
      "*Wed 28 Oct*",
      "• 14:00 · JustCall call 1001",
      "*Tue 27 Oct*",
      "• 09:05 · <https://app.copper.com/companies/1/app#/contact/5|Copper call 77>",
      "*Left out*",
      "• Wed 28 Oct 14:00 · Copper call 78: duplicate of JustCall call 1001",
      "A record is yours by its sender, agent, assignee or salesman. What is nobody's, a manager sees with `/goals why calls nobody`. Times are those of America/New_York.\n*Copper*: as of 14:05 EDT",
    ]);
    expect(whyMessage(aWhy(), reading).text).toBe(
      "Calls, Mon 26 Oct – Sun 1 Nov: 2. 2 records count, 1 is left out: duplicate of a JustCall call (1).",
    );
  });

  it("names whose figure it is to somebody else", () => {
    const message = whyMessage(aWhy({ name: "Ana <!channel> *x*" }), { ...reading, reader: "U0MAX" });

    expect(lines(message.blocks)[0]).toBe("# Ana <!channel> *x* · Calls, Mon 26 Oct – Sun 1 Nov: 2");
    expect(message.text).toContain("Ana &lt;!channel&gt; *x* · Calls");
    expect(lines(message.blocks).at(-1)).toMatch(/^A record is theirs/);
  });

  it("names the owner of what is nobody's", () => {
    const records = [aLeftOut("9", "its JustCall agent is nobody in Slack", { owner: "zoe@acme.com" })];
    const [title, ...rest] = shown({
      userId: null,
      name: null,
      figure: { value: 0, now: 0, cells: [] },
      counting: 0,
      reasons: [{ why: "its JustCall agent is nobody in Slack", records: 1 }],
      records,
    });

    expect(title).toBe("# Calls that are nobody's, Mon 26 Oct – Sun 1 Nov: 1 record");
    expect(rest).toContain(
      "• Wed 28 Oct 14:00 · JustCall call 9 · 'zoe@acme.com': its JustCall agent is nobody in Slack",
    );
  });

  it("says so when the records have changed since the figure was made", () => {
    const cells = [{ day: day("2026-10-28"), source: "justcall", value: 2, now: 3, records: 3 }] as const;

    expect(shown({ figure: { value: 2, now: 3, cells } })[1]).toBe(
      ":warning: The records below come to 3 now, and the figure is still 2: a sync is under way, or records of 1 day changed since it was made. The next sync over these days brings the two together.",
    );
  });

  it.each([
    ["talk_time_minutes", { amount: 245 }, "• 14:00 · JustCall call 1 · 4 min 5 s"],
    ["talk_time_minutes", { amount: 45 }, "• 14:00 · JustCall call 1 · 45 s"],
    ["new_sales_wholesale", { source: "fishbowl", amount: 912_050 }, "• Fishbowl order 1 · $9,120.50"],
    ["new_sales_wholesale", { source: "fishbowl", amount: -100 }, "• Fishbowl order 1 · -$1"],
    [
      "email_quantity",
      { source: "copper", to: ["c@shop.example", "d@shop.example"] },
      "• 14:00 · Copper e-mail 1 · to c@shop.example and 1 more",
    ],
  ] as const)("shows what a record of %s is worth in full", (type, given, line) => {
    expect(shown({ type, records: [aRecord("1", { type, ...given })] })).toContain(line);
  });

  it("calls an entry by its opportunity, and shows an id as its source has it", () => {
    const records = [
      aRecord("5001-7-1792", { type: "lead_progression_a", source: "copper" }),
      aRecord("100%25 %3A", { source: "copper" }),
    ];

    expect(shown({ records: records.slice(0, 1), type: "lead_progression_a" })).toContain(
      "• 14:00 · Copper opportunity 5001",
    );
    expect(shown({ records: records.slice(1) })).toContain("• 14:00 · Copper call 100% :");
  });

  it("says what the source said of a record that is left out", () => {
    const left = aLeftOut("SO-9", "order has an unknown status", {
      source: "fishbowl",
      type: "new_sales_wholesale",
      amount: 5_000,
      detail: "<!here> *Lost*",
    });

    expect(shown({ type: "new_sales_wholesale", records: [left] })).toContain(
      "• Wed 28 Oct · Fishbowl order SO-9 · $50: order has an unknown status (“&lt;!here&gt; ∗Lost∗”)",
    );
  });

  it.each(["javascript:alert(1)", "https://x.example/|evil>", "https://x.example/ a"])(
    "makes no link of %j",
    (link) => {
      expect(shown({ records: [aRecord("1", { link })] })).toContain("• 14:00 · JustCall call 1");
    },
  );

  it("sums by month where there are more than 31 days", () => {
    const cells = Array.from({ length: 40 }, (_, index) => {
      return { day: addDays(day("2026-09-20"), index), source: "justcall", value: 1, now: 1, records: 1 } as const;
    });

    expect(shown({ figure: { value: 40, now: 40, cells } }).slice(1, 5)).toEqual([
      "*40* = JustCall 40",
      "*By month*",
      "• Sep 2026: JustCall 11",
      "• Oct 2026: JustCall 29",
    ]);
  });

  it("sums one day in one line", () => {
    const cells = [{ day: day("2026-10-28"), source: "justcall", value: 3, now: 3, records: 3 }] as const;

    expect(shown({ figure: { value: 3, now: 3, cells } }).slice(1, 3)).toEqual(["*3* = JustCall 3", "*Records*"]);
  });

  it("has no sum without a record, and says that none counts", () => {
    const none = { figure: { value: 0, now: 0, cells: [] }, counting: 0, reasons: [], records: [], leftOutPage: null };

    expect(shown(none).slice(0, 3)).toEqual([
      "# Calls, Mon 26 Oct – Sun 1 Nov: 0",
      "*Records*",
      "No record counts, none is left out.",
    ]);
  });

  it.each([
    [0, ["why_next", "why_left_out"]],
    [1, ["why_previous", "why_next", "why_left_out"]],
    [3, ["why_previous", "why_next"]],
    [4, ["why_previous"]],
  ])("leads from page %d of five to %j, and sums on the first only", (page, ways) => {
    const all = shown({ page, pages: 5, leftOutPage: 3 });

    expect(all.slice(-ways.length)).toEqual(ways.map((way) => `[${way}]`));
    expect(all.filter((line) => line.startsWith("[why_"))).toHaveLength(ways.length);
    expect(all.includes("*By day*")).toBe(page === 0);
    expect(all).toContain(`*Records*, page ${page + 1} of 5`);
  });

  const hostile = "<!channel> *x* & ‮`evil` ".repeat(20);
  const everyDay = Array.from({ length: 31 }, (_, index) =>
    (["copper", "justcall", "fishbowl"] as const).map((source) => ({
      day: addDays(day("2025-12-15"), index),
      source,
      value: 123_456_789.12,
      now: 123_456_789.11,
      records: 999_999,
    })),
  ).flat();

  it.each(METRICS.map(({ type }) => type))("stays within Slack's limits with hostile and huge %s", (type) => {
    const given = {
      type,
      owner: hostile,
      amount: 999_999_999,
      link: `https://x.example/${"y".repeat(500)}`,
      to: [hostile, hostile],
    };
    const why = aWhy({
      type,
      userId: null,
      name: hostile,
      range: { from: day("2025-12-15"), to: day("2026-01-14") },
      figure: { value: 11_481_481_388.16, now: 11_481_481_387.23, cells: everyDay },
      reasons: Array.from({ length: 40 }, (_, index) => ({ why: `${index} ${hostile}`, records: 999_999 })),
      records: Array.from({ length: 30 }, (_, index) =>
        aLeftOut(`${index}${hostile}`, hostile, { ...given, detail: hostile }),
      ),
      pages: 99_999,
      page: 0,
      leftOutPage: 99_998,
    });

    const others = { ...why, userId: "U0BEN", name: "😀".repeat(80) };
    for (const message of [whyMessage(why, reading), whyMessage(others, reading)]) {
      expect(fits(message)).toBe(true);
      expect([message.text, ...lines(message.blocks).slice(1)].join("\n")).not.toContain("<!channel>");
    }
  });
});

describe("whyModal", () => {
  it("holds the same blocks as the message", () => {
    expect(whyModal(aWhy(), reading)).toMatchObject({ type: "modal", blocks: whyMessage(aWhy(), reading).blocks });
  });

  it("says one thing while there is nothing to show", () => {
    expect(plainWhyModal("Sorry.")).toMatchObject({ type: "modal", blocks: [{ text: { text: "Sorry." } }] });
  });
});
