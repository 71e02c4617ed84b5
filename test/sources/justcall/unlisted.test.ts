import { justcallCalls } from "../../support/builders/records/justcall";
import { justcallHarness, range, readComplete, stopJustCall } from "../../support/harness/justcall";

afterEach(stopJustCall);

describe("calls that a walk over JustCall missed", () => {
  const one = range("2026-11-02", "2026-11-02");

  it("are asked for by their id: gone when deleted, found as they are now when not", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(30) } });
    const reading = await source.open(one);
    const { facts } = await readComplete(reading, one);
    const [first, second] = [...new Set(facts.map(({ recordId }) => recordId))];
    justcall.account.calls.remove(Number(first));
    justcall.resetRequests();

    const some = facts.filter(({ recordId }) => recordId === first || recordId === second);
    const missing = await reading.missing(some.filter(({ type }) => type === "phone_call_quantity"));
    const { gone, found } = await reading.verify(missing);

    expect(gone.map(({ recordId }) => recordId)).toEqual([first]);
    expect(new Set(found.map(({ recordId }) => recordId))).toEqual(new Set([second]));
  });

  it("are asked for by their id where two walks found nothing at all, which proves nothing", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(30) } });
    const before = await readComplete(await source.open(one), one);
    const isList = ({ path }: { path: string }) => path === "/calls";
    justcall.faults.push({ match: isList, times: "always", effect: { kind: "empty" } });
    const reading = await source.open(one);
    await readComplete(reading, one);
    justcall.account.calls.remove(Number(before.facts[0]?.recordId));

    const { gone, found } = await reading.verify(before.facts);

    expect(new Set(gone.map(({ recordId }) => recordId))).toEqual(new Set([before.facts[0]?.recordId]));
    expect(found).toHaveLength(before.facts.length - gone.length);
  });

  it("are gone after another walk where JustCall's 404 does not say that there is no such call", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(30) } });
    const before = await readComplete(await source.open(one), one);
    const first = before.facts[0]?.recordId;
    justcall.account.calls.remove(Number(first));
    const reading = await source.open(one);
    await readComplete(reading, one);
    const match = ({ path }: { path: string }) => /^\/calls\/\d+$/.test(path);
    justcall.faults.push({ match, times: "always", effect: { kind: "status", status: 404, body: "Not Found" } });
    const missing = before.facts.filter(({ recordId }) => recordId === first);

    expect(missing.length).toBeGreaterThan(0);
    expect(await reading.verify(missing)).toEqual({ gone: missing, found: [], unanswered: [] });
  });

  it("stand, and are said to, where it is no answer and nothing else is listed, which another walk proves nothing of", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(3) } });
    const { facts } = await readComplete(await source.open(one), one);
    const ids = [...new Set(facts.map(({ recordId }) => recordId))];
    for (const id of ids) justcall.account.calls.remove(Number(id));
    const reading = await source.open(one);
    await readComplete(reading, one);
    const match = ({ path }: { path: string }) => /^\/calls\/\d+$/.test(path);
    justcall.faults.push({ match, times: "always", effect: { kind: "status", status: 404, body: "Not Found" } });

    expect(ids).toHaveLength(3);
    expect(await reading.verify(facts)).toEqual({ gone: [], found: [], unanswered: facts });
  });

  it("stand where JustCall answers their id with something that cannot be read", async () => {
    const { source, justcall } = await justcallHarness({ records: { calls: justcallCalls(30) } });
    const reading = await source.open(one);
    const { facts } = await readComplete(reading, one);
    justcall.faults.push({ times: "always", effect: { kind: "rewrite", body: () => ({ data: { id: "?" } }) } });

    expect(await reading.verify(facts.slice(0, 1))).toEqual({
      ...{ gone: [], found: [], unanswered: [] },
    });
  });
});
