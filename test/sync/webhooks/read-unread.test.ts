import type { SyncRequest } from "../../../src/sync/request";
import { unreadDaysReader } from "../../../src/sync/webhooks/read-unread";
import { days } from "../../support/builders/team-zone";
import { memoryLog } from "../../support/fakes/memory-log";

const MINUTE_MS = 60_000;

/** Looks at JustCall that each take so many minutes, while a call that must be looked for is named each minute of these hours. */
async function busy({ tookMinutes, hours }: { readonly tookMinutes: number; readonly hours: number }) {
  const start = new Date("2026-10-28T12:00:00Z").getTime();
  let at = start;
  const looks: { readonly from: number; readonly request: SyncRequest; readonly end: () => void }[] = [];
  const planned: { readonly at: number; readonly run: () => void }[] = [];
  const reader = unreadDaysReader({
    ...{ days, now: () => new Date(at), log: memoryLog() },
    freshness: async () => [],
    requestSync: (request) =>
      new Promise((done) => {
        looks.push({
          from: at,
          request,
          end: () => done({} as Awaited<ReturnType<Parameters<typeof unreadDaysReader>[0]["requestSync"]>>),
        });
      }),
    later: (ms, run) => void planned.push({ at: at + ms, run }),
  });
  const ended = new Set<number>();
  for (; at < start + hours * 60 * MINUTE_MS; at += MINUTE_MS) {
    for (const [index, { from, end }] of looks.entries()) {
      if (ended.has(index) || from + tookMinutes * MINUTE_MS > at) continue;
      ended.add(index);
      end();
      // What waits for its end goes on in turns of the event loop.
      await new Promise((turn) => void setImmediate(turn));
    }
    for (const one of planned.splice(0)) {
      if (one.at <= at) one.run();
      else planned.push(one);
    }
    void reader.readUnlisted("justcall");
    await new Promise((turn) => void setImmediate(turn));
  }
  return { requests: looks.map(({ request }) => request), begins: looks.map(({ from }) => (from - start) / MINUTE_MS) };
}

describe("calls without an id that are named each minute", () => {
  it.each([
    { tookMinutes: 1, begins: [0, 10, 20, 30, 40, 50] },
    { tookMinutes: 8, begins: [0, 40, 80, 120, 160, 200] },
    { tookMinutes: 25, begins: [0, 125, 250, 375, 500, 625] },
  ])(
    "are looked for one look at a time and a fifth of the time at most, where one takes $tookMinutes minutes",
    async ({ tookMinutes, begins }) => {
      const looks = await busy({ tookMinutes, hours: (begins.at(-1) ?? 0) / 60 + 0.1 });

      expect(looks.begins).toEqual(begins);
    },
  );

  it("are not taken for listed by a run that began before they were named", async () => {
    const { requests } = await busy({ tookMinutes: 1, hours: 0.1 });

    expect(requests).toMatchObject([
      { sources: ["justcall"], joinRunning: false, range: { from: "2026-10-28", to: "2026-10-28" } },
    ]);
  });
});
