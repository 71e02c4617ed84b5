import fc from "fast-check";
import type { CopperAccount } from "../../../src/demo/copper/account";
import type { ApiRequest } from "../../../src/demo/fake-api/exchange";
import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { testDatabase } from "../../support/env/database";
import { totalsOf } from "../../support/harness/histories";
import { vendorHarness } from "../../support/harness/vendors";

const [FROM, TO] = ["2026-09-29", "2026-10-28"];
const MAIL = 6;
const CALL = 2160510;
const SECOND = Math.floor(SAMPLE_NOW.getTime() / 1_000);
const isActivities = ({ path }: ApiRequest) => path === "/activities/search";
const isOfMail = (number: number) => (request: ApiRequest) =>
  isActivities(request) &&
  Object(request.body).activity_types?.[0]?.id === MAIL &&
  Object(request.body).page_number === number;

describe("an account that is busy while it is read", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof vendorHarness>>;
  afterEach(() => harness.close());

  const ofType = ({ activities }: CopperAccount, type: number) =>
    activities.all().filter((one) => one.type.id === type);
  /** A mail and a call that come in now, like another one of somebody's. */
  function arrive(account: CopperAccount): void {
    for (const type of [MAIL, CALL]) {
      const like = ofType(account, type)[3];
      if (like === undefined) continue;
      const id = 60_000_000 + account.activities.size;
      account.activities.add({
        ...like,
        id,
        activity_date: SECOND,
        details: { ...Object(like.details), id: `new-${id}` },
      });
    }
  }
  async function busy() {
    harness = await vendorHarness(test.db);
    const run = (_: ApiRequest, account: CopperAccount) => arrive(account);
    harness.copper.faults.push({ match: isActivities, times: "always", effect: { kind: "before", run } });
    return harness;
  }
  const empty = async () => {
    for (const { name } of await test.db.listCollections().toArray()) await test.db.collection(name).deleteMany({});
  };
  const countingIds = async () =>
    (await test.db.collection<{ _id: string }>("facts").find({ counts: true }).toArray()).map(({ _id }) => _id);

  it("is read as if it were quiet, and a second sync writes nothing", async () => {
    harness = await vendorHarness(test.db);
    await harness.sync(FROM, TO);
    const quiet = await totalsOf(test.db);
    await harness.close();
    await empty();
    const { sync } = await busy();

    const first = await sync(FROM, TO);
    expect(first.results.errors).toEqual([]);
    expect(await totalsOf(test.db)).toEqual(quiet);

    const mark = await test.oplogMark();
    const second = await sync(FROM, TO);
    expect(second.results.errors).toEqual([]);
    expect(await test.oplogWrites(["facts", "metrics", "goals", "users"], mark)).toBe(0);
  });

  it("lowers the number of a mail that is deleted, though Copper's count stands above what it lists for good", async () => {
    const { sync, copper } = await busy();
    await sync(FROM, TO);
    const before = await countingIds();
    const mail = ofType(copper.account, MAIL).find(({ details }) =>
      before.some((id) => id.includes(Object(details).id)),
    );
    for (const one of ofType(copper.account, MAIL)) {
      if (Object(one.details).id === Object(mail?.details).id) copper.account.activities.remove(one.id);
    }

    const { results } = await sync(FROM, TO);

    expect(results.errors).toEqual([]);
    const after = new Set(await countingIds());
    expect(before.filter((id) => !after.has(id))).toHaveLength(1);
  });

  it("never stops counting what stood unchanged while rows moved up past the edges of pages", async () => {
    const history = fc.array(fc.record({ page: fc.integer({ min: 2, max: 3 }), nth: fc.nat(150) }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(history, async (deletions) => {
        await empty();
        const { sync, copper } = await busy();
        await sync(FROM, TO);
        const before = await countingIds();
        const deleted = new Set<string>();
        for (const { page, nth } of deletions) {
          const run = (_: ApiRequest, account: CopperAccount) => {
            const one = ofType(account, MAIL)[nth];
            if (one === undefined) return;
            account.activities.remove(one.id);
            deleted.add(String(Object(one.details).id));
          };
          copper.faults.push({ match: isOfMail(page), effect: { kind: "before", run } });
        }

        const during = await sync(FROM, TO);
        const stopped = async () => {
          const after = new Set(await countingIds());
          return before.filter((id) => !after.has(id) && ![...deleted].some((mail) => id.includes(mail)));
        };
        expect(during.results.errors).toEqual([]);
        expect(await stopped()).toEqual([]);
        copper.faults.clear();
        await sync(FROM, TO);
        expect(await stopped()).toEqual([]);
        const settled = await totalsOf(test.db);
        for (const name of ["facts", "metrics", "settings"]) await test.db.collection(name).deleteMany({});
        await sync(FROM, TO);
        expect(settled).toEqual(await totalsOf(test.db));
        await harness.close();
      }),
      { numRuns: Number(process.env.HISTORIES ?? 5), endOnFailure: true },
    );
  });
});
