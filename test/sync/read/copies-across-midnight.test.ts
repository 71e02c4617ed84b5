import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { at, email } from "../../support/builders/records/copper";
import { testDatabase } from "../../support/env/database";
import { cellsOf } from "../../support/harness/sync";
import { vendorHarness } from "../../support/harness/vendors";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const DETAILS = {
  id: "<to-two@mail.acme.com>",
  sender: { name: "Ben", email: "ben@acme.com" },
  recipients: [
    { name: "Bo", email: "bo@buyer.com" },
    { name: "Cy", email: "cy@buyer.com" },
  ],
  subject: "Your order",
};

describe("a mail to two people, which Copper lists twice, just before midnight and just after it", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof vendorHarness>>;
  beforeEach(async () => {
    harness = await vendorHarness(test.db);
    // Midnight in Los Angeles.
    const dates = ["2026-10-26T06:59:58Z", "2026-10-26T07:00:01Z"];
    for (const [index, date] of dates.entries())
      harness.copper.account.activities.add(
        email({ id: 4_000_000_001 + index, details: DETAILS, activity_date: at(date) }),
      );
  });
  afterEach(() => harness.close());

  it("stays on the day of its first copy, when the sync after it reads from the second one's day on", async () => {
    expect(SAMPLE_NOW.toISOString()).toContain(TO);
    await harness.sync(FROM, TO);
    const before = await cellsOf(test.db);

    await harness.sync("2026-10-26", TO);

    expect(await cellsOf(test.db)).toEqual(before);
  });
});
