import { plainWhyModal, whyMessage, whyModal } from "../../../src/slack/why/view";
import { addDays, day } from "../../../src/time/day";
import { aWhy } from "../../support/builders/whys";
import { lines } from "../../support/harness/slack-blocks";
import { READING, shown } from "../../support/harness/why";

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
    expect(whyMessage(aWhy(), READING).text).toBe(
      "Calls, Mon 26 Oct – Sun 1 Nov: 2. 2 records count, 1 is left out: duplicate of a JustCall call (1).",
    );
  });

  it("names whose figure it is to somebody else", () => {
    const message = whyMessage(aWhy({ name: "Ana <!channel> *x*" }), { ...READING, reader: "U0MAX" });

    expect(lines(message.blocks)[0]).toBe("# Ana <!channel> *x* · Calls, Mon 26 Oct – Sun 1 Nov: 2");
    expect(message.text).toContain("Ana &lt;!channel&gt; *x* · Calls");
    expect(lines(message.blocks).at(-1)).toMatch(/^A record is theirs/);
  });

  it("says so when the records have changed since the figure was made", () => {
    const cells = [{ day: day("2026-10-28"), source: "justcall", value: 2, now: 3, records: 3 }] as const;

    expect(shown({ figure: { value: 2, now: 3, cells } })[1]).toBe(
      ":warning: The records below come to 3 now, and the figure is still 2: a sync is under way, or records of 1 day changed since it was made. The next sync over these days brings the two together.",
    );
  });

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
});

describe("whyModal", () => {
  it("holds the same blocks as the message", () => {
    expect(whyModal(aWhy(), READING)).toMatchObject({ type: "modal", blocks: whyMessage(aWhy(), READING).blocks });
  });

  it("says one thing while there is nothing to show", () => {
    expect(plainWhyModal("Sorry.")).toMatchObject({ type: "modal", blocks: [{ text: { text: "Sorry." } }] });
  });
});
