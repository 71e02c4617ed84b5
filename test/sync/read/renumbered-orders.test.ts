import { testDatabase } from "../../support/env/database";
import { CHANGED, cell, fishbowlPullHarness, NEXT_NIGHT, OLD } from "../../support/harness/fishbowl-pull";
import { cellsOf } from "../../support/harness/sync";

describe("an order that is pulled and gets another number in Fishbowl", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof fishbowlPullHarness>>;
  beforeEach(async () => {
    harness = await fishbowlPullHarness(test.db);
  });
  afterEach(() => harness.server.close());

  it("counts once, under its new number", async () => {
    harness.server.account.orders.change(1, { num: "SO-1A", ...CHANGED });

    await harness.night(NEXT_NIGHT);

    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD)]: 20 });
  });

  it.each([
    ["another order takes its old number", ["SO-2", "SO-1"]],
    ["it takes that of an order that gets another one, too", ["SO-2", "SO-9"]],
  ])("counts once when %s", async (_, [first = "", second = ""]) => {
    harness.server.account.orders.change(1, { num: first, ...CHANGED });
    harness.server.account.orders.change(2, { num: second, ...CHANGED });

    await harness.night(NEXT_NIGHT);

    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD)]: 20 });
  });
});
