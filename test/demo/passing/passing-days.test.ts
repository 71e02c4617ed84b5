import { copperAccount } from "../../../src/demo/copper/account";
import { justCallAccount } from "../../../src/demo/justcall/account";
import { passingDays } from "../../../src/demo/passing/passing-days";
import { copperRecords } from "../../../src/demo/sample/copper-records";
import { SAMPLE_NOW, SAMPLE_ZONE } from "../../../src/demo/sample/dates";
import type { SampleFile } from "../../../src/demo/sample/fishbowl-export";
import { justCallRecords } from "../../../src/demo/sample/justcall-records";
import { weekday, zoneDays } from "../../../src/time/day";

const THURSDAY = new Date("2026-10-29T15:00:00Z");
const FRIDAY = new Date("2026-10-30T15:00:00Z");
const MONDAY = new Date("2026-11-02T16:00:00Z");

/** The sample's accounts, whose team works from Monday to Friday; `sent` is what was exported. */
function sampleAccounts(voided: readonly string[] = []) {
  const [copper, justcall] = [copperAccount(copperRecords()), justCallAccount(justCallRecords())];
  const sent: SampleFile[] = [];
  const passing = passingDays({
    accounts: { copper, justcall },
    days: zoneDays(SAMPLE_ZONE),
    workdays: async (days) => days.filter((each) => weekday(each) <= 5),
    voided: async (numbers) => new Set(numbers.filter((each) => voided.includes(each))),
    send: async (file) => {
      sent.push(file);
    },
    readVoided: async () => {},
  });
  const work = (until: Date, since = SAMPLE_NOW) => passing.work({ since, until });
  const { activities, opportunities } = copper;
  /** All records, in their order. */
  const all = () => [...justcall.calls.all(), ...activities.all(), ...opportunities.all()];
  return { ...passing, work, calls: justcall.calls, activities, opportunities, all, sent };
}
type Accounts = ReturnType<typeof sampleAccounts>;

/** When each record came to its system, in milliseconds. */
const arrivals = ({ calls, activities, opportunities }: Accounts) => ({
  calls: calls.all().map(({ startedAt }) => startedAt.getTime()),
  activities: activities.all().map(({ date_created }) => date_created * 1_000),
  deals: opportunities.all().map(({ date_stage_changed }) => date_stage_changed * 1_000),
});
/** When each record is of, in milliseconds. */
const instantOf = (record: ReturnType<Accounts["all"]>[number]) => {
  if ("startedAt" in record) return record.startedAt.getTime();
  return ("activity_date" in record ? record.activity_date : record.date_stage_changed) * 1_000;
};
const added = (accounts: Accounts) => {
  const before = new Set(
    sampleAccounts()
      .all()
      .map(({ id }) => id),
  );
  return accounts.all().filter(({ id }) => !before.has(id));
};

