import fc from "fast-check";
import type { ApiRequest } from "../../../src/demo/fake-api/exchange";
import { addDays, day } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";
import { totalsOf } from "../../support/harness/histories";
import { vendorHarness } from "../../support/harness/vendors";

const [FROM, TO] = [day("2026-09-29"), day("2026-10-28")];
const KEPT = ["facts", "metrics", "settings", "checkpoints", "sync_runs"];
const MAIL = 6;
const CALL = 2160510;

/** What becomes of one record of the sample team between two syncs. */
const deed = fc.record({
  of: fc.constantFrom("mail", "logged call", "call", "deal", "order"),
  nth: fc.nat(10_000),
  what: fc.constantFrom("delete", "change", "re-date", "copy"),
  toDay: fc.integer({ min: 0, max: 28 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;
const history = fc.record({
  deeds: fc.array(deed, { minLength: 8, maxLength: 30 }),
  /** While such a page is read, an old mail goes and a young one comes: the rows between them shift. */
  shifts: fc.array(fc.record({ page: fc.integer({ min: 1, max: 3 }), nth: fc.nat(100) }), { maxLength: 2 }),
  /** The days are then synced in two parts, the later one first. */
  cut: fc.integer({ min: 1, max: 29 }),
});

describe("the daily totals of what vendors answer page by page", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof vendorHarness>>;
  afterEach(() => harness.close());

  const totals = () => totalsOf(test.db);
  const orders = () => test.db.collection<{ _id: string }>("fishbowl_sales_orders");
  const activities = (type: number) => harness.copper.account.activities.all().filter((one) => one.type.id === type);

  async function happen({ of, nth, what, toDay }: Deed): Promise<void> {
    const on = addDays(FROM, toDay);
    const second = Date.parse(`${on}T19:00:00Z`) / 1_000 + (nth % 3_000);
    if (of === "order") return ofOrders({ nth, what, on });
    if (of === "call") return ofCalls({ nth, what, second });
    if (of === "deal") return ofDeals({ nth, what });
    const all = activities(of === "mail" ? MAIL : CALL);
    const one = all[nth % all.length];
    if (one === undefined) return;
    const { account } = harness.copper;
    if (what === "delete") account.activities.remove(one.id);
    if (what === "re-date") account.activities.change(one.id, { activity_date: second });
    if (what === "copy") account.activities.add({ ...one, id: 70_000_000 + nth, activity_date: one.activity_date + 1 });
    if (what === "change" && of === "logged call") account.activities.change(one.id, { details: "Duration: 9m" });
  }
  function ofCalls({ nth, what, second }: Pick<Deed, "nth" | "what"> & { second: number }): void {
    const { calls, users } = harness.justcall.account;
    const one = calls.all()[nth % calls.size];
    if (one === undefined) return;
    if (what === "delete") calls.remove(one.id);
    if (what === "re-date") calls.change(one.id, { startedAt: new Date(second * 1_000) });
    if (what === "copy") calls.add({ ...one, id: 80_000_000 + nth });
    if (what === "change") calls.change(one.id, { agentId: users.all()[nth % users.size]?.id ?? 0, talkSeconds: nth });
  }
  /** A deal that moves on leaves its entry behind, which no later reading would know: it changes hands, or goes. */
  function ofDeals({ nth, what }: Pick<Deed, "nth" | "what">): void {
    const { opportunities, users } = harness.copper.account;
    const one = opportunities.all()[nth % opportunities.size];
    if (one === undefined) return;
    if (what === "delete") opportunities.remove(one.id);
    else opportunities.change(one.id, { assignee_id: users.all()[nth % users.size]?.id ?? null });
  }
  async function ofOrders({ nth, what, on }: Pick<Deed, "nth" | "what"> & { on: string }): Promise<void> {
    const all = await orders().find().sort({ _id: 1 }).toArray();
    const { _id = "" } = all[nth % all.length] ?? {};
    const { matchedCount = 0 } =
      what === "delete"
        ? {}
        : await orders().updateOne({ _id }, { $set: what === "re-date" ? { dateIssued: on } : { status: "Void" } });
    if (matchedCount === 0) await orders().deleteOne({ _id });
  }
  /** While the page is read, rows behind it shift by one; what is listed in the end has a mail less and one more. */
  function shift({ page, nth }: { page: number; nth: number }): void {
    const match = ({ path, body }: ApiRequest) =>
      path.includes("activities") && Object(body).activity_types?.[0]?.id === MAIL && Object(body).page_number === page;
    const run = () => {
      const all = activities(MAIL);
      const [old, young] = [all[nth % all.length], all.findLast(({ user_id }) => user_id !== null)];
      if (old === undefined || young === undefined) return;
      harness.copper.account.activities.remove(old.id);
      const details = { ...Object(young.details), id: `young-${page}-${nth}` };
      harness.copper.account.activities.add({ ...young, id: 90_000_000 + 1_000 * page + nth, details });
    };
    harness.copper.faults.push({ match, effect: { kind: "before", run } });
  }

  it("are those of one sync of all days, whatever happened before and meanwhile, once the days were read in parts and again", async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ deeds, shifts, cut }) => {
        for (const { name } of await test.db.listCollections().toArray()) await test.db.collection(name).deleteMany({});
        harness = await vendorHarness(test.db);
        await harness.sync(FROM, TO);
        for (const one of deeds) await happen(one);
        shifts.forEach(shift);
        await harness.sync(addDays(FROM, cut), TO);
        await harness.sync(FROM, addDays(FROM, cut - 1));
        harness.copper.faults.clear();
        const { results } = await harness.sync(FROM, TO);
        const inParts = await totals();
        const mark = await test.oplogMark();
        await harness.sync(FROM, TO);
        const written = await test.oplogWrites(["facts", "metrics", "goals", "users"], mark);

        await Promise.all(KEPT.map((name) => test.db.collection(name).deleteMany({})));
        await harness.sync(FROM, TO);
        await harness.close();

        const second = ({ body }: ApiRequest) => Object(body).page_number === 2;
        expect([harness.copper.requests.some(second), harness.justcall.requests.length > 3]).toEqual([true, true]);
        expect(results.errors).toEqual([]);
        expect(inParts).toEqual(await totals());
        expect(written).toBe(0);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });
});
