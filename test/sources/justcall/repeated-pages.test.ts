import { justcallCalls } from "../../support/builders/records/justcall";
import { errorOf, justcallHarness, range, readComplete, stopJustCall } from "../../support/harness/justcall";

afterEach(stopJustCall);
const isCalls = ({ path }: { path: string }) => path === "/calls";
const counted = (facts: readonly { type: string; recordId: string }[]) =>
  facts.filter(({ type }) => type === "phone_call_quantity").map(({ recordId }) => recordId);

describe("a list of JustCall whose pages repeat", () => {
  const one = range("2026-11-02", "2026-11-02");

  it("is refused when links promise more and lead to the same records, which would end it too early", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(800, { seconds: 20 }) } });
    let first: unknown = null;
    const repeat = (body: unknown) => {
      first ??= Object(body).data;
      return { ...Object(body), data: first };
    };
    justcall.faults.push({ match: isCalls, times: "always", effect: { kind: "rewrite", body: repeat } });
    const reading = await source.open(one);

    expect(await errorOf(reading.read(one))).toEqual({
      fault: "unexpected-answer",
      message: "JustCall answered three pages of its calls with the same records",
    });
  });

  it("is whole when its last page links onward, and is what comes beyond the end", async () => {
    const { source, justcall } = await justcallHarness({
      totalCount: true,
      records: { calls: justcallCalls(250, { seconds: 20 }) },
    });
    let last: object = {};
    const onward = (body: unknown) => {
      const { data, current_page: number } = Object(body);
      if (data.length > 0) last = Object(body);
      return { ...last, current_page: number, next_page_link: `https://api.justcall.io/v2.1/calls?page=${number + 1}` };
    };
    justcall.faults.push({ match: isCalls, times: "always", effect: { kind: "rewrite", body: onward } });
    const reading = await source.open(one);

    expect(counted((await readComplete(reading, one)).facts)).toHaveLength(250);
  });

  it("ends, too, when what repeats without end holds a record without an id", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(800, { seconds: 20 }) } });
    let first: unknown[] = [];
    let asked = 0;
    const repeat = (body: unknown) => {
      if (first.length === 0) first = [null, ...Object(body).data.slice(1)];
      asked += 1;
      if (asked > 20) throw new Error("It walks on");
      return { ...Object(body), data: first };
    };
    justcall.faults.push({ match: isCalls, times: "always", effect: { kind: "rewrite", body: repeat } });
    const reading = await source.open(one);

    expect((await errorOf(reading.read(one))).message).toBe(
      "JustCall answered three pages of its calls with the same records",
    );
    expect(asked).toBeLessThanOrEqual(6);
  });

  it("is whole when pages are counted from one, without a link or a number that says so", async () => {
    const { source, justcall } = await justcallHarness({
      arrivals: 0,
      records: { calls: justcallCalls(250, { seconds: 20 }) },
    });
    const pages = new Map<number, unknown>();
    const bare = (body: unknown) => {
      const { next_page_link: _, current_page: number, ...page } = Object(body);
      // Asked for page 1, it gives the first; asked for page 2, the second.
      const kept = pages.get(number - 1) ?? page;
      pages.set(number, page);
      return kept;
    };
    justcall.faults.push({ match: isCalls, times: "always", effect: { kind: "rewrite", body: bare } });
    const reading = await source.open(one);

    expect(counted((await readComplete(reading, one)).facts)).toHaveLength(250);
  });
});
