import { dayOrders } from "../../../src/demo/passing/day-orders";
import { dayRecords } from "../../../src/demo/passing/day-records";
import { TRADE_SHOW } from "../../../src/demo/sample/copper-calls";
import { copperRecords } from "../../../src/demo/sample/copper-records";
import { SAMPLE_ZONE } from "../../../src/demo/sample/dates";
import { fishbowlOrders } from "../../../src/demo/sample/fishbowl-orders";
import { justCallRecords } from "../../../src/demo/sample/justcall-records";
import { REP_NAMES, REPS, type Rep } from "../../../src/demo/sample/team";
import { addDays, type Day, day, weekday, zoneDays } from "../../../src/time/day";
import { localTime, zoneTimes } from "../../../src/time/time-of-day";

const { dayOf } = zoneDays(SAMPLE_ZONE);

/** The weekdays of two months after the sample's last day. */
const WEEKDAYS: readonly Day[] = Array.from({ length: 60 }, (_, n) => addDays(day("2026-10-29"), n)).filter(
  (each) => weekday(each) <= 5,
);
const WEEKS = ["2026-11-02", "2026-11-09", "2026-11-16"].map((monday) =>
  Array.from({ length: 5 }, (_, n) => addDays(day(monday), n)),
);
const recordsOf = (days: readonly Day[]) => days.map(dayRecords);
const ids = (records: Iterable<{ readonly id: number }>) => [...records].map(({ id }) => id);

const callsOf = (rep: Rep, days: readonly Day[]) =>
  recordsOf(days)
    .flatMap(({ calls }) => calls)
    .filter(({ agentId }) => agentId === REPS[rep].justcall).length;
const NO_ANSWER = new Set(["Unanswered", "Abandoned", "Missed", "Voicemail"]);
const unansweredOf = (rep: Rep, days: readonly Day[]) =>
  recordsOf(days)
    .flatMap(({ calls }) => calls)
    .filter(({ agentId, type }) => agentId === REPS[rep].justcall && NO_ANSWER.has(type));
const mailsOf = (rep: Rep, days: readonly Day[]) =>
  recordsOf(days)
    .flatMap(({ activities }) => activities)
    .filter(({ type, user_id }) => type.id === 6 && user_id === REPS[rep].copper).length;

