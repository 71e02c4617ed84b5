import { at, copperCall, email, emails, opportunity } from "../../support/builders/copper-records";
import { copperHarness, errorOf, NOVEMBER, readComplete, stopCopper } from "../../support/harness/copper";

afterEach(stopCopper);
const isEmails = ({ path, body }: { path: string; body: unknown }) =>
  path === "/activities/search" && JSON.stringify(body).includes('"system"');
const isPage = (number: number) => (request: { path: string; body: unknown }) =>
  isEmails(request) && JSON.stringify(request.body).includes(`"page_number":${number}`);
const people = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id: id + 1, name: `Rep ${id}`, email: `Rep${id}@Acme.com` }));

describe("a window of Copper that changes or breaks while it is read", () => {
  it("is walked once more when a mail is deleted during it", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(1_001) } });
    const reading = await source.open(NOVEMBER);
    copper.faults.push({
      match: isPage(2),
      effect: { kind: "before", run: (_, { activities }) => void activities.remove(5_000_001) },
    });

    const { facts } = await readComplete(reading);

    expect(facts).toHaveLength(1_000);
    expect(new Set(facts.map(({ recordId }) => recordId)).has("mail-200")).toBe(true);
  });

  it("is walked once more when a mail is added during it", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(1_000) } });
    const reading = await source.open(NOVEMBER);
    const late = email({ id: 1, activity_date: at("2026-11-02T12:00:05Z") });
    copper.faults.push({
      match: isPage(2),
      effect: { kind: "before", run: (_, { activities }) => activities.add(late) },
    });

    expect((await readComplete(reading)).facts).toHaveLength(1_001);
  });

  it("is refused when it changes in both walks", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(401) } });
    const reading = await source.open(NOVEMBER);
    const removing = (id: number) => ({
      kind: "before" as const,
      run: (_: unknown, { activities }: typeof copper.account) => void activities.remove(id),
    });
    copper.faults.push(
      { match: isPage(2), effect: removing(5_000_001) },
      { match: isPage(2), skip: 1, effect: removing(5_000_002) },
    );

    expect(await errorOf(reading.read(NOVEMBER))).toEqual({
      fault: "unexpected-answer",
      message: "Copper's e-mails changed while they were read, twice; they are read again at the next sync",
    });
  });

  it("case 32: is kept but takes nothing back when Copper counts a few more than it lists, twice over", async () => {
    const calls = Array.from({ length: 20 }, (_, id) => copperCall({ id: id + 1 }));
    const deals = Array.from({ length: 20 }, (_, id) => opportunity({ id: id + 1 }));
    const records = { activities: [...emails(390), ...calls], opportunities: deals, users: people(20) };
    const { source } = await copperHarness({ totalOver: 3, records });

    const read = await readComplete(await source.open(NOVEMBER));

    expect(read.facts).toHaveLength(390 + 40 + 20);
    expect(read.shortfall).toBe(
      "Copper listed 390 of 393 e-mails. Copper listed 20 of 23 calls. Copper listed 20 of 23 opportunities.",
    );
  });

  it.each([
    ["half its pages", { kind: "drop-pages", from: 3 } as const],
    ["a page in its middle", { kind: "rewrite", body: () => [] } as const],
  ])("is refused when %s come empty", async (_, effect) => {
    const { source, copper } = await copperHarness({ records: { activities: emails(1_000) } });
    const reading = await source.open(NOVEMBER);
    copper.faults.push({ match: effect.kind === "rewrite" ? isPage(2) : isEmails, times: "always", effect });

    expect((await errorOf(reading.read(NOVEMBER))).fault).toBe("unexpected-answer");
  });

  it.each(["html", "truncated", "wrong-types"] as const)("is refused when an answer is %s", async (kind) => {
    const { source, copper } = await copperHarness({ records: { activities: emails(300) } });
    copper.faults.push({ match: isEmails, times: "always", effect: { kind } });
    const reading = await source.open(NOVEMBER);

    expect((await errorOf(reading.read(NOVEMBER))).fault).toBe("unexpected-answer");
  });

  it("is refused when an answer is no list", async () => {
    const { source, copper } = await copperHarness();
    copper.faults.push({ match: isEmails, effect: { kind: "rewrite", body: () => ({ activities: [] }) } });
    const reading = await source.open(NOVEMBER);

    expect((await errorOf(reading.read(NOVEMBER))).fault).toBe("unexpected-answer");
  });

  it("counts records that cannot be read and goes on", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(10) } });
    const spoil = (body: unknown) => (Array.isArray(body) ? [null, "x", { id: 1 }, ...body.slice(3)] : body);
    copper.faults.push({ match: isEmails, effect: { kind: "rewrite", body: spoil } });

    const read = await readComplete(await source.open(NOVEMBER));

    expect(read.facts).toHaveLength(7);
    expect(read.leftOut).toEqual(new Map([["could not be read", 3]]));
  });

  it("goes on after a 429, a 500 and a lost connection, and counts every request", async () => {
    const { source, copper, time } = await copperHarness({ records: { activities: emails(10) } });
    copper.faults.push(
      { match: isEmails, effect: { kind: "status", status: 429, retryAfter: "9" } },
      { match: isEmails, effect: { kind: "status", status: 500 } },
      { match: isEmails, effect: { kind: "reset" } },
    );
    const reading = await source.open(NOVEMBER);

    expect((await readComplete(reading)).facts).toHaveLength(10);
    // The people and three lists are a page each; then the account, and three tries in vain.
    expect(reading.usage()).toEqual({ pages: 4, requests: 4 + 1 + 3 });
    expect(time.slept()).toBeGreaterThanOrEqual(9_000);
  });

  it("fails and then recovers when Copper is out of order for a time", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(10) } });
    const reading = await source.open(NOVEMBER);
    copper.faults.push({ times: "always", effect: { kind: "status", status: 500 } });

    expect((await errorOf(reading.read(NOVEMBER))).fault).toBe("unreachable");
    copper.faults.clear();
    expect((await readComplete(await source.open(NOVEMBER))).facts).toHaveLength(10);
  });

  it("never asks more than Copper allows", async () => {
    const { source, copper } = await copperHarness(
      { perMinute: 3, records: { activities: emails(1_000) } },
      { requestsPerMinute: 3 },
    );

    await readComplete(await source.open(NOVEMBER));

    expect(copper.requests).toHaveLength(2 + 7);
  });
});
