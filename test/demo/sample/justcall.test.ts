import { z } from "zod";
import { startFakeJustCall } from "../../../src/demo/justcall/fake-justcall";
import { SAMPLE_NOW, SAMPLE_WINDOW, SAMPLE_ZONE } from "../../../src/demo/sample/dates";
import { sampleCounts } from "../../../src/demo/sample/sample-counts";
import { sampleMonth } from "../../../src/demo/sample/sample-month";
import { conversationSeconds } from "../../../src/sources/justcall/duration";
import { zoneDays } from "../../../src/time/day";

const Page = z.object({
  next_page_link: z.string().nullable(),
  data: z.array(
    z.object({
      id: z.number(),
      agent_email: z.string(),
      call_date: z.string(),
      call_time: z.string(),
      call_info: z.object({ type: z.string() }),
      call_duration: z.object({ conversation_time: z.union([z.number(), z.string()]) }).nullable(),
    }),
  ),
});
type Call = z.infer<typeof Page>["data"][number];

const days = zoneDays(SAMPLE_ZONE);
const dayOf = (call: Call): string => days.dayOf(atOf(call));

function atOf({ call_date, call_time }: Call): Date {
  return new Date(`${call_date}T${call_time.padStart(8, "0")}Z`);
}

function isTalk({ call_duration, call_info }: Call): boolean {
  return (conversationSeconds(call_duration?.conversation_time, call_info) ?? 0) > 0;
}

/** Every call JustCall has, over HTTP, whatever its day. */
async function everyCall(): Promise<readonly Call[]> {
  const justcall = await startFakeJustCall({
    now: () => SAMPLE_NOW,
    key: "k",
    secret: "s",
    records: sampleMonth().justcall,
    // What is counted here is what the sample holds.
    arrivals: 0,
  });
  const calls: Call[] = [];
  for (let page = 0, more = true; more; page += 1) {
    const url = `${justcall.url}/calls?per_page=100&order=asc&page=${page}`;
    const { data, next_page_link } = Page.parse(await (await fetch(url, { headers: { Authorization: "k:s" } })).json());
    calls.push(...data);
    more = next_page_link !== null;
  }
  await justcall.close();
  return calls;
}

describe("the sample's calls in JustCall", () => {
  let every: readonly Call[];
  let calls: readonly Call[];
  beforeAll(async () => {
    every = await everyCall();
    const listed = every.filter((call) => dayOf(call) >= SAMPLE_WINDOW.from && dayOf(call) <= SAMPLE_WINDOW.to);
    calls = listed.filter(({ call_duration, agent_email }) => call_duration !== null && agent_email !== "");
    // One says nothing of its length, as happens, and cannot be read; some had an agent who was removed.
    expect(listed).toHaveLength(calls.length + 1 + sampleCounts.justcall.removedAgent);
  });

  it("are 281 in the window, all final and none in the future, of five people", () => {
    const counts: Record<string, number> = {};
    for (const { agent_email } of calls)
      counts[agent_email.toLowerCase()] = (counts[agent_email.toLowerCase()] ?? 0) + 1;

    expect(calls).toHaveLength(281);
    expect(calls.filter((call) => call.call_info.type === "In Progress" || atOf(call) > SAMPLE_NOW)).toEqual([]);
    expect(counts).toEqual({
      "ana.torres@acme.com": 105,
      "ben@acme.com": 121,
      "chloe@acme.com": 28,
      "dev@acme.com": 13,
      "maya@acme.com": 14,
    });
    expect(sampleCounts.justcall).toMatchObject({
      calls: 281,
      byRep: { ana: 105, ben: 121, chloe: 28, dev: 13, maya: 14 },
    });
  });

  it("make 81 cells, three days having calls and no talk time", () => {
    const withCalls = new Set(calls.map((call) => `${call.agent_email} ${dayOf(call)}`));
    const talked = calls.filter(isTalk);
    const withTalk = new Set(talked.map((call) => `${call.agent_email} ${dayOf(call)}`));

    expect([withCalls.size, withTalk.size]).toEqual([42, 39]);
    expect(withCalls.size + withTalk.size).toBe(sampleCounts.justcall.cells);
  });

  it("have ids that rise with time, and two calls in the same second", () => {
    const starts = every.map((call) => atOf(call).getTime());

    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(new Set(starts).size).toBeLessThan(starts.length);
  });

  it("lie in the window but for two: one in progress forty days back, one late on the evening before", () => {
    const outside = every.filter(
      (call) => !calls.includes(call) && call.call_duration !== null && call.agent_email !== "",
    );

    expect(outside.map((call) => [dayOf(call), call.call_info.type])).toEqual([
      ["2026-09-18", "In Progress"],
      ["2026-09-28", "Answered"],
    ]);
  });

  it("are found at half past eleven at night and half past midnight on the team's wall", () => {
    const instants = calls.map((call) => atOf(call).toISOString());

    expect(instants).toEqual(expect.arrayContaining(["2026-10-15T06:30:00.000Z", "2026-10-15T07:30:00.000Z"]));
  });
});
