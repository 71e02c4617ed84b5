import { holidayBook } from "../../../src/goals/holidays";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { factStore } from "../../../src/metrics/fact-store";
import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { weekStart } from "../../../src/slack/home/week-start";
import { runStore } from "../../../src/sync/run/run-store";
import { zoneDays } from "../../../src/time/day";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

describe("the public holidays of the team, picked step by step", () => {
  const test = testDatabase();
  const book = holidayBook();
  const settings = () => teamSettingsStore(test.db, book);
  let harness: SlackHarness;
  beforeEach(async () => {
    await test.db.collection<Person>("users").insertOne(aPerson("U0MAX", { name: "Max", role: "admin" }));
    const people = peopleStore(test.db);
    const deps = {
      people,
      runs: runStore(test.db),
      facts: factStore(test.db),
      settings: settings(),
      holidays: book,
    };
    harness = await slackHarness({ deps });
    const shows = (text: string) => eventually(() => lines(harness.home("U0MAX")).includes(text));
    await harness.openHome("U0MAX");
    await shows("# Manage");
    await harness.press("U0MAX", "home_settings");
    await shows("# Settings");
    await harness.press("U0MAX", "set_region");
    await eventually(() => harness.slack.modals("U0MAX").length > 0);
  });
  afterEach(() => harness.close());

  const pick = (step: string, place: string | null) =>
    harness.slack.submitView({ user: "U0MAX", entries: { [step]: { [step]: place } } });
  const picked = async () => (await settings().read()).holidayRegion;

  it("are a whole country's where no state is picked", async () => {
    await pick("country", "US");

    expect(await pick("state", null)).toMatchObject({ status: 200, errors: {} });
    expect(await picked()).toEqual({ country: "US" });
  });

  it("are a country's where the step of its state is passed over", async () => {
    await pick("country", "DE");

    expect(await harness.slack.submitView({ user: "U0MAX" })).toMatchObject({ status: 200, errors: {} });
    expect(await picked()).toEqual({ country: "DE" });
  });

  it("are a state's, or a region's within it", async () => {
    await pick("country", "DE");
    await pick("state", "BY");
    await pick("region", "A");

    expect(await picked()).toEqual({ country: "DE", state: "BY", region: "A" });
  });

  it("stand beside the week, which holds from the day that is picked", async () => {
    await harness.slack.closeView({ user: "U0MAX" });
    await harness.press("U0MAX", "set_week");
    await eventually(() => JSON.stringify(harness.slack.modals("U0MAX")).includes("Team workdays"));

    await harness.slack.submitView({
      user: "U0MAX",
      entries: { workdays: { workdays: ["1", "2"] }, since: { since: "2026-01-05" } },
    });

    const formerWeeks = [{ through: "2026-01-04", workdays: [1, 2, 3, 4, 5] }];
    expect(await settings().read()).toMatchObject({ workdays: [1, 2], formerWeeks });
  });

  it("are none where no country is picked", async () => {
    await settings().setHolidayRegion({ country: "US" });

    await pick("country", null);

    expect(await picked()).toBeNull();
  });
});

describe("the working week", () => {
  it("starts today in a form that was opened before it asked since when", () => {
    const deps = { days: zoneDays("America/Los_Angeles"), now: () => new Date("2026-10-29T03:00:00Z") };

    expect(weekStart({ private_metadata: "", state: { values: {} } }, deps)).toEqual({ ok: true, from: "2026-10-28" });
  });
});
