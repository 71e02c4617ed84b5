import { anOverview } from "../../support/builders/overviews";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const NEVER = { source: "copper", asOf: null, state: "never", stale: true } as const;
const NAMES = [
  "Calls: 400 weekly",
  "Wholesale sales: $9,000 daily",
  "Progress shows in `/goals` as soon as there's data.",
];

describe("/goals", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
  });
  afterEach(() => harness.close());

  async function answerTo(user: string, text = ""): Promise<unknown> {
    const before = harness.responses().length;
    await harness.command(user, "/goals", text);
    return eventually(() => harness.responses()[before]);
  }

  it("says who sets goals when there are none", async () => {
    harness.overviews.set("U0ANA", anOverview({ goals: [] }));

    expect(await answerTo("U0ANA")).toMatchObject({
      response_type: "ephemeral",
      text: expect.stringMatching(/^No goals yet/),
    });
  });

  it("tells a manager how the first one is set, and not who sets it", async () => {
    harness.overviews.set("U0MAX", anOverview({ goals: [] }));

    expect(await answerTo("U0MAX")).toMatchObject({
      text: expect.stringMatching(/Set the first one.*`\/goals set calls daily 20/),
    });
  });

  it.each([
    [false, "No data yet. Run `/sync`: the first sync takes a few minutes."],
    [true, "No data yet. Your first sync is running; figures appear here on their own."],
  ])("judges nobody before anything was read, and says so; the first sync runs: %s", async (syncs, words) => {
    await harness.close();
    harness = await slackHarness({ deps: { freshness: async () => [NEVER], syncing: async () => syncs } });
    await harness.command("U0ANA", "/goals", "");
    await harness.command("U0MAX", "/goals", "<@U0ANA>");

    const shown = async (user: string) => JSON.parse(JSON.stringify(await eventually(() => harness.shown(user)[0])));
    const [own, theirs] = [await shown("U0ANA"), await shown("U0MAX")];

    expect([own.text, lines(own.blocks)]).toEqual([`Your goals: ${words}`, [words, ...NAMES]]);
    expect(lines(theirs.blocks)).toEqual(["*ana's goals*", words, ...NAMES]);
  });

  it.each([
    ["U0NEW", /^We haven't met yet. Run `\/sync`/],
    ["U0GUEST", /^Guests can't use Paceline/],
  ])("tells %s how they stand", async (user, words) => {
    expect(await answerTo(user)).toMatchObject({ response_type: "ephemeral", text: expect.stringMatching(words) });
  });

  it("asks somebody whom the first sync is about to find to wait for it, and to type nothing else", async () => {
    await harness.close();
    harness = await slackHarness({ deps: { freshness: async () => [NEVER], syncing: async () => true } });

    for (const text of ["", "set", "why calls", "trend calls"]) {
      expect(await answerTo("U0NEW", text)).toMatchObject({
        text: "We haven't met yet, but a sync is running that finds you. Try again in a minute.",
      });
    }
  });

  it("says sorry with a reference when figures cannot be read", async () => {
    harness.breakOverviews(new Error("the database is gone"));

    expect(await answerTo("U0ANA")).toMatchObject({ text: expect.stringMatching(/reference: ref-1$/) });
    expect(harness.log.at("error").map(({ fields }) => fields)).toEqual([
      { reference: "ref-1", doing: "/goals", userId: "U0ANA", error: new Error("the database is gone") },
    ]);
  });

  it.each([
    ["U0MAX", "tema foo", "I don't know “tema foo”. Did you mean `/goals team`? More: `/goals help`."],
    [
      "U0MAX",
      "tema everyone",
      "I don't know “tema everyone”. Did you mean `/goals team everyone`? More: `/goals help`.",
    ],
    ["U0ANA", "tema everyone", "I don't know “tema everyone”. More: `/goals help`."],
  ])("suggests %s of %j only what they would be shown", async (user, text, first) => {
    const { text: words } = JSON.parse(JSON.stringify(await answerTo(user, text)));

    expect(words.split("\n")[0]).toBe(first);
  });

  it.each([
    ["help", "*Ask me what's left today, and why.*"],
    ["bord", "I don't know “bord”. Did you mean `/goals board`? More: `/goals help`."],
    ["tem", "I don't know “tem”. More: `/goals help`."],
    ["@ana", "Type `@` and pick the person. More: `/goals help`."],
    ["“blah”", "I don't know ““blah””. More: `/goals help`."],
  ])("answers %j at once and privately", async (text, first) => {
    const { response_type: type, text: words } = JSON.parse((await harness.command("U0ANA", "/goals", text)).body);

    expect(type).toBe("ephemeral");
    expect(words.split("\n")[0]).toBe(first);
  });
});
