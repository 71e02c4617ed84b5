import { idempotencyStore } from "../../src/slack/platform/idempotency-store";
import { CASES } from "../support/builders/order-files/cases";
import { contentOf, type ImportCase, nameOf } from "../support/builders/order-files/order-file";
import { aPerson } from "../support/builders/people";
import { testDatabase } from "../support/env/database";
import { unusedDeps } from "../support/fakes/unused-deps";
import { importCases } from "../support/harness/import-cases";
import { type SlackHarness, slackHarness } from "../support/harness/slack";
import { lines, pressable } from "../support/harness/slack-blocks";
import { eventually } from "../support/wait";

const ADMIN = "U0MAX";

describe("a file in the DM", () => {
  const test = testDatabase();
  const harness = importCases(test);
  let workspace: SlackHarness;
  beforeAll(async () => {
    workspace = await slackHarness({
      deps: {
        imports: harness.imports,
        idempotency: idempotencyStore(test.db),
        actor: async (userId) => ({ userId, role: userId === ADMIN ? "admin" : "rep" }),
        people: { ...unusedDeps().people, all: async () => [aPerson(ADMIN, { role: "admin" })] },
      },
    });
  });
  afterEach(() => harness.imports.idle());
  afterAll(() => workspace.close());

  const newest = () => workspace.dm(ADMIN).findLast(({ author }) => author === workspace.slack.bot.userId);
  const said = (words: RegExp, before: string | undefined) =>
    eventually(() => {
      const message = newest();
      return message !== undefined && message.ts !== before && words.test(message.text) && message;
    });
  const drop = async (one: ImportCase) => {
    const before = newest()?.ts;
    const bytes = Buffer.from(contentOf(one));
    await workspace.slack.write({ user: ADMIN, text: "", files: [{ name: one.file, bytes }] });
    return { before, preview: await said(/Apply\?$|can't be imported/, before) };
  };
  const blocksOf = ({ blocks }: { readonly blocks?: unknown }) => JSON.parse(JSON.stringify(blocks ?? []));

  it.each(CASES.map((one) => [nameOf(one), one] as const))("%s", async (_name, one) => {
    await harness.arrange(one);
    const { gives = {}, refuses = [], says = [] } = one;

    const { before, preview } = await drop(one);

    const read = lines(blocksOf(preview)).map((line) =>
      line.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&"),
    );
    const reported = read.flatMap((line) => /^⚠️ (.*)/s.exec(line)?.[1] ?? []);
    expect(reported).toEqual(expect.arrayContaining(says.map((words) => expect.stringMatching(words))));
    if (refuses.length === 0) {
      const { ts: messageTs, channel } = preview;
      await workspace.slack.action({ user: ADMIN, from: { messageTs, channel }, actionId: "import_apply" });
      await said(/^Applied .*(synced for|No figures change)/, before);
    } else {
      // Rows that are refused for one reason stand in one line.
      const rows = read.flatMap((line) => {
        const [, named = "", reason] = /^• \*Rows? ([\d, ]+)\*: (.*)/s.exec(line) ?? [];
        return reason === undefined ? [] : named.split(", ").flatMap((row) => [row, reason]);
      });
      // A header that lacks columns is that of the whole file.
      const lacking = read.flatMap((line) => {
        const [, near, name] = /^• \*Rename\* "(.+)" to "(.+)"$/s.exec(line) ?? [];
        return name === undefined ? [] : ["1", `the header lacks "${name}" (is it "${near}"?)`];
      });
      expect([...rows, ...lacking]).toEqual(
        refuses.flatMap(([row, reason]) => [String(row), expect.stringMatching(reason)]),
      );
      expect(pressable(blocksOf(preview))).toEqual([]);
    }
    expect(await harness.figures()).toEqual(gives);
  });
});
