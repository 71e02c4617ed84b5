import { z } from "zod";
import { type FakeCopper, startFakeCopper } from "../../../src/demo/copper/fake-copper";
import { SAMPLE_NOW, SAMPLE_WINDOW, SAMPLE_ZONE } from "../../../src/demo/sample/dates";
import { sampleCounts } from "../../../src/demo/sample/sample-counts";
import { sampleMonth } from "../../../src/demo/sample/sample-month";
import { REPS, type Rep } from "../../../src/demo/sample/team";
import { zoneDays } from "../../../src/time/day";

const Mailbox = z.object({ email: z.string().transform((email) => email.toLowerCase()) });
const Mail = z.object({
  activity_date: z.number(),
  details: z.object({ id: z.string().optional(), subject: z.string(), sender: Mailbox, recipients: z.array(Mailbox) }),
});
const Call = z.object({ activity_date: z.number(), user_id: z.number(), details: z.string() });
const Deal = z.object({ pipeline_stage_id: z.number(), assignee_id: z.number().nullable(), status: z.string() });

const OURS: Record<string, Rep | "alex"> = {
  "ana.torres@acme.com": "ana",
  "ben@acme.com": "ben",
  "chloe@acme.com": "chloe",
  "d.patel@acme-sales.com": "dev",
  "dev@acme.com": "dev",
  "maya@acme.com": "maya",
  "alex@acme.com": "alex",
};
const SECONDS: Record<string, number> = { "Duration: 12m 34s": 754, "12:34": 754, "00:12:34": 754, "5 min": 300 };

const { since, until } = zoneDays(SAMPLE_ZONE).instantsOf(SAMPLE_WINDOW);
const low = since.getTime() / 1000;
const high = until.getTime() / 1000 - 1;
const sample = sampleMonth();

describe("the sample's month in Copper", () => {
  let copper: FakeCopper;
  beforeAll(async () => {
    // What is counted here is what the sample holds.
    const options = { key: "k", email: "alex@acme.com", arrivals: 0 };
    copper = await startFakeCopper({ now: () => SAMPLE_NOW, records: sample.copper, ...options });
  });
  afterAll(() => copper.close());

  async function everyOne(path: string, search: object): Promise<readonly unknown[]> {
    const headers = { "X-PW-AccessToken": "k", "X-PW-Application": "developer_api", "X-PW-UserEmail": "alex@acme.com" };
    const found: unknown[] = [];
    for (let page_number = 1; ; page_number += 1) {
      const body = JSON.stringify({ ...search, page_number, page_size: 200 });
      const page = z
        .array(z.unknown())
        .parse(await (await fetch(`${copper.url}${path}`, { method: "POST", headers, body })).json());
      found.push(...page);
      if (page.length < 200) return found;
    }
  }

  const ofType = (id: number, category: string) =>
    everyOne("/activities/search", {
      activity_types: [{ id, category }],
      minimum_activity_date: low,
      maximum_activity_date: high,
    });

  it("has more than 150 sent mails, copies, received ones, strangers' and a stub", async () => {
    const listed = await ofType(6, "system");
    const mails = listed.filter((one) => !isStub(one)).map((one) => Mail.parse(one));
    const unique = new Map(mails.map((mail) => [mailKey(mail), mail]));
    const sent = [...unique.values()].flatMap(({ details }) => OURS[details.sender.email] ?? []);
    const others = [...unique.values()].filter(({ details }) => OURS[details.sender.email] === undefined);
    const inbound = others.filter(({ details }) => details.recipients.some(({ email }) => OURS[email] !== undefined));

    expect({
      listed: listed.length,
      counting: sent.length,
      byRep: tally(sent),
      copies: mails.length - unique.size,
      inbound: inbound.length,
      external: others.length - inbound.length,
      deleted: listed.filter(isStub).length,
    }).toEqual(sampleCounts.copper.mails);
    expect(sent.length).toBeGreaterThan(150);
    expect(mails.every(({ activity_date }) => activity_date * 1000 <= SAMPLE_NOW.getTime())).toBe(true);
  });

  it("has mails under the account's own type named Email, which are not of type 6", async () => {
    expect(await ofType(2279550, "user")).toHaveLength(2);
  });

  it("has more than 60 calls, seven of them JustCall's, one missing that by a second", async () => {
    const calls = (await ofType(2160510, "user")).map((one) => Call.parse(one));
    const reps = Object.values(REPS);
    const ours = calls.filter(({ user_id }) => reps.some((rep) => rep.copper === user_id));
    const distances = ours.map(nearest);
    const counting = ours.filter((call) => nearest(call) > 120);

    expect({
      listed: calls.length,
      duplicates: distances.filter((seconds) => seconds <= 120).length,
      unmatched: calls.length - ours.length,
      counting: counting.length,
      talkSeconds: counting.reduce((sum, { details }) => sum + (SECONDS[details] ?? 0), 0),
    }).toEqual(sampleCounts.copper.calls);
    expect(distances).toEqual(expect.arrayContaining([120, 121]));
  });

  it("has entries into the three stages, some won or lost, and deals that are not in them any more", async () => {
    const search = { minimum_stage_change_date: low, maximum_stage_change_date: high };
    const deals = (await everyOne("/opportunities/search", search)).map((one) => Deal.parse(one));
    const entries = (stage: number) =>
      deals.filter(({ pipeline_stage_id, assignee_id }) => pipeline_stage_id === stage && ofRep(assignee_id)).length;

    expect({ a: entries(7001), b: entries(7002), c: entries(7003) }).toEqual(sampleCounts.copper.stages);
    expect(deals.filter(({ assignee_id }) => assignee_id === null)).toHaveLength(1);
    expect(tally(deals.filter((deal) => deal.pipeline_stage_id === 7003).map(({ status }) => status))).toEqual({
      Open: 3,
      Won: 2,
      Lost: 1,
    });
    expect(deals.filter((deal) => deal.pipeline_stage_id > 7003)).toHaveLength(7);
    expect(await everyOne("/opportunities/search", {})).toHaveLength(deals.length + 2);
  });
});

function isStub(one: unknown): boolean {
  return z.strictObject({ id: z.number(), is_deleted: z.literal(true) }).safeParse(one).success;
}

function mailKey({ activity_date, details }: z.infer<typeof Mail>): string {
  return details.id ?? `${details.sender.email} ${activity_date} ${details.subject}`;
}

function ofRep(copperUserId: number | null): boolean {
  return Object.values(REPS).some(({ copper }) => copper === copperUserId);
}

/** Seconds to the nearest call of the same person in JustCall. */
function nearest({ user_id, activity_date }: z.infer<typeof Call>): number {
  const rep = Object.values(REPS).find(({ copper }) => copper === user_id);
  const starts = [...(sample.justcall.calls ?? [])].filter(({ agentId }) => agentId === rep?.justcall);
  return Math.min(...starts.map(({ startedAt }) => Math.abs(startedAt.getTime() / 1000 - activity_date)));
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
