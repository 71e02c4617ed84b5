import { z } from "zod";
import { importCommand } from "../../src/cli/import-command";
import { CASES } from "../support/builders/order-files/cases";
import { type ImportCase, nameOf, pathOf } from "../support/builders/order-files/order-file";
import { testDatabase } from "../support/env/database";
import { importCases } from "../support/harness/import-cases";

const answers = z.object({
  applied: z.boolean(),
  refused: z.object({ rows: z.array(z.object({ row: z.number(), reason: z.string() })) }),
  notices: z.array(z.string()),
});

describe("a file on the command line", () => {
  const test = testDatabase();
  const harness = importCases(test);
  afterEach(() => harness.imports.idle());

  const run = async (one: ImportCase) => {
    const said: string[] = [];
    const terminal = { out: (text: string) => void said.push(text), err: () => {} };
    const { imports, days } = harness;
    const options = { yes: true, json: true };
    const code = await importCommand(pathOf(one), { options, app: { imports, days }, terminal });
    return { code, answer: answers.parse(JSON.parse(said.join("\n"))) };
  };

  it.each(CASES.map((one) => [nameOf(one), one] as const))("%s", async (_name, one) => {
    await harness.arrange(one);

    const { code, answer } = await run(one);

    const { gives = {}, refuses = [], says = [] } = one;
    expect(answer.refused.rows).toEqual(
      refuses.map(([row, reason]) => ({ row, reason: expect.stringMatching(reason) })),
    );
    expect(answer.notices).toEqual(expect.arrayContaining(says.map((words) => expect.stringMatching(words))));
    expect([code, answer.applied]).toEqual(refuses.length > 0 ? [2, false] : [0, true]);
    expect(await harness.figures()).toEqual(gives);
  });
});
