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

    const latest = [
      aDelivery("C01"),
      aDelivery("U01", { late: true }),
      aDelivery("U02", failed),
      aDelivery("U01", { day: day("2026-10-28") }),
    ];

    const message = deliveriesMessage({ latest, undelivered: [aDelivery("U02", failed)] }, reading);

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

  it("lists all that did not arrive of the last days, behind however many came later, before what waits", () => {
    const latest = [
      ...Array.from({ length: 20 }, (_, at) => aDelivery(`U1${at}`, { state: "due", ts: null })),
      aDelivery("U01"),
    ];
    const failed = {
      state: "failed",
      ts: null,
      sentAt: null,
      reason: "user_disabled",
      day: day("2026-10-27"),
    } as const;
    const undelivered = Array.from({ length: 40 }, (_, at) => aDelivery(`U9${at}`, failed));

    const shown = lines(deliveriesMessage({ latest, undelivered }, reading).blocks);

    expect(shown.slice(1, 3)).toEqual([
      "• *Thu, Oct 29*: 20 waiting, 1 arrived",
      "• <@U90>, Tue, Oct 27: failed: user_disabled",
    ]);
    expect(shown.filter((line) => line.includes("failed: user_disabled"))).toHaveLength(40);
    expect(shown.at(-1)).toBe("and 21 more");
  });

  it("counts no day of which the latest hold a part alone", () => {
    const of = (from: string, count: number) =>
      Array.from({ length: count }, (_, at) => aDelivery(`U${at}`, { day: day(from) }));
    const counted = (latest: readonly Delivery[]) =>
      lines(deliveriesMessage({ latest, undelivered: [] }, reading).blocks).filter((line) => line.startsWith("• *"));

    expect(counted([...of("2026-10-29", 1_000), ...of("2026-10-28", 200)])).toEqual(["• *Thu, Oct 29*: 1,000 arrived"]);
    expect(counted([...of("2026-10-29", 1_000), ...of("2026-10-28", 199)])).toHaveLength(2);
  });

  it("stays within Slack's limits with a thousand rows and hostile reasons", () => {
    const rows = Array.from({ length: 1_000 }, (_, index) =>
      aDelivery(`U${index}`, { state: "failed", reason: HOSTILE_NAMES[index % HOSTILE_NAMES.length] ?? "" }),
    );

    const message = deliveriesMessage({ latest: rows, undelivered: [] }, reading);

    expect(fits(message)).toBe(true);
    expect(JSON.stringify(message).replaceAll("<!date^", "")).not.toContain("<!");
    expect(lines(message.blocks).at(-1)).toBe("and 985 more");
  });

  it("says so when there is nothing yet", () => {
    expect(deliveriesMessage({ latest: [], undelivered: [] }, reading).text).toBe("No deliveries yet.");
  });
});
