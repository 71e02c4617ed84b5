import { day } from "../../../src/time/day";
import { at, copperCall, email, emails, opportunity } from "../../support/builders/records/copper";
import { copperHarness, days, NOVEMBER, readComplete, stopCopper } from "../../support/harness/copper";

afterEach(stopCopper);
const people = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id: id + 1, name: `Rep ${id}`, email: `Rep${id}@Acme.com` }));

describe("a window of Copper", () => {
  it.each([
    [0, 5, 1],
    [1, 5, 1],
    [200, 5, 2],
    [201, 5, 2],
    [1_000, 5, 6],
    [1_000, 200, 6],
  ])("with %i emails of %i people is read in the requests its pages need", async (count, people, pages) => {
    const { source, copper } = await copperHarness({ records: { activities: emails(count, { people }) } });

    const read = await readComplete(await source.open(NOVEMBER));

    expect(read.facts).toHaveLength(count);
    // A list ends with a page that is not full. Besides: the people, the account, calls and opportunities.
    expect(copper.requests).toHaveLength(pages + 4);
  });

  it("reads its three lists, leaves out what is none of them, and is the same when read twice", async () => {
    const note = copperCall({ id: 9, type: { id: 0, category: "user" } });
    const handLogged = email({ id: 10, type: { id: 2_279_550, category: "user" } });
    const activities = [
      email(),
      email({ id: 8 }),
      copperCall(),
      copperCall({ id: 11, is_deleted: true }),
      note,
      handLogged,
    ];
    const { source } = await copperHarness({ records: { activities, opportunities: [opportunity()] } });

    const reading = await source.open(NOVEMBER);
    const read = await readComplete(reading);

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
    expect(await readComplete(reading)).toEqual(read);
  });

  it("holds its first instant and not its last, with equal times at its edges and its pages' edges", async () => {
    const [since, until] = [NOVEMBER.since.getTime() / 1_000, NOVEMBER.until.getTime() / 1_000];
    const seconds = [since - 1, since, since, until - 1, until, until + 1];
    const edges = seconds.map((activity_date, index) => copperCall({ id: 100 + index, activity_date }));
    const same = Array.from({ length: 450 }, (_, index) => copperCall({ id: 1_000 + index }));
    const { source } = await copperHarness({ records: { activities: [...edges, ...same] } });

    const { facts } = await readComplete(await source.open(NOVEMBER));

    const ids = facts.filter(({ type }) => type === "phone_call_quantity").map(({ recordId }) => recordId);
    expect(ids.filter((id) => Number(id) < 1_000)).toEqual(["101", "102", "103"]);
    expect(new Set(ids).size).toBe(453);
  });

  it.each(["2026-11-01", "2026-03-08"])("%s, when clocks change, is read completely and once", async (text) => {
    const one = days.instantsOf({ from: day(text), to: day(text) });
    const hours = Array.from({ length: 27 }, (_, hour) => one.since.getTime() / 1_000 - 3_600 + hour * 3_600);
    const activities = hours.map((activity_date, index) => copperCall({ id: 1 + index, activity_date, details: null }));
    const { source } = await copperHarness({ records: { activities } });

    const { facts } = await readComplete(await source.open(one), one);

    expect(facts).toHaveLength(text === "2026-11-01" ? 25 : 23);
    expect(new Set(facts.map((fact) => fact.day))).toEqual(new Set([text]));
  });

  it("has no copy of a mail that the window before has, at whichever of their edges it lies", async () => {
    const noon = at("2026-11-10T12:00:00Z");
    const copies = [-2, 0, 3].map((second, index) => email({ id: 100 + index, activity_date: noon + second }));
    const details = { id: "other", sender: { name: "Ana", email: "ana@acme.com" }, recipients: [], subject: "Hi" };
    const other = email({ id: 200, activity_date: noon + 5, details });
    const { source } = await copperHarness({ records: { activities: [...copies, other] } });
    const reading = await source.open(NOVEMBER);
    const edges = [NOVEMBER.since, new Date(noon * 1_000), new Date((noon + 2) * 1_000), NOVEMBER.until];
    const reads = [];
    for (const [index, until] of edges.slice(1).entries()) {
      reads.push(await readComplete(reading, { since: edges[index] ?? until, until }));
    }

    expect(reads.map(({ facts }) => facts.map(({ at }) => at.getTime() / 1_000 - noon))).toEqual([[-2], [], [5]]);
    expect(reads.map(({ leftOut }) => [...leftOut.values()])).toEqual([[], [1], [1]]);
  });

  it("holds too many records before any further page is asked for", async () => {
    const { source, copper } = await copperHarness({ totalOver: 20_001, records: { users: people(5) } });
    const reading = await source.open(NOVEMBER);
    copper.resetRequests();

    expect(await reading.read(NOVEMBER)).toEqual({ kind: "too-many", records: 20_001 });
    expect(copper.requests.length).toBeLessThanOrEqual(3);
  });
});
