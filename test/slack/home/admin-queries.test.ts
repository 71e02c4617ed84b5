import type { StoredFact } from "../../../src/metrics/fact-changes";
import { factSummaries } from "../../../src/metrics/fact-summary-store";
import { UNTYPED_REASON } from "../../../src/metrics/sources";
import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { runStore } from "../../../src/sync/run/run-store";
import { aFact, leftOut, stored } from "../../support/builders/facts";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

describe("the pages of an admin", () => {
  const test = testDatabase();
  const { reads, db } = monitoredDatabase(test);
  let harness: SlackHarness;
  beforeEach(async () => {
    const max = aPerson("U0MAX", { name: "Max", role: "admin" });
    await test.db.collection<Person>("users").insertOne(max);
    const order = (id: string, amount: number, name: string) =>
      aFact(id, {
        ...{ source: "fishbowl", type: "new_sales_wholesale" },
        ...{ day: "2026-10-20", owner: "B. Lee", amount, name },
      });
    await test.db
      .collection<StoredFact>("facts")
      .insertMany([
        stored(order("SO-1", 912_000, "Harbor")),
        stored(leftOut(order("SO-2", 5_510_300, "Ping House"), UNTYPED_REASON)),
      ]);
    harness = await slackHarness({
      deps: { people: peopleStore(db()), runs: runStore(db()), facts: factSummaries(db()) },
    });
    await harness.openHome("U0MAX");
    await shows(/^# Manage/);
  });
  afterEach(() => harness.close());

  const shown = () => lines(harness.home("U0MAX"));
  const shows = (words: RegExp) => eventually(() => shown().find((line) => words.test(line)));
  /** What MongoDB is asked for a page, without who presses. */
  const readsOf = async (press: string, title: RegExp) => {
    await harness.app.idle();
    reads.length = 0;
    await harness.press("U0MAX", press);
    await shows(title);
    await harness.app.idle();
    return reads.filter((read) => read !== "find users").sort();
  };
  const UNMATCHED = ["aggregate facts", "aggregate facts", "aggregate facts", "find fishbowl_users_map"];

  it("ask MongoDB for what they show alone, and say the same of what waits", async () => {
    const start = shown().filter((line) => line.startsWith("⚠️"));
    expect(start).toEqual([
      "⚠️ *$55,103* from 1 customer with no account type: Ping House $55,103",
      '⚠️ *$9,120* waits for a match: Fishbowl sales rep "B. Lee", 1 order',
    ]);
    expect(shown()).toContain("# 2 things wait for you: $64,223 uncredited");

    expect(await readsOf("home_health", /^# Health/)).toEqual(
      [...UNMATCHED, "aggregate facts", "find sync_runs", "find sync_runs"].sort(),
    );
    expect(shown().filter((line) => line.startsWith("⚠️"))).toEqual(["⚠️ *2 things wait for you: $64,223 uncredited*"]);

    expect(await readsOf("home_admin", /^# Manage/)).toEqual(
      [...UNMATCHED, "aggregate facts", "find sync_runs", "find sync_runs"].sort(),
    );
    expect(await readsOf("home_people", /^# People/)).toEqual([...UNMATCHED, "find sync_runs"].sort());
    await harness.press("U0MAX", "home_admin");
    await shows(/^# Manage/);
    expect(await readsOf("home_imports", /^# Imports/)).toEqual(["aggregate facts"]);
    await harness.press("U0MAX", "home_admin");
    await shows(/^# Manage/);
    expect(await readsOf("home_runs", /^# Last syncs/)).toEqual(["find sync_runs"]);
  });
});
