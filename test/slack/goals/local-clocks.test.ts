import { localClocks } from "../../../src/slack/goals/team/local-clocks";
import { zoneDays } from "../../../src/time/day";

const TEAM = { days: zoneDays("America/Los_Angeles") };

describe("the time where somebody is", () => {
  it.each([
    ["late", "2026-11-02T16:00:00Z", "Asia/Kolkata", ["9:30 PM there", "Mon", "after", "2h 30m"]],
    ["on another day", "2026-10-28T22:06:00Z", "Asia/Kolkata", ["3:36 AM Thu there", "Thu", "before", null]],
    ["at work on another day", "2026-10-29T04:00:00Z", "Asia/Kolkata", ["9:30 AM Thu there", "Thu", "within", null]],
    ["at 8:00 AM, when work begins", "2026-10-28T12:00:00Z", "America/New_York", null],
    ["before 8:00 AM", "2026-10-28T11:59:00Z", "America/New_York", ["7:59 AM there", null, "before", null]],
    ["until 6:00 PM", "2026-10-28T21:59:00Z", "America/New_York", null],
    ["at 6:00 PM", "2026-10-28T22:00:00Z", "America/New_York", ["6:00 PM there", "Wed", "after", "6h"]],
    ["late where the team is, too", "2026-10-29T04:00:00Z", "America/Los_Angeles", null],
    ["in no zone of their own", "2026-10-29T04:00:00Z", null, null],
  ])("is said of whoever it is worth a thought: %s", (_, now, tz, said) => {
    const clockOf = localClocks([{ _id: "UDEV", tz }], { ...TEAM, now: new Date(now) });

    const clock = clockOf("UDEV");
    expect(clock === null ? null : [clock.words, clock.weekday, clock.hours, clock.left]).toEqual(said);
  });
});
