import { REPS } from "../../../src/demo/sample/team";
import { nightlyDays } from "../../../src/sync/state/look-back";
import { day } from "../../../src/time/day";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { webhookHarness } from "../../support/harness/webhooks";

const KEPT = ["facts", "metrics", "goals"];

describe("webhooks of a day", () => {
  const test = testDatabase();
  type Harness = Awaited<ReturnType<typeof webhookHarness>>;
  const open: Harness[] = [];
  afterEach(async () => {
    for (const harness of open.splice(0)) await harness.close();
  });

  /** The sample team after its first sync, on an empty database. */
  async function aTeam(): Promise<Harness> {
    for (const { name } of await test.db.listCollections().toArray()) await test.db.collection(name).deleteMany({});
    const harness = await webhookHarness(test.db);
    open.push(harness);
    const { results } = await harness.sync("2026-09-29", "2026-10-28");
    expect(results.errors).toEqual([]);
    return harness;
  }
  /** Without the marks of when and by which run it was written. */
  const stored = () => {
    const projection = { createdAt: 0, updatedAt: 0, asOf: 0, "metadata.asOf": 0 };
    return Promise.all(
      KEPT.map((name) => test.db.collection(name).find({}, { projection }).sort({ _id: 1 }).toArray()),
    );
  };
  const totals = () => test.db.collection("metrics").find().sort({ _id: 1 }).toArray();

  const night = async ({ parts, sync }: Harness) => {
    const range = nightlyDays(await parts.states.all(new Set()), { today: day("2026-10-28"), days });
    await sync(range.from, range.to);
    return range;
  };

  /** Calls come, change and go, mails come twice, deals move and go. */
  function aDay({ copper, justcall }: Harness): void {
    const [call, gone] = justcall.account.calls.all();
    const { activities, opportunities, pipelines } = copper.account;
    const [logged, mail] = [2160510, 6].map((of) => activities.all().findLast(({ type }) => type.id === of));
    const [deal, lost] = opportunities.all().slice(-2);
    if (!call || !gone || !logged || !mail || !deal || !lost) throw new Error("The sample has each of them");
    const [at, second] = [new Date("2026-10-28T20:30:00Z"), Date.parse("2026-10-28T18:00:00Z") / 1_000];
    const added = { ...call, id: 990_001, agentId: REPS.ana.justcall, startedAt: at };
    const late = justcall.account.calls.all().findLast(({ startedAt }) => startedAt >= days.startOf(day("2026-10-27")));
    justcall.account.calls.add(added);
    justcall.account.calls.change(990_001, { talkSeconds: 300 });
    justcall.account.calls.remove(late?.id ?? 0);
    activities.add(
      { ...logged, id: 880_001, activity_date: second },
      { ...logged, id: 880_002, activity_date: at.getTime() / 1_000, user_id: REPS.ana.copper },
      { ...mail, id: 880_003, activity_date: second, details: { ...Object(mail.details), id: "m-new" } },
      { ...mail, id: 880_004, activity_date: second + 60, details: { ...Object(mail.details), id: "m-new" } },
    );
    const stage = pipelines[0]?.stages[0]?.id ?? 0;
    opportunities.change(deal.id, { pipeline_stage_id: stage, date_stage_changed: second });
  }

  it("case 42: may get lost, all of them: the nightly sync alone gives the same facts, totals and goals", async () => {
    const reported = await aTeam();
    const before = await totals();
    aDay(reported);
    await reported.settled();
    const changed = await totals();
    // No webhook tells of a call that was deleted in JustCall: a night ends the day in either case.
    await night(reported);
    const expected = await stored();
    const deaf = await aTeam();
    for (const { subscriptions } of [deaf.copper.account, deaf.justcall.account]) {
      for (const { id } of subscriptions.all()) subscriptions.remove(id);
    }
    aDay(deaf);
    await deaf.settled();
    const unheard = await totals();

    const { from } = await night(deaf);

    expect(from).toBe("2026-10-26");
    expect(changed).not.toEqual(before);
    expect(unheard.map(({ value }) => value)).toEqual(before.map(({ value }) => value));
    expect(await stored()).toEqual(expected);
  });
});
