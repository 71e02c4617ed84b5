import { type Delivery, newDelivery } from "../../../src/digests/delivery/delivery";
import { deliveriesMessage } from "../../../src/slack/digests/deliveries-view";
import { fits } from "../../../src/slack/ui/blocks";
import { day, zoneDays } from "../../../src/time/day";
import { HOSTILE_NAMES, lines } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-29T18:00:00Z") };

const aDelivery = (to: string, fields: Partial<Delivery> = {}): Delivery => ({
  ...newDelivery({
    ...{ kind: to.startsWith("C") ? "board" : "digest", to, day: day("2026-10-29") },
    ...{ dueAt: new Date("2026-10-29T12:00:00Z"), cutOffAt: new Date("2026-10-29T16:00:00Z") },
  }),
  // Noted by a clock that is hours ahead: what is shown is Slack's time.
  ...{ state: "sent", ts: "1793275203.000100", sentAt: new Date("2026-10-29T15:00:03Z") },
  ...fields,
});

describe("what an admin sees of deliveries", () => {
  it("is counted by day, with what did not arrive first and why", () => {
    const failed = { state: "failed", ts: null, sentAt: null, reason: "user_disabled" } as const;

    const message = deliveriesMessage(
      [
        aDelivery("C01"),
        aDelivery("U01", { late: true }),
        aDelivery("U02", failed),
        aDelivery("U01", { day: day("2026-10-28") }),
      ],
      reading,
    );

    expect(lines(message.blocks)).toEqual([
      "# Digests and boards",
      "• *Thu, Oct 29*: 2 arrived, 1 failed",
      "• *Wed, Oct 28*: 1 arrived",
      "• <@U02>, Thu, Oct 29: failed: user_disabled",
      "• the board in <#C01>, Thu, Oct 29: arrived 8:00 AM EDT",
      "• <@U01>, Thu, Oct 29: arrived 8:00 AM EDT, late",
      "• <@U01>, Wed, Oct 28: arrived 8:00 AM EDT",
    ]);
  });

  it("stays within Slack's limits with a thousand rows and hostile reasons", () => {
    const rows = Array.from({ length: 1_000 }, (_, index) =>
      aDelivery(`U${index}`, { state: "failed", reason: HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? "" }),
    );

    const message = deliveriesMessage(rows, reading);

    expect(fits(message)).toBe(true);
    expect(JSON.stringify(message).replaceAll("<!date^", "")).not.toContain("<!");
    expect(lines(message.blocks).at(-1)).toBe("and 985 more");
  });

  it("says so when there is nothing yet", () => {
    expect(deliveriesMessage([], reading).text).toBe("No deliveries yet.");
  });
});
