import type { PlannedMessage } from "../../../src/digests/planned-message";
import { addDays, day, zoneDays } from "../../../src/time/day";
import { localTime, zoneTimes } from "../../../src/time/time-of-day";
import { deliveryLabs } from "../delivery-labs";
import { EIGHT, NOON } from "../lab";

const [MORNING, MIDDAY] = [localTime("08:00"), localTime("12:00")];

/** Today's and yesterday's mornings in a zone, as far as they have come. */
function mornings(to: string, zone: string, now: Date): PlannedMessage[] {
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
  const open = deliveryLabs();
  const at = (time: string) => new Date(`2026-10-29T${time}:00Z`);

  it("case 18: down from 07:55 to 08:40, it is posted then, and marked late", async () => {
    const lab = await open();
    await lab.moveTo(at("08:41"));

    await lab.minutes(2);

    expect(await lab.row()).toMatchObject({ state: "sent", late: true });
    expect(lab.posts()).toHaveLength(1);
  });

  it("case 18: down until 12:30, it is missed, not posted, and the admins are told once", async () => {
    const lab = await open();
    await lab.moveTo(at("12:30"));

    await lab.minutes(3);

    expect(await lab.row()).toMatchObject({ state: "missed", attempt: 0 });
    expect(lab.posts()).toEqual([]);
    expect(lab.alerts).toMatchObject([{ kind: "undelivered", rows: [{ to: "U0R0000", state: "missed" }] }]);
  });

  it("case 18: at the cut-off itself nothing is posted any more", async () => {
    const lab = await open();
    await lab.moveTo(NOON);

    await lab.tick();

    expect([await lab.states(), lab.posts()]).toEqual([["missed"], []]);
  });

  it.each([
    ["ahead", 2 * 3_600_000],
    ["behind", -2 * 3_600_000],
  ])("case 20: two hours %s, a replica posts nothing early, and nothing twice; the admins are told", async (_, ms) => {
    const lab = await open();
    await lab.moveTo(new Date(EIGHT.getTime() - 3_600_000));
    const jumped = { clock: () => Date.now() + ms, now: () => new Date(lab.now().getTime() + ms) };

    await lab.tick(jumped);
    const early = lab.posts().length;
    await lab.moveTo(EIGHT);
    await Promise.all([lab.tick(jumped), lab.tick()]);
    await lab.minutes(3);

    expect(early).toBe(0);
    expect(lab.posts()).toHaveLength(1);
    expect(lab.alerts).toEqual([{ kind: "clock", seconds: ms / 1_000 }]);
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
    const wanted = async (now: Date) => mornings("U0R0000", zone, now);
    const lab = await open({ needs: { wanted, receivers: async () => 3 } });
    const first = addDays(day(change), -1);
    await lab.moveTo(zoneDays(zone).startOf(first));

    for (let hour = 0; hour < 72; hour += 3) {
      await lab.tick();
      await lab.elapse(3 * 3_600_000);
    }

    const rows = await lab.rows.find({ state: "sent" }).sort({ day: 1 }).toArray();
    expect(rows.map((row) => row.day)).toEqual([first, day(change), addDays(first, 2)]);
    expect(lab.posts()).toHaveLength(3);
  });

  it.each([
    ["Asia/Tokyo", "America/Los_Angeles"],
    ["America/Los_Angeles", "Asia/Tokyo"],
  ])("case 22: whoever moves from %s to %s gets one a local date", async (from, to) => {
    let zone = from;
    const wanted = async (now: Date) => mornings("U0R0000", zone, now);
    const lab = await open({ needs: { wanted, receivers: async () => 2 } });
    await lab.moveTo(zoneTimes(from).at(day("2026-10-29"), MORNING));
    await lab.tick();

    zone = to;
    for (let hour = 0; hour < 24; hour += 1) {
      await lab.elapse(3_600_000);
      await lab.tick();
    }

    const days = (await lab.rows.find({ state: "sent" }).toArray()).map((row) => String(row.day));
    expect(new Set(days).size).toBe(days.length);
    expect(days).toContain("2026-10-29");
    expect(lab.posts()).toHaveLength(days.length);
  });
});
