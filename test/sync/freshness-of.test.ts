import { freshnessOf } from "../../src/sync/freshness-of";
import { sourceStates } from "../../src/sync/source-states";
import { testDatabase } from "../support/database";

describe("how old the sources' figures are", () => {
  const test = testDatabase();

  it("tells those that are off, and those that no sync makes younger", async () => {
    const sources = [
      { id: "copper", off: "Copper is off" },
      { id: "justcall" },
      { id: "fishbowl", imported: true },
    ] as const;

    expect(await freshnessOf(sources, sourceStates(test.db))).toEqual([
      { source: "copper", asOf: null, state: "off" },
      { source: "justcall", asOf: null, state: "never" },
      { source: "fishbowl", asOf: null, state: "never", imported: true },
    ]);
  });
});
