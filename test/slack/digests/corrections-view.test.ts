import type { Digest } from "../../../src/digests/content/digest";
import { correctionsLine, fallenFirst, fallenLine } from "../../../src/slack/digests/corrections-view";
import { digestMessage } from "../../../src/slack/digests/digest-view";
import { day, zoneDays } from "../../../src/time/day";
import { aDigest } from "../../support/builders/digests";
import { CALLS, SALES } from "../../support/builders/overviews";
import { lines } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-29T12:00:00Z") };

describe("what a digest says of figures that are others now", () => {
  const tuesday = { from: day("2026-10-27"), to: day("2026-10-27"), reported: 41, now: 39 };
  const calls = { type: "phone_call_quantity", title: "Calls", unit: "count", ...tuesday } as const;
  const month = { from: day("2026-10-01"), to: day("2026-10-27"), reported: 14_301.45, now: 3_175.85, isMonth: true };
  const fell = { type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars", ...month } as const;
  const digest = { day: day("2026-10-29"), corrections: [fell, calls], goals: [] };

  it.each([
    [
      "to the figure of its goal, with what came since",
      8_025.85,
      ["fell", "$8,025", "−$11,126 in Oct 1–27, +$4,850 since"],
    ],
    [
      "though more came since than it lost",
      23_175.85,
      ["corrected", "$23,175", "−$11,126 in Oct 1–27, +$20,000 since"],
    ],
    ["where nothing came since", 3_175.85, ["fell", "$3,175", "−$11,126 in Oct 1–27"]],
  ])("is of a month's money that it fell, %s", (_, current, [became, to, steps]) => {
    expect(
      lines(
        fallenLine({ ...digest, goals: [{ ...SALES, type: fell.type, period: "monthly", from: fell.from, current }] }),
      ),
    ).toEqual([
      `↩️ *Wholesale sales ${became}* since your last digest: $14,301 → ${to}`,
      `${steps}. *Why?* below lists the orders`,
    ]);
  });

  it("says of days that were corrected what was told of them, apart from a month", () => {
    expect(lines(correctionsLine(digest))).toEqual([
      expect.stringMatching(/^↩️ \*Corrected since\*: Calls for Tue, Oct 27: 39, you were told 41\. /),
    ]);
    expect([
      fallenLine({ ...digest, corrections: [calls] }),
      correctionsLine({ ...digest, corrections: [fell] }),
    ]).toEqual([[], []]);
  });

  it("has its Why? open with the month that fell, before what is more behind", () => {
    const behind = { type: "email_quantity", period: "monthly" } as const;
    const [wholesale, weekly] = [
      { type: fell.type, period: "monthly" },
      { type: fell.type, period: "weekly" },
    ] as const;

    expect(fallenFirst([behind, weekly, wholesale], digest)).toEqual([wholesale, behind, weekly]);
    expect(fallenFirst([behind, weekly, wholesale], { corrections: [calls] })).toEqual([behind, weekly, wholesale]);
    expect(fallenFirst([behind, wholesale], digest, "digest:U0ANA:2026-10-29")).toEqual([
      { ...wholesale, fellIn: "digest:U0ANA:2026-10-29" },
      behind,
    ]);
  });

  it("comes below what today asks, before what others changed and what was praised", () => {
    const range = { from: day("2026-10-01"), to: day("2026-10-31") };
    const goal = { ...SALES, ...range, period: "monthly", current: 8_000 } as const;
    const emails = { ...range, type: "email_quantity", title: "Emails", unit: "count", period: "monthly" } as const;
    const praise = [{ ...emails, from: day("2026-09-01"), to: day("2026-09-30"), value: 60, target: 60 }];
    const by = { goalId: "g9", type: "phone_call_quantity", period: "weekly", from: 30, to: 35 } as const;
    const goalChanges = [{ ...by, since: day("2026-11-02"), _id: "c1", by: "Maya", kind: "set" } as const];
    const { blocks } = digestMessage({
      ...{ digest: aDigest({ goals: [goal], corrections: [fell], praise }), goalChanges, freshness: [] },
      ...reading,
    });
    const order = lines(blocks).flatMap(
      (line) => /^(\*Today|\S* ?\*Wholesale sales\*|↩️|📝|🏆|\*Yesterday)/u.exec(line)?.[0] ?? [],
    );

    expect(order).toEqual(["*Today", expect.stringMatching(/Wholesale/), "↩️", "📝", "🏆", "*Yesterday"]);
  });

  it("asks why of money that fell first, though another goal is behind", () => {
    const range = { from: day("2026-10-01"), to: day("2026-10-27") };
    const goal = { ...SALES, period: "monthly", from: range.from, to: day("2026-10-31") } as const;
    const fell = { ...range, type: SALES.type, title: SALES.title, unit: SALES.unit, reported: 9_200, now: 9_000 };
    const asked = (corrections: Digest["corrections"]) => {
      const all = JSON.stringify(
        digestMessage({ digest: aDigest({ goals: [CALLS, goal], corrections }), freshness: [], ...reading }).blocks,
      );
      return /new_sales_wholesale|phone_call_quantity/.exec(all)?.[0];
    };

    expect([asked([]), asked([{ ...fell, isMonth: true }])]).toEqual([CALLS.type, SALES.type]);
  });
});
