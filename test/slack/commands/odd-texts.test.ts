import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const MANAGER = "U0MAX";
const ODD = {
  "a query": '{"$ne":null}',
  "a query that runs code": "$where: function () { return true }",
  "a path into a prototype": "__proto__.constructor[0]",
  "4,000 characters": "9d".repeat(2_000),
  "4,000 spaces before a word": `${" ".repeat(3_999)}x`,
  "a target behind 4,000 spaces": `emails daily 20${" ".repeat(4_000)}0`,
  "4,000 mentions": "<@U0BEN|ben>".repeat(330),
  emoji: "🏆👩‍👩‍👧‍👦🇺🇸",
  "right to left": "\u202e\u05e9\u05dc\u05d5\u05dd 7d",
  NUL: "\u0000\u0000{}",
};
const COMMANDS = [
  "/sync",
  "/goals",
  "/goals why",
  "/goals trend",
  "/goals digest",
  "/goals set",
  "/goals archive",
  "/goals team",
];

/** What was typed, cut short, and where help is. */
const NOT_UNDERSTOOD =
  /^(?:I don't know (?:the days )?“.{1,110}”\.(?: Did you mean `[^`]+`\?)? More: `[^`]+`\.|No team is called “.{1,110}”\. You see everyone: `\/goals team everyone`\.)$/;

describe("case 45: a command whose text is no command", () => {
  const test = testDatabase();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = await goalsHarness(test);
  });
  afterEach(() => harness.close());

  /** All that is stored, but which requests have come. */
  const stored = async () => {
    const collections = (await test.db.collections()).filter(
      ({ collectionName }) => collectionName !== "slack_requests",
    );
    const found = collections.map(
      async (one) => [one.collectionName, await one.find().sort({ _id: 1 }).toArray()] as const,
    );
    return Object.fromEntries((await Promise.all(found)).filter(([, documents]) => documents.length > 0));
  };

  it("is answered so, and not looked at, when it is longer than any command", async () => {
    for (const command of ["/sync", "/goals"]) await harness.command(MANAGER, command, `7d ${"x ".repeat(100_000)}`);

    const said = "That's too long for a command. See `/goals help` or `/sync help`.";
    expect(harness.shown(MANAGER).map(({ text }) => text)).toEqual([said, said]);
    expect(harness.entries.at("warn", "error")).toEqual([]);
  });

  it.each(Object.entries(ODD))("is answered in words, and nothing comes of it: %s", async (_what, text) => {
    const before = await stored();
    const shownBefore = harness.shown(MANAGER).length;

    for (const [index, command] of COMMANDS.entries()) {
      const [name = "", ...words] = command.split(" ");
      await harness.command(MANAGER, name, [...words, text].join(" "));
      await eventually(() => harness.shown(MANAGER).length > shownBefore + index);
    }

    const answers = harness.shown(MANAGER).slice(shownBefore);
    expect(answers.map(({ text: said }) => said)).toEqual(COMMANDS.map(() => expect.stringMatching(NOT_UNDERSTOOD)));
    expect(await stored()).toEqual(before);
    expect(harness.entries.at("warn", "error")).toEqual([]);
  });
});
