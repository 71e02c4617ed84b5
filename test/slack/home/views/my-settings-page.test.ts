import { viewFaults } from "../../../../src/demo/slack/rules/views";
import type { NextDigest } from "../../../../src/digests/schedule/digest-schedule";
import { settingsPage } from "../../../../src/slack/home/views/my-settings";
import { day } from "../../../../src/time/day";
import { CHOICES, READING } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

describe("one's settings, behind one button", () => {
  const settings = (choices: Partial<typeof CHOICES> & { readonly next?: NextDigest }) =>
    lines(settingsPage({ ...READING, tabs: ["me"], choices: { ...CHOICES, ...choices } }).blocks);

  it("show the morning message and days off, and lead back", () => {
    expect(settings({})).toEqual([
      "# My settings",
      "[home_me]",
      "*Morning digest*",
      "Sent at 8:00 AM your time (New York).",
      "*Days off*",
      "Days off don't count toward your pace.",
      "🏝 Mon, Nov 2 – Fri, Nov 6",
    ]);
  });

  it.each([
    [{ digest: { on: false, at: "07:30" } }, "Off."],
    [
      { digest: { on: true, at: "07:30", snoozedUntil: day("2026-10-30") } },
      "Snoozed through Fri, Oct 30. Sent at 7:30 AM your time (New York).",
    ],
    [{ digest: { on: true, at: "07:30", snoozedUntil: day("2026-10-27") } }, "Sent at 7:30 AM your time (New York)."],
    // It is over by their own clock, though the company's shows that day yet.
    [
      { digest: { on: true, at: "07:30", snoozedUntil: day("2026-10-28") }, zone: "Asia/Tokyo" },
      "Sent at 7:30 AM your time (Tokyo).",
    ],
    [{ timeOff: [] }, "None planned. Days off don't count toward your pace."],
  ])("says how the morning message and days away are set: %j", (fields, words) => {
    expect(settings(fields)).toContain(words);
  });

  it("says when the next morning message comes", () => {
    const dueAt = new Date("2026-10-29T12:00:00Z");
    const morning = { day: day("2026-10-29"), dueAt, cutOffAt: new Date("2026-10-29T16:00:00Z") };
    const next = { slot: morning, zone: "America/New_York", own: true };

    expect(settings({ next })).toContain("Next: Thu, Oct 29, 8:00 AM");
  });

  it("stay within Slack's limits with 200 stretches of days off", () => {
    const timeOff = Array.from({ length: 200 }, () => CHOICES.timeOff).flat();
    const page = settingsPage({ ...READING, tabs: ["me"], choices: { ...CHOICES, timeOff } });

    expect(viewFaults(page, "home")).toEqual([]);
    expect(lines(page.blocks)).toContain("and 195 more stretches");
  });
});
