import { fishbowlExport } from "../../../src/demo/sample/fishbowl-export";
import { day } from "../../../src/time/day";
import { ALEX, type ImportsHarness, importsHarness } from "../../support/harness/imports";
import { lines } from "../../support/harness/slack-blocks";

const EXPORT = fishbowlExport(day("2026-10-28")).text;

describe("what waits in the workspace", () => {
  let harness: ImportsHarness;
  beforeAll(async () => {
    harness = await importsHarness();
  });
  afterAll(() => harness.close());

  /** What an admin's Home says of Fishbowl's: each sum by what it waits for, and the row of whom nobody is matched with. */
  const home = async () => {
    await harness.slack.openHome(ALEX);
    await harness.demo.idle();
    const said = lines(JSON.parse(JSON.stringify(harness.slack.home(ALEX)?.blocks ?? [])));
    return {
      untyped: said.find((line) => line.includes("with no account type"))?.match(/\$[\d,.]+(?=\*)/)?.[0],
      unmatched: said.find((line) => line.includes("Fishbowl sales rep")),
    };
  };

  it("is the same after an import as in Home, and the file's change what Home's differ by", async () => {
    const before = await home();
    const preview = await harness.drop(EXPORT);
    const applied = await harness.apply();
    const after = await home();

    expect(before.untyped).toBe("$55,178.50");
    expect(preview).toContain("⚠️ *+$640* waits for an account type: Corner Cellar (new: SO-1103)");
    expect(applied.find((line) => line.includes("account type"))).toContain(`*${after.untyped}* waits`);
    expect(cents(after.untyped) - cents(before.untyped)).toBe(64_000);
    expect(after.unmatched).toBe(before.unmatched);
    expect(applied).toContain(after.unmatched);
  });
});

function cents(sum = ""): number {
  return Math.round(Number(sum.replace(/[$,]/g, "")) * 100);
}
