import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { FirstOpenings } from "../../../src/slack/home/homes";
import { withIntro } from "../../../src/slack/home/views/intro";
import { MAX_BLOCKS, page } from "../../../src/slack/home/views/layout";
import { header, section } from "../../../src/slack/ui/blocks";
import { aPerson } from "../../support/builders/people";
import { aReport } from "../../support/builders/reports";
import { testDatabase } from "../../support/env/database";
import { slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const INTRO = /^👋 Welcome!/;
const HOUR_MS = 3_600_000;

describe("the first opening of App Home", () => {
  const test = testDatabase();
  beforeEach(async () => {
    await test.db.collection<Person>("users").insertMany([aPerson("U0ANA"), aPerson("U0BEN")]);
  });

  it("says in a line what Paceline is below what today asks to who opens it, and to nobody whose page nobody opened", async () => {
    const people = peopleStore(test.db);
    const harness = await slackHarness({ deps: { people } });
    const stored = async (id: string) => (await people.one(id))?.introUntil ?? null;

    await harness.openHome("U0ANA");
    await harness.command("U0BEN", "/sync", "");
    const home = await eventually(() => harness.home("U0ANA").length > 0 && lines(harness.home("U0ANA")));
    // A sync shows in the Home of whoever asked for it.
    await eventually(() => harness.home("U0BEN").length > 0);
    const run = await eventually(() => harness.sync.runs[0]);
    run.end(aReport());
    await harness.app.idle();
    await harness.close();

    const at = home.findIndex((line) => INTRO.test(line));
    expect(home[at]).toBe("👋 Welcome! Paceline counts your calls, emails, and sales; you never log anything here.");
    // Right above the next heading: what today asks, and how old the figures are, come first.
    expect(home.slice(0, at).filter((line) => line.startsWith("# "))).toEqual(["# Wed, Oct 28"]);
    expect(home[1]).toMatch(/^\*(Left t|T)oday: /);
    expect(home[at - 1]).not.toMatch(/^# /);
    expect(home.slice(at + 1, at + 2)).toEqual(["# Behind"]);
    expect(lines(harness.home("U0BEN")).join("\n")).not.toMatch(/Welcome!/);
    expect(await stored("U0ANA")).toEqual(expect.any(Date));
    expect(await stored("U0BEN")).toBeNull();
  });

  it("lasts an hour, is over for good in every process, and is stored with the person alone", async () => {
    let now = new Date("2026-10-28T14:00:00Z");
    const people = peopleStore(test.db);
    const process = () => new FirstOpenings({ people: { ...people }, now: () => now });
    const [one, another] = [process(), process()];

    expect([await one.isFirst("U0ANA"), await one.isFirst("U0ANA")]).toEqual([true, true]);
    now = new Date(now.getTime() + HOUR_MS);
    expect([await one.isFirst("U0ANA"), await another.isFirst("U0ANA")]).toEqual([false, false]);
    expect([await another.isFirst("U0BEN"), await another.isFirst("U0NEW")]).toEqual([true, true]);
    expect(await test.db.collection("users").countDocuments()).toBe(2);
  });

  it("ends with its button, in every process, and asks the database no more", async () => {
    let asked = 0;
    const people = peopleStore(test.db);
    const introUntil = async (userId: string, until: Date) => {
      asked += 1;
      return people.introUntil(userId, until);
    };
    const process = () => new FirstOpenings({ people: { ...people, introUntil }, now: () => new Date(0) });
    const [one, another] = [process(), process()];

    expect([await one.isFirst("U0ANA"), await another.isFirst("U0ANA")]).toEqual([true, true]);
    await one.end("U0ANA");

    expect([await one.isFirst("U0ANA"), await another.isFirst("U0ANA")]).toEqual([false, false]);
    expect(await another.isFirst("U0ANA")).toBe(false);
    expect(asked).toBe(3);
  });

  it("is dismissed in Home by who sees it, met by a sync or not", async () => {
    const harness = await slackHarness({ deps: { people: peopleStore(test.db) } });
    for (const userId of ["U0ANA", "U0MAX"]) {
      await harness.openHome(userId);
      await eventually(() => lines(harness.home(userId)).some((line) => INTRO.test(line)));
      await harness.press(userId, "intro_done");
      await eventually(() => !lines(harness.home(userId)).some((line) => INTRO.test(line)));
    }
    await harness.app.idle();
    await harness.close();
  });

  it("greets where Home opens, and on no page behind it", async () => {
    const harness = await slackHarness({ deps: { people: peopleStore(test.db) } });
    const shown = () => lines(harness.home("U0ANA"));
    await harness.openHome("U0ANA");
    await eventually(() => shown().some((line) => INTRO.test(line)));
    await harness.press("U0ANA", "home_my_settings");
    await eventually(() => shown().some((line) => line.startsWith("# My settings")));
    const settings = shown();
    await harness.press("U0ANA", "home_me");
    await eventually(() => shown().some((line) => INTRO.test(line)));
    await harness.app.idle();
    await harness.close();

    expect(settings.filter((line) => INTRO.test(line))).toEqual([]);
  });

  it("leaves a page alone that has no room", () => {
    const full = page(Array.from({ length: MAX_BLOCKS }, () => section("x")));

    expect(withIntro(full, "me")).toBe(full);
  });

  it("stands below who needs their manager, above the next heading or last", () => {
    const who = [header("West"), section("3 people"), header("Who needs you"), section("Ana")];
    const welcome = "👋 Welcome! Paceline counts your team's calls, emails, and sales; nobody logs anything here.";
    const shown = (...more: Parameters<typeof page>[0]) =>
      lines(withIntro(page([...who, ...more]), "team").blocks).slice(3);

    expect(shown(header("Team totals"))).toEqual(["Ana", welcome, "# Team totals"]);
    expect(shown()).toEqual(["Ana", welcome]);
  });
});
