import type { PlannedMessage } from "../../../src/digests/planned-message";
import { addDays, day, zoneDays } from "../../../src/time/day";
import { localTime, zoneTimes } from "../../../src/time/time-of-day";
import { deliveryHarnesses } from "../../support/harness/digests/deliveries";
import { deliveryPlan, EIGHT, NOON } from "../../support/harness/digests/delivery";

const [MORNING, MIDDAY] = [localTime("08:00"), localTime("12:00")];

/** Plans today's and yesterday's digests in a zone, as far as they are due. */
function plannedDigests(to: string, zone: string, now: Date): PlannedMessage[] {
  const times = zoneTimes(zone);
  const today = zoneDays(zone).dayOf(now);
  return [addDays(today, -1), today]
    .map((of) => ({
      kind: "digest" as const,
      to,
      day: of,
      dueAt: times.at(of, MORNING),
      cutOffAt: times.at(of, MIDDAY),
    }))
    .filter(({ dueAt }) => dueAt <= now);
}

describe("a morning and its clocks", () => {
  const open = deliveryHarnesses();
  const at = (time: string) => new Date(`2026-10-29T${time}:00Z`);

  it("case 18: down from 07:55 to 08:40, it is posted then, and marked late", async () => {
    const harness = await open();
    await harness.moveTo(at("08:41"));

    await harness.minutes(2);

    expect(await harness.row()).toMatchObject({ state: "sent", late: true });
    expect(harness.posts()).toHaveLength(1);
  });

  it("case 18: down until 12:30, it is missed, not posted, and the admins are told once", async () => {
    const harness = await open();
    await harness.moveTo(at("12:30"));

    await harness.minutes(3);

    expect(await harness.row()).toMatchObject({ state: "missed", attempt: 0 });
    expect(harness.posts()).toEqual([]);
    expect(harness.alerts).toMatchObject([{ kind: "undelivered", rows: [{ to: "U0R0000", state: "missed" }] }]);
  });

  it("case 18: at the cut-off itself nothing is posted any more", async () => {
    const harness = await open();
    await harness.moveTo(NOON);

    await harness.tick();

    expect([await harness.states(), harness.posts()]).toEqual([["missed"], []]);
  });

  it.each([
    ["ahead", 2 * 3_600_000],
    ["behind", -2 * 3_600_000],
  ])("case 20: two hours %s, a replica posts nothing early, and nothing twice; the admins are told", async (_, ms) => {
    const harness = await open();
    await harness.moveTo(new Date(EIGHT.getTime() - 3_600_000));
    const jumped = { clock: () => Date.now() + ms, now: () => new Date(harness.now().getTime() + ms) };

    await harness.tick(jumped);
    const early = harness.posts().length;
    await harness.moveTo(EIGHT);
    await Promise.all([harness.tick(jumped), harness.tick()]);
    await harness.minutes(3);

    expect(early).toBe(0);
    expect(harness.posts()).toHaveLength(1);
    expect(harness.alerts).toEqual([{ kind: "clock", seconds: ms / 1_000 }]);
  });

  it.each([
    ["America/New_York", "2026-03-08"],
    ["America/New_York", "2026-11-01"],
    ["Europe/London", "2026-03-29"],
    ["Europe/London", "2026-10-25"],
    ["Australia/Sydney", "2026-10-04"],
    ["Australia/Sydney", "2027-04-04"],
    ["Australia/Lord_Howe", "2026-10-04"],
    ["Africa/Cairo", "2027-04-30"],
    ["America/Santiago", "2026-09-06"],
    ["Asia/Kathmandu", "2026-10-28"],
  ])("case 21: in %s the day of %s has one digest, and so have the days beside it", async (zone, change) => {
    const plan = async (now: Date) => deliveryPlan(plannedDigests("U0R0000", zone, now));
    const harness = await open({ deps: { plan } });
    const first = addDays(day(change), -1);
    await harness.moveTo(zoneDays(zone).startOf(first));

    for (let hour = 0; hour < 72; hour += 3) {
      await harness.tick();
      await harness.elapse(3 * 3_600_000);
    }

    const rows = await harness.rows.find({ state: "sent" }).sort({ day: 1 }).toArray();
    expect(rows.map((row) => row.day)).toEqual([first, day(change), addDays(first, 2)]);
    expect(harness.posts()).toHaveLength(3);
  });

  it.each([
    ["Asia/Tokyo", "America/Los_Angeles"],
    ["America/Los_Angeles", "Asia/Tokyo"],
  ])("case 22: whoever moves from %s to %s gets one a local date", async (from, to) => {
    let zone = from;
    const plan = async (now: Date) => deliveryPlan(plannedDigests("U0R0000", zone, now));
    const harness = await open({ deps: { plan } });
    await harness.moveTo(zoneTimes(from).at(day("2026-10-29"), MORNING));
    await harness.tick();

    zone = to;
    for (let hour = 0; hour < 24; hour += 1) {
      await harness.elapse(3_600_000);
      await harness.tick();
    }

    const days = (await harness.rows.find({ state: "sent" }).toArray()).map((row) => String(row.day));
    expect(new Set(days).size).toBe(days.length);
    expect(days).toContain("2026-10-29");
    expect(harness.posts()).toHaveLength(days.length);
  });
});
