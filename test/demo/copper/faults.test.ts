import type { FakeCopper } from "../../../src/demo/copper/fake-copper";
import { activity, get, HEADERS, idsOf, post, quietCopper } from "../../support/harness/demo/copper";

const ask = (copper: FakeCopper): Promise<Response> => fetch(`${copper.url}/account`, { headers: HEADERS });

describe("the script of faults", () => {
  let copper: FakeCopper;
  beforeEach(async () => {
    copper = await quietCopper({ records: { activities: [1, 2, 3].map((id) => activity(id)) } });
  });
  afterEach(() => copper.close());

  it("shows a status as often as asked, with the Retry-After as written", async () => {
    copper.faults.push({ times: 2, effect: { kind: "status", status: 429, retryAfter: "-99999999" } });

    const answers = [await ask(copper), await ask(copper), await ask(copper)];

    expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(answers.map(({ headers }) => headers.get("Retry-After"))).toEqual(["-99999999", "-99999999", null]);
  });

  it("meets only requests that match, after those it lets pass, and tells what was not used", async () => {
    const match = ({ path }: { readonly path: string }): boolean => path === "/account";
    copper.faults.push({ match, skip: 1, effect: { kind: "status", status: 502 } });

    expect((await get(copper, "/pipelines")).status).toBe(200);
    expect((await ask(copper)).status).toBe(200);
    expect(copper.faults.unused()).toHaveLength(1);
    expect((await ask(copper)).status).toBe(502);
    expect(copper.faults.unused()).toEqual([]);
  });

  it("goes on forever when told to, until it is cleared", async () => {
    copper.faults.push({ times: "always", effect: { kind: "status", status: 500 } });

    expect([(await ask(copper)).status, (await ask(copper)).status]).toEqual([500, 500]);
    copper.faults.clear();
    expect((await ask(copper)).status).toBe(200);
  });

  it("sends a page of HTML with 200", async () => {
    copper.faults.push({ effect: { kind: "html" } });

    const response = await ask(copper);

    expect([response.status, (await response.text()).startsWith("<html>")]).toEqual([200, true]);
  });

  it("sends an empty list that claims to hold nothing", async () => {
    copper.faults.push({ effect: { kind: "empty" } });

    expect(await post(copper, "/activities/search", {})).toEqual({ status: 200, total: "0", body: [] });
  });

  it("drops pages from one on while the total names all", async () => {
    copper.faults.push({ times: "always", effect: { kind: "drop-pages", from: 2 } });
    const page = (page_number: number) => post(copper, "/activities/search", { page_number, page_size: 2 });

    expect(idsOf((await page(1)).body)).toEqual([3, 2]);
    expect(await page(2)).toEqual({ status: 200, total: "3", body: [] });
  });

  it("truncates the JSON, with the connection whole or cut", async () => {
    copper.faults.push({ effect: { kind: "truncated" } }, { effect: { kind: "cut" } });

    await expect((await ask(copper)).json()).rejects.toThrow(/JSON/);
    await expect((async () => (await ask(copper)).json())()).rejects.toThrow("terminated");
  });

  it("changes the types of every value, or whatever a test likes", async () => {
    copper.faults.push(
      { effect: { kind: "wrong-types" } },
      { effect: { kind: "rewrite", body: () => ({ id: null }) } },
    );

    expect(await (await ask(copper)).json()).toEqual({ id: "n100624", name: ["Acme Beverages"] });
    expect(await (await ask(copper)).json()).toEqual({ id: null });
  });

  it("never answers, resets the connection, or answers late", async () => {
    copper.faults.push(
      { effect: { kind: "hang" } },
      { effect: { kind: "reset" } },
      { effect: { kind: "slow", ms: 120 } },
    );
    const signal = AbortSignal.timeout(100);

    await expect(fetch(`${copper.url}/account`, { headers: HEADERS, signal })).rejects.toThrow(/aborted/);
    await expect(ask(copper)).rejects.toThrow("fetch failed");
    const before = performance.now();
    expect((await ask(copper)).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(100);
  });

  it("changes the account between two pages, beside another fault on the same request", async () => {
    const search = { page_size: 2, sort_by: "activity_date" };
    copper.faults.push(
      { skip: 1, effect: { kind: "before", run: (_, { activities }) => void activities.add(activity(4)) } },
      { skip: 1, effect: { kind: "slow", ms: 1 } },
    );

    const first = await post(copper, "/activities/search", { ...search, page_number: 1 });
    const second = await post(copper, "/activities/search", { ...search, page_number: 2 });

    // The new record pushed one that was already read on to the second page.
    expect([idsOf(first.body), idsOf(second.body), second.total]).toEqual([[3, 2], [2, 1], "4"]);
    expect(copper.faults.unused()).toEqual([]);
  });
});
