import { email, opportunity, PIPELINE } from "../../support/builders/records/copper";
import { copperHarness, errorOf, NOVEMBER, readComplete, stopCopper } from "../../support/harness/copper";

afterEach(stopCopper);
const people = (count: number) =>
  Array.from({ length: count }, (_, id) => ({ id: id + 1, name: `Rep ${id}`, email: `Rep${id}@Acme.com` }));

describe("opening Copper", () => {
  it("lists everybody in one request per 200 people, to a page that is not full", async () => {
    const { source } = await copperHarness({ records: { users: people(200) } });

    const reading = await source.open(NOVEMBER);

    expect(reading.people).toHaveLength(200);
    expect(reading.people?.at(-1)).toEqual({ owner: "1", name: "Rep 0", email: "rep0@acme.com" });
    // The account, and the first pages of emails and calls, which need not wait for the others.
    expect(reading.usage()).toEqual({ pages: 4, requests: 5 });
  });

  it("finds stages by name, or says what to set and reads the rest", async () => {
    const opportunities = [opportunity()];
    const records = { pipelines: [PIPELINE], opportunities, activities: [email()] };
    const { source, copper } = await copperHarness({ records }, { stages: { a: [], b: [], c: [] } });
    const found = await source.open(NOVEMBER);
    copper.account.pipelines = [];
    const asked = await source.open(NOVEMBER);

    expect(found.notices).toEqual([]);
    expect((await readComplete(found)).facts.map(({ type }) => type)).toEqual(["email_quantity", "lead_progression_a"]);
    expect(asked.notices).toHaveLength(1);
    const { facts } = await readComplete(asked);
    expect(facts.map(({ type }) => type)).toEqual(["email_quantity"]);
    const all = (await readComplete(found)).facts;
    for (const { id } of copper.account.activities.all()) copper.account.activities.remove(id);
    expect(await asked.missing(all)).toEqual(facts);
  });

  it("is off without a key", async () => {
    const { source } = await copperHarness({}, { apiKey: undefined });

    expect(source.off).toBe(
      "Copper is off until you run npm run setup again, or set COPPER_API_KEY and COPPER_USER_EMAIL",
    );
    expect((await errorOf(source.open(NOVEMBER))).fault).toBe("credentials");
  });

  it("says whose key is refused", async () => {
    const { source } = await copperHarness({ key: "another" });

    expect(await errorOf(source.open(NOVEMBER))).toEqual({
      fault: "credentials",
      message: "Copper key refused (401): an admin must renew it in COPPER_API_KEY",
    });
  });
});
