import { lastWorkingDays, nextDigestSlot, upcomingDigests } from "../../../src/digests/schedule/digest-schedule";
import type { Recipient } from "../../../src/digests/schedule/recipient";
import { workingCalendar } from "../../../src/goals/calendar";
import { day } from "../../../src/time/day";
import { aDigestSchedule, aRecipient, due, LA, ownersOf } from "../../support/builders/calendars";

const THURSDAY = day("2026-10-29");
const AT_EIGHT = "2026-10-29T15:00:00Z";

describe("a digest is due", () => {
  it.each([
    ["not a second before eight", {}, "2026-10-29T14:59:59.999Z", []],
    ["from eight by the person's own clock", {}, AT_EIGHT, [THURSDAY]],
    ["until noon", {}, "2026-10-29T18:59:59Z", [THURSDAY]],
    ["not from noon on", {}, "2026-10-29T19:00:00Z", []],
    ["in the person's zone, not the team's", { tz: "Asia/Kolkata" }, "2026-10-29T02:30:00Z", [THURSDAY]],
    ["case 23: in the team's zone where Slack has none", { tz: null }, AT_EIGHT, [THURSDAY]],
    ["in the team's zone where theirs does not exist", { tz: "Mars/Olympus" }, AT_EIGHT, [THURSDAY]],
    ["at the time that was chosen", { digest: { at: "07:30" } }, "2026-10-29T14:30:00Z", [THURSDAY]],
    ["for an hour where it was chosen after noon", { digest: { at: "15:00" } }, "2026-10-29T22:59:00Z", [THURSDAY]],
    ["on no Saturday", {}, "2026-10-31T15:00:00Z", []],
    ["on a Saturday that is worked on", { schedule: { workdays: [6] } }, "2026-10-31T15:00:00Z", [day("2026-10-31")]],
    ["on no day off", { schedule: { timeOff: [{ from: THURSDAY, to: THURSDAY }] } }, AT_EIGHT, []],
    ["not before the first day of work", { schedule: { startDate: day("2026-10-30") } }, AT_EIGHT, []],
    ["on no day of a snooze, the last one included", { digest: { snoozedUntil: THURSDAY } }, AT_EIGHT, []],
    ["on the day after a snooze", { digest: { snoozedUntil: day("2026-10-28") } }, AT_EIGHT, [THURSDAY]],
    ["not when it is switched off", { digest: { on: false } }, AT_EIGHT, []],
    ["not for somebody inactive", { active: false }, AT_EIGHT, []],
    ["not for somebody whom no sync has met", { firstSeen: undefined }, AT_EIGHT, []],
    [
      "for somebody met between eight and noon",
      { firstSeen: new Date("2026-10-29T17:00:00Z") },
      "2026-10-29T17:01:00Z",
      [THURSDAY],
    ],
  ] as const)("%s", (_, recipient, now, expected) => {
    expect(due(recipient as Partial<Recipient>, { now })).toEqual(expected);
  });

  it("not on a holiday of the team's, and not without an active goal", () => {
    expect(due({}, { now: AT_EIGHT, holidays: new Set([THURSDAY]) })).toEqual([]);
    expect(due({}, { now: AT_EIGHT, withGoals: ownersOf() })).toEqual([]);
  });

  it("past noon only to be noted as missed, where nobody has looked since it was due", () => {
    const now = "2026-10-29T19:30:00Z";

    expect(due({}, { now, lastCheckAt: "2026-10-29T14:59:00Z" })).toEqual([THURSDAY]);
    expect(due({}, { now, lastCheckAt: "2026-10-29T16:00:00Z" })).toEqual([]);
  });

  it("past noon the day after, too, and never for somebody met after noon", () => {
    const given = { now: "2026-10-30T08:00:00Z", lastCheckAt: "2026-10-29T14:00:00Z" };

    expect(due({}, given)).toEqual([THURSDAY]);
    expect(due({ firstSeen: new Date("2026-10-29T19:00:00Z") }, given)).toEqual([]);
  });

  it("once a local date, whoever moves to another zone in the middle of it", () => {
    const now = "2026-10-29T15:00:00Z";

    const days = ["Asia/Tokyo", LA, "Pacific/Kiritimati", "America/New_York"].flatMap((tz) =>
      due({ tz }, { now, lastCheckAt: "2026-10-29T14:59:00Z" }),
    );

    expect(new Set(days)).toEqual(new Set([THURSDAY]));
  });
});

describe("the next digest", () => {
  const next = (recipient: Partial<Recipient>, now: string) =>
    nextDigestSlot(aRecipient(recipient), aDigestSchedule({ now }))?.dueAt.toISOString();

  it.each([
    ["today's before eight", {}, "2026-10-29T14:00:00Z", "2026-10-29T15:00:00.000Z"],
    ["tomorrow's from eight on", {}, AT_EIGHT, "2026-10-30T15:00:00.000Z"],
    ["Monday's on a Friday, after the clocks changed", {}, "2026-10-30T16:00:00Z", "2026-11-02T16:00:00.000Z"],
    ["the one after a snooze", { digest: { snoozedUntil: day("2026-11-03") } }, AT_EIGHT, "2026-11-04T16:00:00.000Z"],
    ["none when it is switched off", { digest: { on: false } }, AT_EIGHT, undefined],
  ] as const)("is %s", (_, recipient, now, expected) => {
    expect(next(recipient, now)).toBe(expected);
  });
});

describe("the digests that come next", () => {
  const upcoming = (people: readonly Partial<Recipient>[], now = AT_EIGHT) =>
    upcomingDigests(
      people.map((one) => aRecipient(one)),
      aDigestSchedule({ now, withGoals: ownersOf("U01", "U0ANA", "U0DEV", "U0BEN", "U0CHLOE") }),
    );
  const india = { _id: "U0DEV", tz: "Asia/Kolkata" };

  it("are those of one time, and then how many come when within a day from then on", () => {
    expect(upcoming([{ _id: "U0ANA" }, india, { _id: "U0BEN", digest: { at: "07:30" } }])).toEqual({
      at: new Date("2026-10-30T02:30:00Z"),
      first: ["U0DEV"],
      later: { at: new Date("2026-10-30T14:30:00Z"), people: 2 },
    });
  });

  it("leave out what is a day later or more, and whoever has none", () => {
    const away = { _id: "U0CHLOE", digest: { snoozedUntil: day("2026-11-03") } };

    expect(upcoming([india, away, { digest: { on: false } }])).toEqual({
      ...{ at: new Date("2026-10-30T02:30:00Z"), first: ["U0DEV"], later: null },
    });
    expect(upcoming([{ digest: { on: false } }])).toBeNull();
  });
});

describe("what a digest speaks of as yesterday", () => {
  const calendar = workingCalendar({ holidays: new Set([day("2026-11-26"), day("2026-11-27")]) });

  it.each([
    ["2026-10-29", "2026-10-28", "2026-10-28"],
    ["2026-11-02", "2026-10-30", "2026-11-01"],
    ["2026-11-30", "2026-11-25", "2026-11-29"],
  ])("on %s is %s to %s", (before, from, to) => {
    expect(lastWorkingDays(day(before), calendar)).toEqual({ from, to });
  });
});
