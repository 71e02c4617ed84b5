import { adminImports } from "../../../../src/slack/home/views/admin-imports";
import { attentionPart } from "../../../../src/slack/home/views/admin-start/attention-part";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { location, many, READING, tabs } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

const customer = (name: string | null, amount: number) => ({ name, amount, records: 1 });
const UNTYPED = [customer("Ping <House>", 3_281_704), customer("B", 200), customer(null, 100), customer("D", 50)];
const FILLED: Freshness = { source: "fishbowl", asOf: READING.now, state: "fresh", imported: true };
const imports = (fishbowl: Freshness, untyped: Parameters<typeof adminImports>[0]["untyped"] = UNTYPED) =>
  lines(adminImports({ tabs, location, freshness: [fishbowl], untyped, ...READING }).blocks);

describe("customers without an account type", () => {
  it("need attention, of the most three by name, with the way to how it is set", () => {
    const blocks = attentionPart({
      ...{ freshness: [], unmatched: { open: [], mappedSince: [], unknownTo: [] }, untyped: UNTYPED, runs: [] },
      ...{ deliveries: [], health: { kind: "never" }, nameOf: (id) => id, ...READING },
    });

    expect(lines(blocks)[0]).toBe(
      "⚠️ *$32,820.54 of the last 30 days waits for an account type*: Ping &lt;House&gt; $32,817.04, B $2, no customer name $1 and 1 more",
    );
    expect(JSON.stringify(blocks)).toMatch(/How to set it.*"value":"[^}]*imports/);
  });

  it("are listed beside how orders are imported, with where the type is set: in a file, or in Fishbowl alone", () => {
    const page = imports(FILLED);

    expect(page.slice(page.indexOf("# Waiting for an account type"))).toEqual([
      "# Waiting for an account type",
      "• Ping &lt;House&gt; $32,817.04, 1 order",
      "• B $2, 1 order",
      "• no customer name $1, 1 order",
      "• D $0.50, 1 order",
      expect.stringMatching(
        /^\*To credit them\*: in Fishbowl, set each customer's account type .* drop the file into Messages/,
      ),
      "Orders of the last 30 days. Until then they count for no one.",
    ]);
    expect(imports({ ...FILLED, imported: undefined }).join("\n")).toMatch(/into the group .* next sync credits them/);
    expect(
      imports(
        FILLED,
        many(14, () => customer("A", 100)),
      ),
    ).toContain("and 2 more customers");
    expect(imports(FILLED, []).join("\n")).not.toContain("Waiting for");
  });
});