describe("a day after the sample's", () => {
  it("is the same whenever it is made, and shares no id with another day or with the sample", () => {
    expect(recordsOf(WEEKDAYS)).toEqual(recordsOf(WEEKDAYS));
    const all = recordsOf(WEEKDAYS);
    const [sample, { calls = [] }] = [copperRecords(), justCallRecords()];
    const activities = [...ids(sample.activities ?? []), ...all.flatMap((each) => ids(each.activities))];
    const inJustCall = [...ids(calls), ...all.flatMap((each) => ids(each.calls))];
    const orders = [...fishbowlOrders(), ...WEEKDAYS.flatMap(dayOrders)].map(({ _id }) => _id);

    for (const each of [activities, inJustCall, orders]) expect(new Set<number | string>(each).size).toBe(each.length);
  });

  it("has what is done at work alone: from 8:30 AM to 6:30 PM of the team's day, across the clock change, too", () => {
    for (const each of WEEKDAYS) {
      const { calls, activities, deals } = dayRecords(each);
      const seconds = [...activities.map((one) => one.activity_date), ...deals.map((one) => one.date_stage_changed)];
      const instants = [...calls.map(({ startedAt }) => startedAt), ...seconds.map((at) => new Date(at * 1_000))];
      expect(instants.length).toBeGreaterThan(20);
      expect(new Set(instants.map((at) => dayOf(at)))).toEqual(new Set([each]));
      const times = zoneTimes(SAMPLE_ZONE);
      const [opens, closes] = [times.at(each, localTime("08:30")), times.at(each, localTime("18:30"))];
      expect(instants.filter((at) => at < opens || at > closes)).toEqual([]);
    }
  });

  it("logs some calls twice, in Copper within two minutes after JustCall, for the same rep", () => {
    const twice = WEEKDAYS.flatMap((each) => {
      const { calls, activities } = dayRecords(each);
      return activities.filter(({ type, user_id, activity_date }) => {
        const rep = Object.values(REPS).find(({ copper }) => copper === user_id);
        const isSame = (startedAt: Date) => Math.abs(activity_date - startedAt.getTime() / 1_000) <= 120;
        return type.id === 2160510 && calls.some((call) => call.agentId === rep?.justcall && isSame(call.startedAt));
      });
    });

    expect(twice.length).toBeGreaterThan(WEEKDAYS.length / 2);
  });

  it("lists one mail a day only on the next morning, by turns of four reps, under the day on which it was sent", () => {
    const late = WEEKDAYS.map((each) => {
      const { activities } = dayRecords(each);
      return activities.filter((one) => dayOf(new Date(one.date_created * 1_000)) > each);
    });

    expect(late.map((each) => each.length)).toEqual(WEEKDAYS.map(() => 1));
    for (const [n, each] of WEEKDAYS.entries()) {
      const { type, activity_date, date_created } = late[n]?.[0] ?? { type: null, activity_date: 0, date_created: 0 };
      const listed = zoneTimes(SAMPLE_ZONE).at(addDays(each, 1), localTime("07:15"));
      expect([type?.id, dayOf(new Date(activity_date * 1_000))]).toEqual([6, each]);
      expect(new Date(date_created * 1_000)).toEqual(listed);
    }
    expect(new Set(late.flat().map(({ user_id }) => user_id)).size).toBe(4);
  });

  it("has in each week calls that nobody answers, of each rep, and a day of Dev's without talk time", () => {
    for (const week of WEEKS) {
      for (const rep of REP_NAMES) {
        const missed = unansweredOf(rep, week);
        expect([rep, missed.length > 0]).toEqual([rep, true]);
        expect(missed.filter(({ talkSeconds }) => talkSeconds > 0)).toEqual([]);
      }
      const [tuesday] = week.slice(1);
      const ofDev = recordsOf(tuesday === undefined ? [] : [tuesday])
        .flatMap(({ calls }) => calls)
        .filter(({ agentId }) => agentId === REPS.dev.justcall);
      expect(ofDev.map(({ talkSeconds }) => talkSeconds)).toEqual([0]);
    }
  });

  it("has in each week a call of somebody who is not in Slack, and an email under the type that does not count", () => {
    for (const week of WEEKS) {
      const activities = recordsOf(week).flatMap((each) => each.activities);
      expect(activities.filter(({ user_id }) => user_id === TRADE_SHOW)).toHaveLength(1);
      expect(activities.filter(({ type }) => ![6, 2160510].includes(type.id))).toHaveLength(1);
    }
  });

  it.each(WEEKS)(
    "in a week from %s on has Ana reach her 30 calls and lack emails, and each rep do something",
    (...week) => {
      expect(callsOf("ana", week)).toBeGreaterThanOrEqual(30);
      expect(mailsOf("ana", week)).toBeLessThan(15);
      expect(callsOf("ben", week)).toBeGreaterThan(callsOf("ana", week));
      expect(callsOf("chloe", week)).toBeLessThan(20);
      expect(callsOf("dev", week)).toBeLessThan(7);
      expect(callsOf("maya", week)).toBeGreaterThanOrEqual(5);
      expect(mailsOf("ben", week)).toBeGreaterThanOrEqual(12);
    },
  );

  it("has a deal that enters each of the three stages within the first week of November", () => {
    const entered = recordsOf(WEEKS[0] ?? []).flatMap(({ deals }) => deals);

    expect(new Set(entered.map((deal) => deal.pipeline_stage_id))).toEqual(new Set([7001, 7002, 7003]));
  });
});
