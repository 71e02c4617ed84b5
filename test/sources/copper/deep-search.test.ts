import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import { copperSource } from "../../../src/sources/copper";
import { emails } from "../../support/builders/records/copper";
import { recordedLog } from "../../support/env/logs/recorded-logs";
import { unsealed } from "../../support/fakes/unsealed";
import { days, NOVEMBER } from "../../support/harness/copper";
import { windowsOf } from "../../support/harness/vendor-clients";

/** Copper shows no more than the first so many matches of a search, whatever its paging. */
const DEPTH = 100_000;
const COUNT = 100_300;
const STEP = 10;
const [FIRST] = emails(1);
const BEGIN = FIRST?.activity_date ?? 0;

const Search = z.object({
  minimum_activity_date: z.number(),
  maximum_activity_date: z.number(),
  activity_types: z.array(z.object({ id: z.number() })),
  page_number: z.number(),
});

/** The page of emails, ten seconds apart, that a search asks for: counted, not looked for, since there are many. */
function page(search: z.infer<typeof Search>): { total: number; rows: readonly unknown[] } {
  const first = Math.max(0, Math.ceil((search.minimum_activity_date - BEGIN) / STEP));
  const last = Math.min(COUNT - 1, Math.floor((search.maximum_activity_date - BEGIN) / STEP));
  const total = search.activity_types[0]?.id === 6 ? Math.max(0, last - first + 1) : 0;
  const from = (search.page_number - 1) * 200;
  const shown = Math.max(0, Math.min(200, Math.min(total, DEPTH) - from));
  return { total, rows: Array.from({ length: shown }, (_, row) => mail(first + from + row)) };
}

function mail(index: number): unknown {
  const details = { id: `mail-${index}`, sender: { email: "ana@acme.com" }, recipients: [], subject: "Hi" };
  return { ...FIRST, id: 5_000_000 + index, activity_date: BEGIN + index * STEP, details };
}

describe("a window with more emails than Copper shows of a search", () => {
  let requests = 0;
  const server = createServer(async (request: IncomingMessage, response) => {
    requests += 1;
    const search = Search.safeParse(request.method === "POST" ? await json(request) : null);
    const { total, rows } = search.success ? page(search.data) : { total: 0, rows: [] };
    response.writeHead(200, { "X-PW-TOTAL": String(total) }).end(JSON.stringify(rows));
  });
  beforeAll(() => new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening)));
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it("case 36: is cut until every part fits, and none is missing or doubled", async () => {
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const stages = { a: ["11"], b: ["12"], c: ["13"] };
    const options = {
      seal: unsealed,
      apiKey: "k3y",
      userEmail: "a@acme.com",
      requestsPerMinute: 1e9,
      stages,
      days,
      log: recordedLog(),
    };
    const source = copperSource({ ...options, baseUrl: `http://127.0.0.1:${port}`, clock: () => performance.now() });
    const reading = await source.open(NOVEMBER);
    requests = 0;

    const reads = await windowsOf(reading, NOVEMBER);

    const found = reads.flatMap(({ facts }) => facts.map(({ recordId }) => recordId));
    expect([found.length, new Set(found).size]).toEqual([COUNT, COUNT]);
    expect(reads.length).toBeGreaterThan(5);
    expect(requests).toBeLessThanOrEqual(Math.ceil(COUNT / 200) + 5 * reads.length);
  });
});
