import { readFreshness, sourceStateStore } from "../../../src/sync/state/source-state-store";
import { testDatabase } from "../../support/env/database";

describe("how old the sources' figures are", () => {
  const test = testDatabase();

  it("tells those that are off, and those that no sync makes younger", async () => {
    const sources = [
      { id: "copper", off: "Copper is off" },
      { id: "justcall" },
      { id: "fishbowl", imported: true },
    ] as const;

    expect(await readFreshness(sources, sourceStateStore(test.db))).toEqual([
      { source: "copper", asOf: null, state: "off" },
      { source: "justcall", asOf: null, state: "never" },
      { source: "fishbowl", asOf: null, state: "never", imported: true },
    ]);
  });
});
