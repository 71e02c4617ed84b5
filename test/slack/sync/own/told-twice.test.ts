import { testDatabase } from "../../../support/env/database";
import { ownMonthHarness, toldOf } from "../../../support/harness/figures/own-month";

describe("a rep whose sync waited for another of theirs, and who opened Home after the other's report", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof ownMonthHarness>>;
  beforeEach(async () => {
    harness = await ownMonthHarness(test.db);
    await harness.month({ phone_call_quantity: 58 });
    harness.itIs("2026-10-28T18:12:00Z");
    await harness.open();
  });
  afterEach(() => harness.close());

  it("is told nothing again that the other's report told", async () => {
    harness.itIs("2026-10-28T18:20:00Z");
    const first = await harness.begin("7d");
    harness.itIs("2026-10-28T18:21:00Z");
    const second = await harness.begin("90d");
    await harness.month({ phone_call_quantity: 61 });
    harness.itIs("2026-10-28T18:22:00Z");
    expect(toldOf(await first())).toEqual(["*New for you this month*: +3 calls"]);
    harness.itIs("2026-10-28T18:23:00Z");
    await harness.open();
    await harness.month({ phone_call_quantity: 62 });
    harness.itIs("2026-10-28T18:24:00Z");

    expect(toldOf(await second())).toEqual(["*New for you this month*: +1 call"]);
  });
});
