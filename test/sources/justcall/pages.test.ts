import { justcallCall, justcallCalls } from "../../support/builders/records/justcall";
import { errorOf, justcallHarness, range, readComplete, stopJustCall } from "../../support/harness/justcall";

afterEach(stopJustCall);
const isCalls = ({ path }: { path: string }) => path === "/calls";
const counted = (facts: readonly { type: string; recordId: string }[]) =>
  facts.filter(({ type }) => type === "phone_call_quantity").map(({ recordId }) => recordId);

describe("a window of JustCall that changes or breaks while it is read", () => {
  const one = range("2026-11-02", "2026-11-02");

  it.each([true, false])("holds calls that come and go meanwhile as they stand (total: %s)", async (totalCount) => {
    const { source, justcall } = await justcallHarness({
      totalCount,
      records: { calls: justcallCalls(350, { seconds: 20 }) },
    });
    const change = (_: unknown, account: typeof justcall.account) => {
      account.calls.remove(2_001);
      account.calls.add(justcallCall({ id: 9_999, startedAt: new Date("2026-11-02T20:00:00Z") }));
    };
    justcall.faults.push({ match: isCalls, skip: 1, effect: { kind: "before", run: change } });
    const reading = await source.open(one);

    const found = counted((await readComplete(reading, one)).facts);

    expect(found).toHaveLength(new Set(found).size);
    expect(found).toEqual(expect.arrayContaining(["2000", "2100", "2200", "2349", "9999"]));
  });

  it.each([true, false])(
    "case 32: is what was listed when a page that a link promised comes empty, twice (total: %s)",
    async (totalCount) => {
      const { source, justcall } = await justcallHarness({
        totalCount,
        records: { calls: justcallCalls(800, { seconds: 20 }) },
      });
      justcall.faults.push({ match: isCalls, times: "always", effect: { kind: "drop-pages", from: 5 } });
      const reading = await source.open(one);

      const { facts } = await readComplete(reading, one);

      // What is kept of the rest is asked for by its id, under the brake.
      expect(counted(facts).length).toBeGreaterThan(0);
      expect(counted(facts).length).toBeLessThan(800);
    },
  );

  it("asks again for a page that a link promised and that comes empty once", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(800, { seconds: 20 }) } });
    const empty = (body: unknown) => ({ ...Object(body), data: [] });
    justcall.faults.push({ match: isCalls, skip: 1, effect: { kind: "rewrite", body: empty } });
    const reading = await source.open(one);

    expect(counted((await readComplete(reading, one)).facts)).toHaveLength(800);
  });

  it.each(["html", "truncated", "wrong-types"] as const)("is refused when an answer is %s", async (kind) => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(30) } });
    justcall.faults.push({ match: isCalls, times: "always", effect: { kind } });
    const reading = await source.open(one);

    expect((await errorOf(reading.read(one))).fault).toBe("unexpected-answer");
  });

  it("is refused when JustCall says in a 200 that it failed, though a list stands beside it", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(30) } });
    const failed = () => ({ status: "error", message: "Something went wrong", data: [] });
    justcall.faults.push({ match: isCalls, times: "always", effect: { kind: "rewrite", body: failed } });
    const reading = await source.open(one);

    expect(await errorOf(reading.read(one))).toEqual({
      fault: "unexpected-answer",
      message: "JustCall answered /calls with an error of its own",
    });
  });

  it("counts records that cannot be read and goes on", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(10) } });
    const spoil = (body: unknown) => ({ ...Object(body), data: [null, { id: 5 }, ...Object(body).data.slice(2)] });
    justcall.faults.push({ match: isCalls, effect: { kind: "rewrite", body: spoil } });
    const reading = await source.open(one);

    const read = await readComplete(reading, one);

    expect(counted(read.facts)).toHaveLength(8);
    expect(read.leftOut).toEqual(
      new Map([
        ["call could not be read", 1],
        ["call could not be read: date", 1],
      ]),
    );
  });

  it("is refused when most of its calls no longer say in a known form how long they were", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(10) } });
    const reading = await source.open(one);
    const renamed = (item: object) => ({ ...item, call_duration: { conversation_seconds: 75 } });
    const spoil = (body: unknown) => ({ ...Object(body), data: Object(body).data.map(renamed) });
    justcall.faults.push({ match: isCalls, effect: { kind: "rewrite", body: spoil } });

    expect(await errorOf(reading.read(one))).toEqual({
      fault: "unexpected-answer",
      message:
        "10 of 10 calls in JustCall could not be read (duration); their format has changed, so Paceline needs an update",
    });
  });

  it("is refused when the agents of its calls come in another form, for then nobody's calls would count", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(10) } });
    const renamed = (item: object) => ({ ...item, agent_id: { id: 1 }, agent_email: ["rep1@acme.com"] });
    const spoil = (body: unknown) => ({ ...Object(body), data: Object(body).data.map(renamed) });
    justcall.faults.push({ match: isCalls, effect: { kind: "rewrite", body: spoil } });
    const reading = await source.open(one);

    expect(await errorOf(reading.read(one))).toEqual({
      fault: "unexpected-answer",
      message: "10 of 10 calls in JustCall could not be read; their format has changed, so Paceline needs an update",
    });
  });

  it("waits for the reset that the headers name, and loses no request to a 429", async () => {
    const { source, justcall, time } = await justcallHarness({
      burst: 30,
      records: { calls: justcallCalls(5_000, { seconds: 10 }) },
    });

    const { facts } = await readComplete(await source.open(one), one);

    expect(new Set(counted(facts)).size).toBeGreaterThan(1_000);
    expect(time.slept()).toBeGreaterThan(0);
    expect(justcall.requests.length).toBeLessThanOrEqual(54);
  });

  it("reads the same window the same after JustCall was out of order", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(30) } });
    const before = await readComplete(await source.open(one), one);
    justcall.faults.push({ match: isCalls, times: "always", effect: { kind: "status", status: 503 } });
    const reading = await source.open(one);

    expect((await errorOf(reading.read(one))).fault).toBe("unreachable");
    justcall.faults.clear();
    expect(await readComplete(await source.open(one), one)).toEqual(before);
  });
});
