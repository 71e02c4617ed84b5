import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { importOrdersRoute } from "../../src/web/import-orders";
import { CASES } from "../support/builders/order-files/cases";
import { contentOf, type ImportCase, nameOf } from "../support/builders/order-files/order-file";
import { testDatabase } from "../support/env/database";
import { type Served, serve } from "../support/env/served-routes";
import { importCases } from "../support/harness/import-cases";

const TOKEN = "0123456789abcdef";
const answers = z.object({
  applied: z.boolean(),
  refused: z.object({ count: z.number(), rows: z.array(z.object({ row: z.number(), reason: z.string() })) }),
  notices: z.array(z.string()),
});

describe("a file over HTTP", () => {
  const test = testDatabase();
  const harness = importCases(test);
  let served: Served;
  beforeAll(async () => {
    served = await serve(importOrdersRoute({ token: TOKEN, imports: harness.imports, log: harness.log }));
  });
  afterEach(() => harness.imports.idle());
  afterAll(() => served.close());

  const post = async (one: ImportCase) => {
    const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "text/csv" };
    const response = await fetch(`${served.url}?apply=true`, { method: "POST", headers, body: contentOf(one) });
    const body = answers.parse(await response.json());
    await harness.imports.idle();
    return { status: response.status, body };
  };

  it.each(CASES.map((one) => [nameOf(one), one] as const))("%s", async (_name, one) => {
    await harness.arrange(one);

    const { status, body } = await post(one);

    const { gives = {}, refuses = [], says = [] } = one;
    expect(body.refused.rows).toEqual(refuses.map(([row, reason]) => ({ row, reason: expect.stringMatching(reason) })));
    expect(body.notices).toEqual(expect.arrayContaining(says.map((words) => expect.stringMatching(words))));
    expect([status, body.applied]).toEqual(refuses.length > 0 ? [422, false] : [200, true]);
    expect(await harness.figures()).toEqual(gives);
    if (refuses.length > 0) expect(await harness.orders()).toBe(0);
    else if (one.orders !== undefined) expect(await harness.orders()).toBe(one.orders);
    expect(harness.logged).toEqual([]);
  });

  it("has a case for every file that lies there", () => {
    const files = readdirSync(join(__dirname, "files")).sort();

    expect([...new Set(CASES.map(({ file }) => file))].sort()).toEqual(files);
  });
});
