import { aLeftOut, aRecord } from "../../support/builders/whys";
import { shown } from "../../support/harness/why";

describe("whyMessage", () => {
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

    expect(title).toBe("# Uncredited calls, Mon, Oct 26 – Sun, Nov 1: 1 record");
    expect(rest).toContain(
      '• Wed, Oct 28, 2:00 PM · JustCall call 9 · "zoe@acme.com": call by an unmatched JustCall agent',
    );
  });

  it.each([
    ["talk_time_minutes", { amount: 245 }, "• 2:00 PM · JustCall call 1 · 4m 5s"],
    ["talk_time_minutes", { amount: 45 }, "• 2:00 PM · JustCall call 1 · 45s"],
    ["new_sales_wholesale", { source: "fishbowl", amount: 912_050 }, "• Fishbowl order 1 · $9,120.50"],
    ["new_sales_wholesale", { source: "fishbowl", amount: -100 }, "• Fishbowl order 1 · -$1"],
    [
      "email_quantity",
      { source: "copper", to: ["c@shop.example", "d@shop.example"] },
      "• 2:00 PM · Copper email 1 · to c@shop.example and 1 more",
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
      "• 2:00 PM · Copper opportunity 5001",
    );
    expect(shown({ records: records.slice(1) })).toContain("• 2:00 PM · Copper call 100% :");
  });

  it("says what the source said of a record that is left out", () => {
    const left = aLeftOut("SO-9", "order has an unknown status", {
      source: "fishbowl",
      type: "new_sales_wholesale",
      amount: 5_000,
      detail: "<!here> *Lost*",
    });

    expect(shown({ type: "new_sales_wholesale", records: [left] })).toContain(
      "• Wed, Oct 28 · Fishbowl order SO-9 · $50: order with an unknown status (“&lt;!here&gt; ∗Lost∗”)",
    );
  });

  it.each(["javascript:alert(1)", "https://x.example/|evil>", "https://x.example/ a"])(
    "makes no link of %j",
    (link) => {
      expect(shown({ records: [aRecord("1", { link })] })).toContain("• 2:00 PM · JustCall call 1");
    },
  );
});
