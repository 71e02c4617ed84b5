import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { day } from "../../../src/time/day";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

describe("my settings in App Home", () => {
  const test = testDatabase();
  const users = () => test.db.collection<Person>("users");
  let harness: SlackHarness;
  beforeEach(async () => {
    await users().insertOne(aPerson("U0ANA"));
    const people = peopleStore(test.db);
    harness = await slackHarness({ deps: { people } });
    await harness.openHome("U0ANA");
    await eventually(() => harness.home("U0ANA").length > 0);
    await harness.press("U0ANA", "home_my_settings");
    await shows("# My settings");
  });
  afterEach(() => harness.close());

  const shows = (text: string) => eventually(() => lines(harness.home("U0ANA")).includes(text));
  const opened = () => eventually(() => harness.slack.modals("U0ANA").at(-1));

  it("sets whether and when the morning message comes, and pauses it", async () => {
    await harness.press("U0ANA", "my_digest");
    await opened();
    const entries = { on: { on: "on" }, at: { at: "07:30" }, snooze: { snooze: "2026-10-30" } };
    const { errors } = await harness.slack.submitView({ user: "U0ANA", entries });

    await shows("Snoozed through Fri, Oct 30. Sent at 7:30 AM your time (New York).");
    expect(errors).toEqual({});
    expect((await users().findOne({ _id: "U0ANA" }))?.digest).toEqual({
      on: true,
      at: "07:30",
      snoozedUntil: "2026-10-30",
    });
    expect(harness.slack.modals("U0ANA")).toEqual([]);
  });

  it("goes by the team's clock, and says so, where somebody's zone is none that there is", async () => {
    await users().updateOne({ _id: "U0ANA" }, { $set: { tz: "Mars/Olympus" } });
    await harness.openHome("U0ANA");
    await shows("Sent at 8:00 AM team time (New York). Slack has no time zone for you.");

    await harness.press("U0ANA", "my_digest");
    const modal = await opened();
    const { errors } = await harness.slack.submitView({ user: "U0ANA", entries: { at: { at: "07:30" } } });

    expect(JSON.stringify(modal)).toContain("Team time zone: New York. Slack has none for you.");
    expect(errors).toEqual({});
    await shows("Sent at 7:30 AM team time (New York). Slack has no time zone for you.");
    expect(harness.log.at("error")).toEqual([]);
  });

  it("says beside the day that a pause cannot end in the past, and changes nothing", async () => {
    await harness.press("U0ANA", "my_digest");
    await opened();
    const entries = { on: { on: "off" }, snooze: { snooze: "2026-10-27" } };
    const { errors } = await harness.slack.submitView({ user: "U0ANA", entries });

    expect(errors).toEqual({ snooze: "That day has passed. Pick today or later, or leave it blank." });
    expect((await users().findOne({ _id: "U0ANA" }))?.digest).toBeUndefined();
  });

  it("keeps days away, and takes them back", async () => {
    await harness.press("U0ANA", "my_away");
    await opened();
    await harness.slack.submitView({
      user: "U0ANA",
      entries: { from: { from: "2026-11-02" }, to: { to: "2026-11-06" } },
    });
    await shows("🏝 Mon, Nov 2 – Fri, Nov 6");
    const stored = await users().findOne({ _id: "U0ANA" });

    await harness.press("U0ANA", "my_away_back");
    await shows("None planned. Days off don't count toward your pace.");

    expect(stored?.schedule).toEqual({ timeOff: [{ from: "2026-11-02", to: "2026-11-06" }] });
    expect((await users().findOne({ _id: "U0ANA" }))?.schedule).toEqual({});
  });

  it.each([
    [{ from: "2026-11-09", to: "2026-11-08" }, { to: "The last day must be on or after the first." }],
    [{ from: "2062-11-09", to: null }, { from: "Pick days within two years." }],
    [{ from: "2026-11-06", to: null }, { from: "You already have Nov 2–6 off. Cancel that first." }],
  ])("says beside the field what is wrong with days away: %j", async ({ from, to }, faults) => {
    await peopleStore(test.db).set("U0ANA", {
      timeOff: [{ from: day("2026-11-02"), to: day("2026-11-06") }],
    });
    await harness.press("U0ANA", "my_away");
    await opened();

    const { errors } = await harness.slack.submitView({ user: "U0ANA", entries: { from: { from }, to: { to } } });

    expect(errors).toEqual(faults);
    expect((await users().findOne({ _id: "U0ANA" }))?.schedule?.timeOff).toHaveLength(1);
  });
});
