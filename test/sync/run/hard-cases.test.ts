import type { Activity } from "../../../src/demo/copper/account";
import type { ApiRequest } from "../../../src/demo/fake-api/exchange";
import { bigMonth } from "../../support/builders/big-months";
import { testDatabase } from "../../support/env/database";
import { vendorHarness } from "../../support/harness/vendors";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const PAGES = { reps: 5, mails: 4_000, copperCalls: 10, justcallCalls: 950 };

/** What Copper was asked for: which page of the emails, or `null` for anything else. */
function mailPage({ path, body }: ApiRequest): number | null {
  const { activity_types: types, page_number: page } = Object(body);
  return path.includes("activities") && types?.[0]?.id === 6 ? Number(page) : null;
}

/** Faults of real accounts, met by the real sources over HTTP and the real database. */
describe("a sync of many pages", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof vendorHarness>>;
  afterEach(() => harness.close());

  const sync = () => harness.sync(FROM, TO);
  const metrics = () => test.db.collection("metrics").find().sort({ _id: 1 }).toArray();
  const counted = async () => {
    const facts = test.db.collection("facts").find({ type: "email_quantity", counts: true });
    return (await facts.map(({ recordId }) => String(recordId)).toArray()).sort();
  };
  const listed = () => harness.copper.account.activities.all().flatMap(mailId).sort();

  describe("of emails", () => {
    beforeEach(async () => {
      harness = await vendorHarness(test.db, { month: bigMonth(PAGES) });
    });

    it("case 33: keeps the old totals and says how old they are when page 7 of 20 is a 500 for ever", async () => {
      const first = await sync();
      const before = await metrics();
      const match = (request: ApiRequest) => mailPage(request) === 7;
      harness.copper.faults.push({ match, times: "always", effect: { kind: "status", status: 500 } });

      const { results } = await sync();

      expect(results.copper).toMatchObject({ success: false, asOf: first.results.copper.asOf });
      expect(results.errors).toEqual([expect.objectContaining({ source: "copper", kind: "unreachable" })]);
      expect(await metrics()).toEqual(before);
    });

    it("case 39: asks no more once the key is refused in its middle, and says which key to renew", async () => {
      const match = (request: ApiRequest) => (mailPage(request) ?? 0) >= 5;
      harness.copper.faults.push({ match, times: "always", effect: { kind: "status", status: 401 } });

      const { results } = await sync();

      expect(results.errors).toEqual([
        {
          source: "copper",
          kind: "credentials",
          message: "Copper key refused (401): an admin must renew it in COPPER_API_KEY",
        },
      ]);
      expect(harness.copper.requests.filter(match).length).toBeLessThanOrEqual(8);
      expect(results.justcall).toMatchObject({ success: true, counting: PAGES.justcallCalls });
    });

    it("case 39: does the same with JustCall's key", async () => {
      const match = ({ path, query }: ApiRequest) => path === "/calls" && query.last_call_id_fetched !== undefined;
      harness.justcall.faults.push({ match, times: "always", effect: { kind: "status", status: 401 } });

      const { results } = await sync();

      expect(results.errors).toEqual([expect.objectContaining({ source: "justcall", kind: "credentials" })]);
      expect(harness.justcall.requests.filter(match).length).toBeLessThanOrEqual(8);
      expect(results.copper.success).toBe(true);
    });

    it("case 31: neither misses nor doubles an email in the end, though they come and go while pages are read", async () => {
      const [first, second, third] = harness.copper.account.activities.all();
      const deletes = [first, second].map((mail) => () => harness.copper.account.activities.remove(mail?.id ?? 0));
      const adds = [1, 2].map((nth) => () => harness.copper.account.activities.add(copyOf(third, nth)));
      for (const [index, run] of [...deletes, ...adds].entries()) {
        const match = (request: ApiRequest) => mailPage(request) === 3 + 4 * index;
        harness.copper.faults.push({ match, effect: { kind: "before", run } });
      }

      await sync();
      await sync();

      expect(await counted()).toEqual(listed());
    });
  });
});

/** Mails that arrive from customers meanwhile are nobody's. */
function mailId({ type, details, user_id }: Activity): readonly string[] {
  return type.id === 6 && user_id !== null && typeof details === "object" && details !== null ? [details.id ?? ""] : [];
}

/** Another email as old as that one. */
function copyOf(mail: Activity | undefined, nth: number): Activity {
  if (typeof mail?.details !== "object" || mail.details === null) throw new Error("No email to copy");
  return { ...mail, id: mail.id + 9_000_000 + nth, details: { ...mail.details, id: `added-${nth}` } };
}
