import { anOverview } from "../../support/builders/overviews";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

describe("/goals", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
  });
  afterEach(() => harness.close());

  async function answerTo(user: string): Promise<unknown> {
    await harness.command(user, "/goals", "");
    return (await eventually(() => harness.responses().length > 0 && harness.responses()))[0];
  }

  it("says who sets goals when there are none", async () => {
    harness.overviews.set("U0ANA", anOverview({ goals: [] }));

    expect(await answerTo("U0ANA")).toMatchObject({
      response_type: "ephemeral",
      text: expect.stringMatching(/^No goals yet/),
    });
  });

  it.each([
    ["U0NEW", /^We have not met yet: run `\/sync`/],
    ["U0GUEST", /^Paceline is for full members/],
  ])("tells %s how they stand", async (user, words) => {
    expect(await answerTo(user)).toMatchObject({ response_type: "ephemeral", text: expect.stringMatching(words) });
  });

  it("says sorry with a reference when figures cannot be read", async () => {
    harness.breakOverviews(new Error("the database is gone"));

    expect(await answerTo("U0ANA")).toMatchObject({ text: expect.stringMatching(/reference: ref-1$/) });
    expect(harness.log.at("error").map(({ fields }) => fields)).toEqual([
      { reference: "ref-1", doing: "/goals", userId: "U0ANA", error: new Error("the database is gone") },
    ]);
  });

  it.each([
    ["help", "*`/goals`* shows your own goals: where each stands, its target and what that asks of the days left."],
    ["tem", "I do not understand “tem”."],
    ["@ana", "Choose the person from the list that Slack opens at `@`."],
    ["“blah”", "I do not understand ““blah””."],
  ])("answers %j at once, privately and with help", async (text, first) => {
    const { response_type: type, text: words } = JSON.parse((await harness.command("U0ANA", "/goals", text)).body);

    expect(type).toBe("ephemeral");
    expect(words.split("\n")[0]).toBe(first);
    expect(words).toContain("• `/goals`: your goals, for your eyes only");
  });
});
