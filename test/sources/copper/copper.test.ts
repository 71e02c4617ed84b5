import { day } from "../../../src/metrics/day";
import { at, call, email, emails, opportunity, PIPELINE } from "./fixtures";
import { copperRig, days, errorOf, NOVEMBER, stopCopper, whole } from "./rig";

afterEach(stopCopper);

const isEmails = ({ path, body }: { path: string; body: unknown }) =>
  path === "/activities/search" && JSON.stringify(body).includes('"system"');
const isPage = (number: number) => (request: { path: string; body: unknown }) =>
  isEmails(request) && JSON.stringify(request.body).includes(`"page_number":${number}`);

const people = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id: id + 1, name: `Rep ${id}`, email: `Rep${id}@Acme.com` }));

describe("opening Copper", () => {
  it("lists everybody in one request per 200 people", async () => {
    const { source } = await copperRig({ records: { users: people(200) } });

    const reading = await source.open(NOVEMBER);

    expect(reading.people).toHaveLength(200);
    expect(reading.people?.[0]).toEqual({ owner: "1", name: "Rep 0", email: "rep0@acme.com" });
    // The account, and the first page of the e-mails, which need not wait for the others.
    expect(reading.usage()).toEqual({ pages: 2, requests: 3 });
  });

  it("finds stages by name, or says what to set and reads the rest", async () => {
    const opportunities = [opportunity()];
    const records = { pipelines: [PIPELINE], opportunities, activities: [email()] };
    const { source, copper } = await copperRig({ records }, { stages: { a: [], b: [], c: [] } });
    const found = await source.open(NOVEMBER);
    copper.account.pipelines = [];
    const asked = await source.open(NOVEMBER);

    expect(found.notices).toEqual([]);
    expect((await whole(found)).facts.map(({ type }) => type)).toEqual(["email_quantity", "lead_progression_a"]);
    expect(asked.notices).toHaveLength(1);
    const { facts } = await whole(asked);
    expect(facts.map(({ type }) => type)).toEqual(["email_quantity"]);
    const all = (await whole(found)).facts;
    for (const { id } of copper.account.activities.all()) copper.account.activities.remove(id);
    expect(await asked.gone(all)).toEqual(facts);
  });

  it("is off without a key", async () => {
    const { source } = await copperRig({}, { apiKey: undefined });

    expect(source.off).toBe("Copper is off: set COPPER_API_KEY and COPPER_USER_EMAIL to switch it on");
    expect((await errorOf(source.open(NOVEMBER))).fault).toBe("credentials");
  });

  it("says whose key is refused", async () => {
    const { source } = await copperRig({ key: "another" });

    expect(await errorOf(source.open(NOVEMBER))).toEqual({
      fault: "credentials",
      message: "Copper key refused (401): an admin must renew it in COPPER_API_KEY",
    });
  });
});

