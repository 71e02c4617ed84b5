import { adminImports } from "../../../../src/slack/home/views/admin-imports";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { location, many, READING } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

const customer = (name: string | null, amount: number) => ({ name, amount, records: 1 });
const UNTYPED = [customer("Ping <House>", 3_281_704), customer("B", 200), customer(null, 100), customer("D", 50)];
const FILLED: Freshness = { source: "fishbowl", asOf: READING.now, state: "fresh", imported: true };
const imports = (fishbowl: Freshness, untyped: Parameters<typeof adminImports>[0]["untyped"] = UNTYPED) =>
  lines(adminImports({ location, freshness: [fishbowl], untyped, ...READING }).blocks);

describe("customers without an account type", () => {
  it("are listed beside how orders are imported, with where the type is set: in a file, or in Fishbowl alone", () => {
    const page = imports(FILLED);

    expect(page.slice(page.indexOf("# Waiting for an account type"))).toEqual([
      "# Waiting for an account type",
      "• Ping &lt;House&gt; $32,817.04, 1 order",
      "• B $2, 1 order",
      "• no customer name $1, 1 order",
      "• D $0.50, 1 order",
      "*To credit them*",
      "1. In Fishbowl, set the account type of each of these customers to Wholesale or Distribution.",
      "2. Get a new file, a sales-order export or a per-line report, with the account type as a column.",
      "3. Drop the file into Messages. The preview shows who is credited before you apply it.",
      "Orders of the last 30 days. Until then they're in no one's numbers.",
    ]);
    expect(imports({ ...FILLED, imported: undefined }).join("\n")).toMatch(
      /into the group .*\n2\. .* next sync: it credits them/,
    );
    expect(
      imports(
        FILLED,
        many(14, () => customer("A", 100)),
      ),
    ).toContain("and 2 more customers");
    expect(imports(FILLED, []).join("\n")).not.toContain("Waiting for");
  });
});
