import fc from "fast-check";
import { startFakeSlack } from "../../src/demo/slack/fake-slack";
import { factId, safeId } from "../../src/metrics/fact";
import { METRICS, metricOf } from "../../src/metrics/metrics";
import { cellId } from "../../src/metrics/rollup";
import { SOURCE_IDS } from "../../src/metrics/sources";
import { slackClient } from "../../src/slack/platform/clients";
import { readMembers } from "../../src/slack/platform/members";
import { orderSales } from "../../src/sources/fishbowl/mapping";
import { salesOrder } from "../../src/sources/fishbowl/schema";
import { day, zoneDays } from "../../src/time/day";
import { aMember, byEmail } from "../support/builders/people";
import { memoryLog } from "../support/fakes/memory-log";

const type = fc.constantFrom(...METRICS.map((metric) => metric.type));
const source = fc.constantFrom(...SOURCE_IDS);
const on = fc.constantFrom(day("2026-10-01"), day("2026-10-02"));
/** What looks like a part of a key, and anything else. */
const awkward = fc.oneof(
  fc.constantFrom(
    "U1",
    "U1_email_quantity",
    "U1_email_quantity_2026-10-01_copper",
    "Ｕ1",
    "U\u0399",
    "",
    "a:b",
    "a%3Ab",
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

describe("case 49: keys", () => {
  it("of two different cells are never the same, whatever the user's id is", () => {
    const cell = fc.record({ userId: awkward, type, day: on, source });

    fc.assert(
      fc.property(cell, cell, (one, other) => {
        expect(cellId(one) === cellId(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
      { numRuns: 2_000 },
    );
  });

  it("of two different facts are never the same, whatever a record's id is", () => {
    const fact = fc.record({ source, recordId: awkward, type });
    const key = (one: Parameters<typeof factId>[0]) => factId({ ...one, recordId: safeId(one.recordId) });

    fc.assert(
      fc.property(fact, fact, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(key(one) === key(other)).toBe(same);
      }),
      { numRuns: 2_000 },
    );
  });

  it("of two orders of different numbers are never the same, as the source makes them", () => {
    const number = fc.oneof(fc.constantFrom("A:1", "A%3A1", "A%253A1", "A_1", "Ａ1", "A".repeat(300)), awkward);
    const numbers = number.filter((text) => text.trim() !== "");
    const key = (soNumber: string) => {
      const order = salesOrder.parse({ soNumber, dateIssued: "2026-10-01", total: 1 });
      const fact = orderSales(order, { accountType: "Wholesale", days: zoneDays("UTC") });
      return fact === null ? null : factId(fact);
    };

    fc.assert(
      fc.property(numbers, numbers, (one, other) => {
        expect(key(one) === key(other)).toBe(one.trim() === other.trim());
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    "email_quantity_",
    "_email_quantity",
    "email_quantity_2026-10-01_copper",
    "\u0435mail_quantity",
    "x".repeat(5_000),
  ])("are made of no metric that is none of ours: %#", (type) => {
    expect(() => metricOf(type)).toThrow(RangeError);
  });

  it("are made of no member whose id is none of Slack's", async () => {
    const odd = ["U1_email_quantity", "Ｕ0ANA", "u0ana", "U", `U${"0".repeat(300)}`, "U0\u0410NA", "U0ANA "];
    const members = [...odd, "U0ANA"].map((id) => aMember(id, byEmail("ana@acme.com")));
    const options = { now: () => new Date(), team: { id: "T0KEYS", name: "Keys" }, rateLimits: false };
    const slack = await startFakeSlack({ ...options, members, signingSecret: "s", botToken: "xoxb-keys" });

    const read = await readMembers(slackClient({ token: "xoxb-keys", apiUrl: slack.url, log: memoryLog() }));
    await slack.close();

    expect(read.filter(({ bot }) => !bot).map(({ id }) => id)).toEqual(["U0ANA"]);
  });
});