describe("a window of Copper", () => {
  it.each([
    [0, 5, 1],
    [1, 5, 1],
    [200, 5, 1],
    [201, 5, 2],
    [1_000, 5, 5],
    [1_000, 200, 5],
  ])("with %i e-mails of %i people is read in the requests its pages need", async (count, people, pages) => {
    const { source, copper } = await copperRig({ records: { activities: emails(count, { people }) } });

    const read = await whole(await source.open(NOVEMBER));

    expect(read.facts).toHaveLength(count);
    // The people, the account, calls and opportunities.
    expect(copper.requests).toHaveLength(pages + 4);
  });

  it("reads its three lists, leaves out what is none of them, and is the same when read twice", async () => {
    const note = call({ id: 9, type: { id: 0, category: "user" } });
    const handLogged = email({ id: 10, type: { id: 2_279_550, category: "user" } });
    const activities = [email(), email({ id: 8 }), call(), call({ id: 11, is_deleted: true }), note, handLogged];
    const { source } = await copperRig({ records: { activities, opportunities: [opportunity()] } });

    const reading = await source.open(NOVEMBER);
    const read = await whole(reading);

    expect(read.facts.map(({ type }) => type)).toEqual([
      "email_quantity",
      "phone_call_quantity",
      "talk_time_minutes",
      "lead_progression_a",
    ]);
    expect(read.leftOut).toEqual(
      new Map([
        ["copy of an e-mail that is counted already", 1],
        ["deleted in Copper", 1],
      ]),
    );
    expect(await whole(reading)).toEqual(read);
  });

  it("holds its first instant and not its last, with equal times at its edges and its pages' edges", async () => {
    const [since, until] = [NOVEMBER.since.getTime() / 1_000, NOVEMBER.until.getTime() / 1_000];
    const seconds = [since - 1, since, since, until - 1, until, until + 1];
    const edges = seconds.map((activity_date, index) => call({ id: 100 + index, activity_date }));
    const same = Array.from({ length: 450 }, (_, index) => call({ id: 1_000 + index }));
    const { source } = await copperRig({ records: { activities: [...edges, ...same] } });

    const { facts } = await whole(await source.open(NOVEMBER));

    const ids = facts.filter(({ type }) => type === "phone_call_quantity").map(({ recordId }) => recordId);
    expect(ids.filter((id) => Number(id) < 1_000)).toEqual(["101", "102", "103"]);
    expect(new Set(ids).size).toBe(453);
  });

  it.each(["2026-11-01", "2026-03-08"])("%s, when clocks change, is read whole and once", async (text) => {
    const one = days.instantsOf({ from: day(text), to: day(text) });
    const hours = Array.from({ length: 27 }, (_, hour) => one.since.getTime() / 1_000 - 3_600 + hour * 3_600);
    const activities = hours.map((activity_date, index) => call({ id: 1 + index, activity_date, details: null }));
    const { source } = await copperRig({ records: { activities } });

    const { facts } = await whole(await source.open(one), one);

    expect(facts).toHaveLength(text === "2026-11-01" ? 25 : 23);
    expect(new Set(facts.map((fact) => fact.day))).toEqual(new Set([text]));
  });

  it("has no copy of a mail that the window before has, at whichever of their edges it lies", async () => {
    const noon = at("2026-11-10T12:00:00Z");
    const copies = [-2, 0, 3].map((second, index) => email({ id: 100 + index, activity_date: noon + second }));
    const details = { id: "other", sender: { name: "Ana", email: "ana@acme.com" }, recipients: [], subject: "Hi" };
    const other = email({ id: 200, activity_date: noon + 5, details });
    const { source } = await copperRig({ records: { activities: [...copies, other] } });
    const reading = await source.open(NOVEMBER);
    const edges = [NOVEMBER.since, new Date(noon * 1_000), new Date((noon + 2) * 1_000), NOVEMBER.until];
    const reads = [];
    for (const [index, until] of edges.slice(1).entries()) {
      reads.push(await whole(reading, { since: edges[index] ?? until, until }));
    }

    expect(reads.map(({ facts }) => facts.map(({ at }) => at.getTime() / 1_000 - noon))).toEqual([[-2], [], [5]]);
    expect(reads.map(({ leftOut }) => [...leftOut.values()])).toEqual([[], [1], [1]]);
  });

  it("holds too many records before any further page is asked for", async () => {
    const { source, copper } = await copperRig({ totalOver: 20_001, records: { users: people(5) } });
    const reading = await source.open(NOVEMBER);
    copper.resetRequests();

    expect(await reading.read(NOVEMBER)).toEqual({ kind: "too-many", records: 20_001 });
    expect(copper.requests.length).toBeLessThanOrEqual(3);
  });
});

