import type { Person } from "../../../src/people/person";
import { day } from "../../../src/time/day";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { READING, storedTeamDeps } from "../../support/harness/home";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

describe("the months beside that of an answer", () => {
  const test = testDatabase();
  let harness: SlackHarness;
  let now: Date;
  beforeEach(async () => {
    now = READING.now;
    await test.db.collection<Person>("users").insertOne(aPerson("U0ANA"));
    harness = await slackHarness({ deps: { ...storedTeamDeps(test.db, day("2026-10-28")), now: () => now } });
  });
  afterEach(() => harness.close());

  const answer = async (text: string) => {
    const before = harness.shown("U0ANA").length;
    await harness.command("U0ANA", "/goals", text);
    const { blocks } = await eventually(() => harness.shown("U0ANA")[before]);
    const drawn = JSON.stringify(blocks);
    const turns = drawn.matchAll(/"text":"([^"]*[‹›][^"]*)","emoji":true},"value":"([^"]*)"/g);
    return { title: lines(JSON.parse(drawn))[0], turns: [...turns].map(([, label, value]) => [label, value]) };
  };

  it("are led to by their names, which stay theirs when another month has begun", async () => {
    expect(await answer("this month")).toEqual({
      title: "# Your goals in Oct 2026",
      turns: [["‹ September", "history 2026-09"]],
    });

    now = new Date("2026-11-03T18:00:00Z");
    expect(await answer("history 2026-09")).toEqual({
      title: "# Your goals in Sep 2026",
      turns: [
        ["‹ August", "history 2026-08"],
        ["October ›", "history 2026-10"],
      ],
    });
  });
});
