import { holidayBook } from "../../../src/goals/holidays";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { factStore } from "../../../src/metrics/fact-store";
import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { teamZoneStore } from "../../../src/people/team-zone-store";
import type { TeamZoneSettings } from "../../../src/slack/deps";
import { runStore } from "../../../src/sync/run/run-store";
import { daysZoneStore } from "../../../src/sync/totals/days-zone-store";
import { justcallFacts } from "../../support/builders/facts";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

describe("the team's time zone in App Home's settings", () => {
  const test = testDatabase();
  let harness: SlackHarness;
  afterEach(() => harness.close());
  const shown = () => lines(harness.home("U0MAX"));
  const shows = (text: RegExp) => eventually(() => shown().some((line) => text.test(line)));
  const open = async (configured: boolean) => {
    await test.db.collection<Person>("users").insertOne(aPerson("U0MAX", { name: "Max", role: "admin" }));
    const people = peopleStore(test.db);
    const book = holidayBook();
    const zones: TeamZoneSettings = { configured, ...teamZoneStore(test.db), ...daysZoneStore(test.db) };
    const stores = {
      people,
      facts: factStore(test.db),
      runs: runStore(test.db),
      settings: teamSettingsStore(test.db, book),
    };
    harness = await slackHarness({ deps: { ...stores, holidays: book, teamZone: zones } });
    await harness.openHome("U0MAX");
    await shows(/^# Manage/);
    await harness.press("U0MAX", "home_settings");
    await shows(/^# Settings/);
  };
  const modalSays = () => JSON.stringify(harness.slack.modals("U0MAX").at(-1)?.blocks);
  const pick = async (zone: string) => {
    await harness.press("U0MAX", "set_zone");
    await eventually(() => harness.slack.modals("U0MAX").length > 0);
    return harness.slack.submitView({ user: "U0MAX", entries: { zone: { zone } } });
  };

  it("is changed after a look at what moves: which days' totals are made anew, from how much, how long it takes", async () => {
    const calls = justcallFacts("1", { at: "2026-10-01T19:00:00Z", owner: "ana@acme.com" });
    const others = justcallFacts("2", { at: "2026-10-27T19:00:00Z", owner: "ana@acme.com" });
    await factStore(test.db).save({ write: [...calls, ...others], gone: [] }, 1);
    await open(false);

    await pick("Asia/Kolkata");

    expect(modalSays()).toContain("*New York time → Kolkata time*");
    expect(modalSays()).toMatch(/Days would start at what is now 2:30 PM EDT\./);
    expect(modalSays()).toContain("Totals of 29 days, Oct 1–29, are recomputed from 4 records in less than a minute.");
    expect(await teamZoneStore(test.db).chosen()).toBeNull();
    await harness.slack.submitView({ user: "U0MAX" });
    expect(await teamZoneStore(test.db).chosen()).toBe("Asia/Kolkata");
    await shows(/After the next restart: Kolkata time\.$/);
  });

  it("stays where the zone that is picked is the one it is", async () => {
    await open(false);

    await pick("America/New_York");

    expect(harness.slack.modals("U0MAX")).toEqual([]);
    expect(await teamZoneStore(test.db).chosen()).toBe("America/New_York");
  });

  it("is not changed here where the environment names it", async () => {
    await open(true);

    expect(shown()).toContain(
      "New York time. Days start and end in this zone. Whoever runs Paceline can change it in `TEAM_TIMEZONE`.",
    );
  });
});