describe("a window of Copper that changes or breaks while it is read", () => {
  it("is walked once more when a mail is deleted during it", async () => {
    const { source, copper } = await copperRig({ records: { activities: emails(1_001) } });
    const reading = await source.open(NOVEMBER);
    copper.faults.push({
      match: isPage(2),
      trouble: { kind: "before", run: (_, { activities }) => void activities.remove(5_000_001) },
    });

    const { facts } = await whole(reading);

    expect(facts).toHaveLength(1_000);
    expect(new Set(facts.map(({ recordId }) => recordId)).has("mail-200")).toBe(true);
  });

  it("is walked once more when a mail is added during it", async () => {
    const { source, copper } = await copperRig({ records: { activities: emails(1_000) } });
    const reading = await source.open(NOVEMBER);
    const late = email({ id: 1, activity_date: at("2026-11-02T12:00:05Z") });
    copper.faults.push({
      match: isPage(2),
      trouble: { kind: "before", run: (_, { activities }) => activities.add(late) },
    });

    expect((await whole(reading)).facts).toHaveLength(1_001);
  });

  it("is refused when it changes in both walks", async () => {
    const { source, copper } = await copperRig({ records: { activities: emails(401) } });
    const reading = await source.open(NOVEMBER);
    const removing = (id: number) => ({
      kind: "before" as const,
      run: (_: unknown, { activities }: typeof copper.account) => void activities.remove(id),
    });
    copper.faults.push(
      { match: isPage(2), trouble: removing(5_000_001) },
      { match: isPage(2), skip: 1, trouble: removing(5_000_002) },
    );

    expect(await errorOf(reading.read(NOVEMBER))).toEqual({
      fault: "unexpected-answer",
      message: "Copper's e-mails changed while they were read, twice; they are read again at the next sync",
    });
  });

  it("is kept but takes nothing back when Copper counts a few more than it lists, twice over", async () => {
    const calls = Array.from({ length: 20 }, (_, id) => call({ id: id + 1 }));
    const deals = Array.from({ length: 20 }, (_, id) => opportunity({ id: id + 1 }));
    const records = { activities: [...emails(390), ...calls], opportunities: deals, users: people(20) };
    const { source } = await copperRig({ totalOver: 3, records });

    const read = await whole(await source.open(NOVEMBER));

    expect(read.facts).toHaveLength(390 + 40 + 20);
    expect(read.short).toBe(
      "Copper listed 390 of 393 e-mails. Copper listed 20 of 23 calls. Copper listed 20 of 23 opportunities.",
    );
  });

  it.each([
    ["half its pages", { kind: "drop-pages", from: 3 } as const],
    ["a page in its middle", { kind: "rewrite", body: () => [] } as const],
  ])("is refused when %s come empty", async (_, trouble) => {
    const { source, copper } = await copperRig({ records: { activities: emails(1_000) } });
    const reading = await source.open(NOVEMBER);
    copper.faults.push({ match: trouble.kind === "rewrite" ? isPage(2) : isEmails, times: "always", trouble });

    expect((await errorOf(reading.read(NOVEMBER))).fault).toBe("unexpected-answer");
  });

  it.each(["html", "truncated", "wrong-types"] as const)("is refused when an answer is %s", async (kind) => {
    const { source, copper } = await copperRig({ records: { activities: emails(300) } });
    copper.faults.push({ match: isEmails, times: "always", trouble: { kind } });
    const reading = await source.open(NOVEMBER);

    expect((await errorOf(reading.read(NOVEMBER))).fault).toBe("unexpected-answer");
  });

  it("is refused when an answer is no list", async () => {
    const { source, copper } = await copperRig();
    copper.faults.push({ match: isEmails, trouble: { kind: "rewrite", body: () => ({ activities: [] }) } });
    const reading = await source.open(NOVEMBER);

    expect((await errorOf(reading.read(NOVEMBER))).fault).toBe("unexpected-answer");
  });

  it("counts records that cannot be read and goes on", async () => {
    const { source, copper } = await copperRig({ records: { activities: emails(10) } });
    const spoil = (body: unknown) => (Array.isArray(body) ? [null, "x", { id: 1 }, ...body.slice(3)] : body);
    copper.faults.push({ match: isEmails, trouble: { kind: "rewrite", body: spoil } });

    const read = await whole(await source.open(NOVEMBER));

    expect(read.facts).toHaveLength(7);
    expect(read.leftOut).toEqual(new Map([["could not be read", 3]]));
  });

  it("goes on after a 429, a 500 and a lost connection, and counts every request", async () => {
    const { source, copper, time } = await copperRig({ records: { activities: emails(10) } });
    copper.faults.push(
      { match: isEmails, trouble: { kind: "status", status: 429, retryAfter: "9" } },
      { match: isEmails, trouble: { kind: "status", status: 500 } },
      { match: isEmails, trouble: { kind: "reset" } },
    );
    const reading = await source.open(NOVEMBER);

    expect((await whole(reading)).facts).toHaveLength(10);
    // The people and three lists are a page each; besides them the account, and three tries in vain.
    expect(reading.usage()).toEqual({ pages: 4, requests: 4 + 1 + 3 });
    expect(time.slept()).toBeGreaterThanOrEqual(9_000);
  });

  it("fails and then recovers when Copper is out of order for a time", async () => {
    const { source, copper } = await copperRig({ records: { activities: emails(10) } });
    const reading = await source.open(NOVEMBER);
    copper.faults.push({ times: "always", trouble: { kind: "status", status: 500 } });

    expect((await errorOf(reading.read(NOVEMBER))).fault).toBe("unreachable");
    copper.faults.clear();
    expect((await whole(await source.open(NOVEMBER))).facts).toHaveLength(10);
  });

  it("never asks more than Copper allows", async () => {
    const { source, copper } = await copperRig(
      { perMinute: 3, records: { activities: emails(1_000) } },
      { requestsPerMinute: 3 },
    );

    await whole(await source.open(NOVEMBER));

    expect(copper.requests).toHaveLength(2 + 7);
  });
});

