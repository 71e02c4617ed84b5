import { viewFaults } from "../../../src/demo/slack/rules/views";
import type { NameSum } from "../../../src/metrics/fact-summary-store";
import type { SlackDeps } from "../../../src/slack/deps";
import { accountTypesModal } from "../../../src/slack/sync/waiting/account-types";
import { type DayRange, day } from "../../../src/time/day";
import { aPerson } from "../../support/builders/people";
import { aReport, aResult } from "../../support/builders/reports";
import { unusedDeps } from "../../support/fakes/unused-deps";
import { glossaryFaults, textsIn } from "../../support/glossary";
import { slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const RANGE = { from: day("2026-09-29"), to: day("2026-10-28") };
const OWN = { from: day("2026-10-01"), to: day("2026-10-10") };
const OCTOBER = { start: "2026-10-01T04:00:00.000Z", end: "2026-10-11T04:00:00.000Z" };
const PING: NameSum = { name: "Ping <House>", records: 8, amount: 5_510_300 };

describe("what sets account types", () => {
  const shown = (untyped: readonly NameSum[], isImported = true) =>
    lines([...accountTypesModal(untyped, { range: RANGE, isImported }).blocks] as Parameters<typeof lines>[0]);

  it("names the customers and what waits for each, and says step by step what to do", () => {
    expect(shown([PING, { name: null, records: 1, amount: 7_550 }])).toEqual([
      "*$55,178.50 waits for an account type*",
      "• Ping &lt;House&gt; $55,103, 8 orders",
      "• no customer name $75.50, 1 order",
      "*To credit it*",
      "1. In Fishbowl, set the account type of each of these customers to Wholesale or Distribution.",
      "2. Get a new file, a sales-order export or a per-line report, with the account type as a column.",
      "3. Drop the file into Messages. The preview shows who is credited before you apply it.",
      "Orders of the last 30 days, Sep 29 – Oct 28. Until then they're in no one's numbers.",
    ]);
    expect(
      [true, false].flatMap((isImported) =>
        textsIn(accountTypesModal([PING], { range: RANGE, isImported })).flatMap(glossaryFaults),
      ),
    ).toEqual([]);
    expect(shown([PING], false)).toContain("2. Sync again, or wait for the next sync: it credits them.");
  });

  it("says that nothing waits anymore, and fits with hundreds of hostile names", () => {
    const hostile = Array.from({ length: 500 }, () => ({ ...PING, name: "<!channel> & ".repeat(40) }));

    expect(shown([])).toEqual(["✅ Nothing waits for an account type anymore."]);
    expect(viewFaults(accountTypesModal(hostile, { range: RANGE, isImported: true }), "modal")).toEqual([]);
    expect(shown(hostile)).toContain("and 488 more customers");
  });
});

describe("an admin's report", () => {
  const asked: DayRange[] = [];
  let fails = false;
  const facts: SlackDeps["facts"] = {
    ...unusedDeps().facts,
    leftOutNames: async (source, range) => {
      if (source === "fishbowl") asked.push(range);
      if (fails) throw new Error("no primary");
      return [PING];
    },
  };
  const max = aPerson("U0MAX", { name: "Max", role: "admin" });
  const people = { ...unusedDeps().people, one: async () => max, all: async () => [max] };
  const reported = async (fishbowl: Parameters<typeof aResult>[0] = {}) => {
    const harness = await slackHarness({ deps: { facts, people } });
    try {
      await harness.command("U0MAX", "/sync", "");
      (await eventually(() => harness.sync.runs[0])).end({
        ...aReport({ fishbowl: aResult(fishbowl) }),
        dateRange: OCTOBER,
      });
      await eventually(() => harness.dm("U0MAX")[0]?.text.includes("Synced"));
      await harness.app.idle();
      const blocks = JSON.parse(JSON.stringify(harness.dm("U0MAX")[0]?.blocks ?? []));
      return { said: lines(blocks), warned: harness.log.at("warn", "error").map(({ message }) => message) };
    } finally {
      await harness.close();
    }
  };
  beforeEach(() => {
    asked.length = 0;
    fails = false;
  });

  it("names what waits for an account type of the days that were synced, where orders were read", async () => {
    const { said } = await reported();

    expect(said).toContain("⚠️ *$55,103* from 1 customer with no account type: Ping &lt;House&gt; $55,103");
    // Home asks as well, of the last thirty days.
    const own = () => asked.filter((range) => range.from === OWN.from);
    expect(own()).toEqual([OWN]);
    await reported({ success: false });
    expect(own()).toHaveLength(1);
  });

  it("comes all the same where that cannot be told, with a line in the log", async () => {
    fails = true;

    const { said, warned } = await reported();

    expect(said[0]).toMatch(/Synced/);
    expect(said.join("\n")).not.toContain("account type");
    expect(warned).toContain("A report does not say what waits for an account type");
  });
});
