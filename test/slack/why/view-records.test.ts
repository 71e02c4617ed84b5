import { day } from "../../../src/time/day";
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
      '• Wed, Oct 28, 2:00 PM, JustCall call 9, "zoe@acme.com": call by an unmatched JustCall agent',
    );
  });

  it.each([
    ["talk_time_minutes", { amount: 245 }, "• 2:00 PM, JustCall call 1, 4m 5s"],
    ["talk_time_minutes", { amount: 45 }, "• 2:00 PM, JustCall call 1, 45s"],
    ["new_sales_wholesale", { source: "fishbowl", amount: 912_050 }, "• Order 1, $9,120.50"],
    ["new_sales_wholesale", { source: "fishbowl", amount: -100 }, "• Order 1, −$1"],
    [
      "email_quantity",
      { source: "copper", to: ["c@shop.example", "d@shop.example"] },
      "• 2:00 PM, Copper email 1, to c@shop.example and 1 more",
    ],
  ] as const)("shows what a record of %s is worth in full", (type, given, line) => {
    expect(shown({ type, records: [aRecord("1", { type, ...given })] })).toContain(line);
  });

  it.each([
    [{}, { name: "Cara Bell" }, 250, "• 2:00 PM, *Cara Bell*, 4m 10s"],
    [{}, {}, 250, "• 2:00 PM, JustCall call 1, 4m 10s"],
    [{}, { name: "number ending 4417" }, undefined, "• 2:00 PM, *number ending 4417*, no talk time"],
    [{}, { source: "copper", name: "Bo" }, undefined, "• 2:00 PM, *Bo*, Copper"],
    [
      { type: "email_quantity" },
      { source: "copper", name: "Bo", to: ["#a", "#b", "#c"] },
      undefined,
      "• 2:00 PM, to *Bo* and 2 more, Copper",
    ],
    [
      { type: "new_sales_wholesale" },
      { source: "fishbowl", amount: 912_050, name: "Blue Door" },
      undefined,
      "• Order 1, *Blue Door*, $9,120.50",
    ],
    [
      { type: "lead_progression_a" },
      { source: "copper", name: "<!channel> *25* Chairs" },
      undefined,
      "• 2:00 PM, *&lt;!channel&gt; ∗25∗ Chairs*, Copper",
    ],
  ] as const)(
    "shows whom or what a record is known by first, and what finds it last: %#",
    (of, given, talkSeconds, line) => {
      const record = aRecord("1", { ...of, ...given });
      const records = [{ ...record, ...(talkSeconds !== undefined && { talkSeconds }) }];

      expect(shown({ ...of, records })).toContain(line);
    },
  );

  it("heads a day with the sum that its lines add up to, and says how many of its records are elsewhere", () => {
    const cell = { day: day("2026-10-28"), source: "justcall" } as const;
    const cells = [{ ...cell, value: 12.5, now: 12.5, records: 3 }];
    const records = [1, 2].map((id) => aRecord(String(id), { type: "talk_time_minutes", amount: 250 * id }));
    const talk = { type: "talk_time_minutes", figure: { value: 12.5, now: 12.5, cells }, records } as const;

    expect(shown(talk)).toContain("*Wed, Oct 28*: 12m 30s (2 of 3 records on this page)");
    const copper = { ...cell, source: "copper", value: 1, now: 1, records: 1 } as const;
    const both = { ...talk, figure: { value: 13.5, now: 13.5, cells: [copper, ...cells] } } as const;
    expect(shown(both).find((line) => line.startsWith("*Wed, Oct 28*"))).toBe(
      "*Wed, Oct 28*: 13m 30s = Copper 1m + JustCall 12m 30s (2 of 4 records on this page)",
    );
    const all = { ...talk, figure: { ...talk.figure, cells: cells.map((one) => ({ ...one, records: 2 })) } };
    expect(shown(all)).toContain("*Wed, Oct 28*: 12m 30s");
  });

  it("says nothing of a source that all records of a day are of, and links the name of one where it can", () => {
    const cells = [{ day: day("2026-10-28"), source: "justcall", value: 1, now: 1, records: 1 }] as const;
    const records = [
      { ...aRecord("1", { name: "Cara Bell" }), talkSeconds: 250 },
      aRecord("2", { source: "copper", name: "Bo", link: "https://app.copper.com/x" }),
      aRecord("3", { source: "copper", link: "https://app.copper.com/x" }),
      aLeftOut("4", "call is still in progress", { name: "Lee" }),
    ];

    expect(shown({ figure: { value: 1, now: 1, cells }, records }).filter((line) => line.startsWith("• "))).toEqual([
      "• 2:00 PM, *Cara Bell*, 4m 10s",
      "• 2:00 PM, *Bo*, <https://app.copper.com/x|Copper>",
      "• 2:00 PM, <https://app.copper.com/x|Copper call>",
      "• Wed, Oct 28, 2:00 PM, *Lee*, JustCall: call in progress",
    ]);
    const both = [...cells, { ...cells[0], source: "copper" }] as const;
    expect(shown({ figure: { value: 2, now: 2, cells: both }, records })).toContain(
      "• 2:00 PM, *Cara Bell*, 4m 10s, JustCall",
    );
  });

  it("calls an entry by its opportunity, and shows an id as its source has it", () => {
    const records = [
      aRecord("5001-7-1792", { type: "lead_progression_a", source: "copper" }),
      aRecord("100%25 %3A", { source: "copper" }),
    ];

    expect(shown({ records: records.slice(0, 1), type: "lead_progression_a" })).toContain(
      "• 2:00 PM, Copper opportunity 5001",
    );
    expect(shown({ records: records.slice(1) })).toContain("• 2:00 PM, Copper call 100% :");
  });

  it("says what the source said of a record that is left out", () => {
    const left = aLeftOut("SO-9", "order has an unknown status", {
      source: "fishbowl",
      type: "new_sales_wholesale",
      amount: 5_000,
      detail: "<!here> *Lost*",
    });

    expect(shown({ type: "new_sales_wholesale", records: [left] })).toContain(
      "• SO-9, Wed, Oct 28, $50: order with an unknown status (“&lt;!here&gt; ∗Lost∗”)",
    );
  });

  it("says how many of what doesn't count are on the page, where not all are", () => {
    const records = ["1", "2"].map((id) => aLeftOut(id, "no agent"));

    expect(shown({ records, reasons: [{ why: "no agent", records: 5 }] })).toContain(
      "*Not counted* (2 of 5 on this page)",
    );
    expect(shown({ records, reasons: [{ why: "no agent", records: 2 }] })).toContain("*Not counted*");
  });

  it.each(["javascript:alert(1)", "https://x.example/|evil>", "https://x.example/ a"])(
    "makes no link of %j",
    (link) => {
      expect(shown({ records: [aRecord("1", { link })] })).toContain("• 2:00 PM, JustCall call 1, no talk time");
    },
  );
});