describe("records of Copper that are no longer listed", () => {
  it("are gone, but for entries of opportunities that still exist", async () => {
    const deals = [1, 2, 3].map((id) => opportunity({ id }));
    const { source, copper } = await copperRig({ records: { activities: [email(), call()], opportunities: deals } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await whole(reading);
    copper.account.opportunities.change(1, { pipeline_stage_id: 14, status: "Won" });
    copper.account.opportunities.remove(2);
    for (const { id } of copper.account.activities.all()) copper.account.activities.remove(id);
    copper.resetRequests();

    const gone = await reading.gone(facts);

    expect(gone.map(({ type, recordId }) => [type, recordId.split("-")[0]])).toEqual([
      ["email_quantity", "<CAF=x1%3A7@mail.acme.com>"],
      ["phone_call_quantity", "3061844454"],
      ["talk_time_minutes", "3061844454"],
      ["lead_progression_a", "2"],
    ]);
    expect(copper.requests).toHaveLength(3);
  });

  it("are not gone when a walk missed them and Copper lists them at their time", async () => {
    const { source } = await copperRig({ records: { activities: [email(), call()] } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await whole(reading);

    expect(await reading.gone(facts)).toEqual([]);
  });

  it("are gone when another stage was set to be theirs, and nobody is asked", async () => {
    const { source, copper } = await copperRig({ records: { opportunities: [opportunity({ id: 1 })] } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await whole(reading);
    const before = facts.map((fact) => ({ ...fact, recordId: fact.recordId.replace(/-\d+-/, "-999-") }));
    copper.resetRequests();

    expect(await reading.gone(before)).toEqual(before);
    expect(copper.requests).toEqual([]);
  });

  it("are looked for 200 opportunities at a time", async () => {
    const deals = Array.from({ length: 401 }, (_, id) => opportunity({ id: id + 1 }));
    const { source, copper } = await copperRig({ records: { opportunities: deals } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await whole(reading);
    copper.account.opportunities.remove(77);
    copper.resetRequests();

    expect((await reading.gone(facts)).map(({ recordId }) => recordId.split("-")[0])).toEqual(["77"]);
    expect(copper.requests).toHaveLength(3);
  });
});
