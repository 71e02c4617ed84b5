import { day } from "../../../src/time/day";
import { justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { cellsOf, threeSources } from "../../support/harness/sync";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const noon = (on: string) => `2026-10-${on}T19:00:00Z`;

describe("a sync of more than a window", () => {
  const test = testDatabase();
  const checkpoints = () => test.db.collection("checkpoints").find().toArray();

  /** Six calls, three to a window, of which the second window cannot be read. */
  async function broken() {
    const harness = threeSources(test.db);
    const { justcall } = harness;
    justcall.facts = ["02", "03", "04", "20", "21", "22"].flatMap((on) =>
      justcallFacts(on, { at: noon(on), owner: ANA_EMAIL }),
    );
    justcall.most = 6;
    justcall.unreadable = 0;
    justcall.breaksFrom = new Date(noon("15"));
    const { results } = await harness.sync(FROM, TO);
    expect(results.errors).toEqual([expect.objectContaining({ source: "justcall" })]);
    justcall.breaksFrom = null;
    justcall.windows = [];
    return harness;
  }

  it("case 30: goes on where one that broke off had come, and comes to what an undisturbed one does", async () => {
    const { justcall, sync, clock } = await broken();
    clock.now = new Date("2026-10-28T22:05:00Z");

    const { results } = await sync(FROM, TO);

    expect(justcall.windows.map(({ since }) => since.toISOString())).toEqual(["2026-10-14T02:02:30.000Z"]);
    expect(results.justcall).toMatchObject({ success: true, counting: 6, asOf: "2026-10-28T21:05:00.000Z" });
    expect(results.justcall.notes).toEqual([expect.stringMatching(/^An earlier sync of these days was interrupted/)]);
    expect(Object.keys(await cellsOf(test.db))).toHaveLength(12);
    expect(await checkpoints()).toEqual([]);
  });

  it.each([
    ["after more than six hours", { at: "2026-10-29T03:06:00Z" }],
    ["of other days", { from: "2026-09-28" }],
    ["that takes back what vanished", { acceptVanished: true }],
    ["since records changed just now", { joinRunning: false }],
    ["that is set to count other records", { configFingerprint: "other activity types" }],
  ])(
    "begins anew %s",
    async (_when, { at, from = FROM, acceptVanished = false, joinRunning = true, configFingerprint }: Anew) => {
      const { justcall, queue, clock } = await broken();
      if (at !== undefined) clock.now = new Date(at);
      if (configFingerprint !== undefined) justcall.reading = { configFingerprint };
      const range = { from: day(from), to: day(TO) };

      const { results } = await queue.request({ range, userId: "cli", trigger: "cli", acceptVanished, joinRunning });

      expect(results.justcall.notes).toBeUndefined();
      expect(justcall.windows).toHaveLength(3);
    },
  );

  it("stops after twelve hours and leaves the rest to the next", async () => {
    const { justcall, sync, clock } = threeSources(test.db);
    justcall.facts = ["02", "20"].flatMap((on) => justcallFacts(on, { at: noon(on), owner: ANA_EMAIL }));
    justcall.most = 2;
    justcall.beforeRead = () => {
      clock.now = new Date(clock.now.getTime() + 6.1 * 3_600_000);
    };

    const stopped = await sync(FROM, TO);
    const { results } = await sync(FROM, TO);

    expect(stopped.results.errors).toEqual([expect.objectContaining({ source: "justcall", kind: "throttled" })]);
    expect(results.justcall).toMatchObject({ success: true, counting: 2 });
    expect(justcall.windows).toHaveLength(3);
  });
});

interface Anew {
  readonly at?: string;
  readonly from?: string;
  readonly acceptVanished?: boolean;
  readonly joinRunning?: boolean;
  readonly configFingerprint?: string;
}