describe("the work of passing days", () => {
  it.each([
    ["an hour later", new Date("2026-10-28T22:05:00Z")],
    ["on the next morning", THURSDAY],
    ["on Monday", MONDAY],
  ])("%s is there as far as it has come, of calls, activities and deals alike", async (_, until) => {
    const accounts = sampleAccounts();

    await accounts.work(until);

    expect(added(accounts).length).toBeGreaterThan(2);
    expect(added(accounts).filter((one) => instantOf(one) <= SAMPLE_NOW.getTime())).toEqual([]);
    for (const instants of Object.values(arrivals(accounts))) {
      expect(instants.filter((at) => at > until.getTime())).toEqual([]);
    }
  });

  it("moves deals on, and begins new ones, when their time has come and not before", async () => {
    const [before, noon, evening] = ["2026-10-29T18:00:00Z", "2026-10-29T18:30:00Z", "2026-10-30T01:00:00Z"];
    const stages = async (until: string) => {
      const accounts = sampleAccounts();
      await accounts.work(new Date(until));
      const old = new Map(
        sampleAccounts()
          .opportunities.all()
          .map((deal) => [deal.id, deal.pipeline_stage_id]),
      );
      return accounts.opportunities.all().filter(({ id, pipeline_stage_id }) => old.get(id) !== pipeline_stage_id)
        .length;
    };

    // Thursday's deal moves on at 11:12 AM, and one begins at 1:54 PM.
    expect([await stages(before), await stages(noon), await stages(evening)]).toEqual([0, 1, 2]);
  });

  it("holds on the next morning a mail of the day before that was not there that night", async () => {
    const accounts = sampleAccounts();
    const ofThursday = () =>
      accounts.activities.between(seconds("2026-10-29T07:00:00Z"), seconds("2026-10-30T06:59:59Z"));
    const night = new Date("2026-10-30T13:00:00Z");
    await accounts.work(night);
    const before = ofThursday().length;

    await accounts.work(FRIDAY, night);

    expect(ofThursday()).toHaveLength(before + 1);
  });

  it("is the same in one go and by hours", async () => {
    const [once, hourly] = [sampleAccounts(), sampleAccounts()];

    await once.work(FRIDAY);
    for (let since = SAMPLE_NOW; since < FRIDAY; ) {
      const until = new Date(Math.min(FRIDAY.getTime(), since.getTime() + 3_600_000));
      await hourly.work(until, since);
      since = until;
    }

    expect(hourly.all()).toEqual(once.all());
  });

  it("adds nothing twice, and leaves what a visitor has removed or changed, however often the clock goes back and forth", async () => {
    const accounts = sampleAccounts();
    const { calls, activities, opportunities } = accounts;
    await accounts.work(MONDAY);
    const later = <T extends { readonly id: number }>(records: readonly T[]): readonly T[] => {
      const ids = new Set(added(accounts).map(({ id }) => id));
      return records.filter(({ id }) => ids.has(id));
    };
    const [gone, changed] = later(calls.all());
    const [goneMail, changedMail] = later(activities.all());
    const [goneDeal] = later(opportunities.all());
    const movedOn = opportunities.all().findLast(({ id }) => id !== goneDeal?.id);
    calls.remove(gone?.id ?? 0);
    calls.change(changed?.id ?? 0, { talkSeconds: 9_999 });
    activities.remove(goneMail?.id ?? 0);
    activities.change(changedMail?.id ?? 0, { user_id: null });
    opportunities.remove(goneDeal?.id ?? 0);
    opportunities.change(movedOn?.id ?? 0, { pipeline_stage_id: 7004 });
    const before = accounts.all();
    expect(before).toEqual(expect.arrayContaining([expect.objectContaining({ talkSeconds: 9_999 })]));

    await accounts.work(SAMPLE_NOW);
    await accounts.work(THURSDAY);
    await accounts.work(MONDAY);

    expect(accounts.all()).toEqual(before);
  });

  it("is none on days off", async () => {
    const accounts = sampleAccounts();
    await accounts.work(new Date("2026-10-31T07:00:00Z"));
    const before = accounts.all().length;

    await accounts.work(MONDAY);

    // Friday's late mail alone, and nobody was at work before Monday's 8:00.
    expect(accounts.all().length).toBe(before + 1);
  });
});

describe("an export of passing days", () => {
  it("has the orders of the last day that is over, and those as void that were voided", async () => {
    const { exportsBetween, sendExport, sent } = sampleAccounts(["SO-3000"]);

    const exports = await exportsBetween(SAMPLE_NOW, THURSDAY);
    for (const one of exports) await sendExport(one);

    expect(exports.map(({ at, sold }) => [at.toISOString().slice(0, 16), sold])).toEqual([
      ["2026-10-29T01:00", "2026-10-28"],
      ["2026-10-29T11:45", "2026-10-28"],
      ["2026-10-29T14:00", "2026-10-28"],
    ]);
    expect(sent.map(({ text }) => /^SO,SO-\d+,\d+/m.exec(text)?.[0])).toEqual(exports.map(() => "SO,SO-3000,80"));
  });
});

function seconds(at: string): number {
  return Date.parse(at) / 1_000;
}
