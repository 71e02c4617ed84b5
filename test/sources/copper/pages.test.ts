import { at, email, emails } from "../../support/builders/records/copper";
import { copperHarness, errorOf, NOVEMBER, readComplete, stopCopper } from "../../support/harness/copper";

afterEach(stopCopper);
const isEmails = ({ path, body }: { path: string; body: unknown }) =>
  path === "/activities/search" && JSON.stringify(body).includes('"system"');
const isPage = (number: number) => (request: { path: string; body: unknown }) =>
  isEmails(request) && JSON.stringify(request.body).includes(`"page_number":${number}`);
const people = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id: id + 1, name: `Rep ${id}`, email: `Rep${id}@Acme.com` }));

describe("a window of Copper that changes or breaks while it is read", () => {
  it("is walked once, and keeps all that was listed, when a mail is deleted during it", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(1_001) } });
    const reading = await source.open(NOVEMBER);
    copper.faults.push({
      match: isPage(3),
      effect: { kind: "before", run: (_, { activities }) => void activities.remove(5_000_001) },
    });

    const { facts } = await readComplete(reading);

    // The mail that moved up past the edge of a page is listed by the next sync; what is kept of it is asked for by its id.
    expect(facts.length).toBeGreaterThanOrEqual(1_000);
    expect(copper.requests.filter(isEmails)).toHaveLength(6);
  });

  it("is walked once, each mail once, when mails are added during it", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(1_000) } });
    const reading = await source.open(NOVEMBER);
    const late = email({ id: 1, activity_date: at("2026-11-02T12:00:05Z") });
    copper.faults.push({
      match: isPage(2),
      effect: { kind: "before", run: (_, { activities }) => activities.add(late) },
    });

    const { facts } = await readComplete(reading);

    expect(new Set(facts.map(({ recordId }) => recordId)).size).toBe(facts.length);
    expect(facts.length).toBeGreaterThanOrEqual(1_000);
  });

  it("case 32: costs no second walk when Copper counts more than it lists", async () => {
    const records = { activities: emails(390), users: people(20) };
    const { source, copper } = await copperHarness({ totalOver: 600, records });

    const read = await readComplete(await source.open(NOVEMBER));

    expect(read.facts).toHaveLength(390);
    // Two pages, and of the three that the total promises beyond them the first ones, which are empty.
    expect(copper.requests.filter(isEmails).length).toBeLessThanOrEqual(7);
  });

  it("asks on past a total that is too low, to a page that is not full", async () => {
    const { source, copper } = await copperHarness({ totalOver: -500, records: { activities: emails(650) } });

    expect((await readComplete(await source.open(NOVEMBER))).facts).toHaveLength(650);
    expect(copper.requests.filter(isEmails)).toHaveLength(4);
  });

  it("is refused when a page in its middle comes empty, twice", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(1_000) } });
    const reading = await source.open(NOVEMBER);
    copper.faults.push({ match: isPage(2), times: "always", effect: { kind: "rewrite", body: () => [] } });

    expect((await errorOf(reading.read(NOVEMBER))).fault).toBe("unexpected-answer");
  });

  it("asks again for a page in its middle that comes empty once", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(1_000) } });
    const reading = await source.open(NOVEMBER);
    copper.faults.push({ match: isPage(2), effect: { kind: "rewrite", body: () => [] } });

    expect((await readComplete(reading)).facts).toHaveLength(1_000);
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
    const undated = (mail: object) => ({ ...mail, activity_date: "2026-11-02" });
    const spoil = (body: unknown) =>
      Array.isArray(body) ? [null, { id: 1 }, undated(body[2]), ...body.slice(3)] : body;
    copper.faults.push({ match: isEmails, effect: { kind: "rewrite", body: spoil } });

    const read = await readComplete(await source.open(NOVEMBER));

    expect(read.facts).toHaveLength(7);
    expect(read.leftOut).toEqual(
      new Map([
        ["email could not be read", 1],
        ["email could not be read: date", 2],
      ]),
    );
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
      { perMinute: 4, records: { activities: emails(1_000) } },
      { requestsPerMinute: 4 },
    );

    await readComplete(await source.open(NOVEMBER));

    expect(copper.requests).toHaveLength(2 + 8);
  });
});
