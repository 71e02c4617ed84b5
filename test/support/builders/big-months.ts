import { min } from "date-fns/min";
import type { Activity } from "../../../src/demo/copper/account";
import type { JustCallCall, JustCallUser } from "../../../src/demo/justcall/account";
import { SAMPLE_NOW, SAMPLE_WINDOW } from "../../../src/demo/sample/dates";
import { type SampleMonth, sampleMonth } from "../../../src/demo/sample/sample-month";
import { addDays, type DayRange } from "../../../src/time/day";
import { aMember } from "./people";
import { days, ZONE } from "./team-zone";

/** How large a month is; records are spread evenly over its days and reps. */
export interface BigMonth {
  readonly reps: number;
  readonly mails: number;
  readonly copperCalls: number;
  readonly justcallCalls: number;
}

/** Records by their place in the order of time, each made when it is asked for. */
export interface Series<T> {
  readonly count: number;
  /** When a record happened, in ms; whole seconds. */
  at(index: number): number;
  record(index: number): T;
}

const FIRST_USER = 10_000;

/** The days that records are spread over, none of them ahead of now. */
export interface Span {
  readonly window: DayRange;
  readonly now: Date;
}

/** The four weeks up to yesterday, for processes that go by the machine's clock. */
export function recentWeeks(now: Date): Span {
  const to = addDays(days.dayOf(now), -1);
  return { window: { from: addDays(to, -27), to }, now };
}

const SAMPLE_SPAN: Span = { window: SAMPLE_WINDOW, now: SAMPLE_NOW };

/** A month of a large team, with the sample's pipelines and nothing in Fishbowl. */
export function bigMonth(size: BigMonth, span: Span = SAMPLE_SPAN): SampleMonth {
  const sample = sampleMonth();
  const { mails, copperCalls, justcallCalls } = bigSeries(size, span);
  const { members, copper, justcall } = bigTeam(size.reps);
  return {
    ...sample,
    team: members,
    overrides: [],
    goals: [],
    teams: [],
    fishbowl: { orders: [], customers: [], usersMap: [] },
    copper: {
      users: copper,
      pipelines: sample.copper.pipelines ?? [],
      activities: [...all(mails), ...all(copperCalls)],
    },
    justcall: { users: justcall, calls: all(justcallCalls) },
  };
}

/** Everybody of a large team, in Slack, Copper and JustCall. */
export function bigTeam(reps: number) {
  const numbers = Array.from({ length: reps }, (_, rep) => rep);
  return {
    members: numbers.map((rep) =>
      aMember(`U0REP${String(rep).padStart(5, "0")}`, {
        email: email(rep),
        name: `Rep ${rep}`,
        tz: "America/Los_Angeles",
      }),
    ),
    copper: numbers.map((rep) => ({ id: FIRST_USER + rep, name: `Rep ${rep}`, email: email(rep) })),
    justcall: numbers.map((rep): JustCallUser => {
      const id = FIRST_USER + rep;
      return { id, name: `Rep ${rep}`, email: email(rep), role: "Agent", timezone: ZONE, available: true };
    }),
  };
}

/** The records of a large team, none of them held. */
export function bigSeries(
  { reps, mails, copperCalls, justcallCalls }: BigMonth,
  { window, now }: Span = SAMPLE_SPAN,
): {
  readonly mails: Series<Activity>;
  readonly copperCalls: Series<Activity>;
  readonly justcallCalls: Series<JustCallCall>;
} {
  const { since, until: end } = days.instantsOf(window);
  const until = min([end, now]);
  const series = <T>(count: number, make: (index: number, at: number) => T): Series<T> => {
    const length = until.getTime() - since.getTime();
    const at = (index: number) => Math.floor((since.getTime() + (length * (index + 0.5)) / count) / 1_000) * 1_000;
    return { count, at, record: (index) => make(index, at(index)) };
  };
  return {
    mails: series(mails, (index, at) => mail(index, { at, from: email(index % reps) })),
    copperCalls: series(copperCalls, (index, at) =>
      activity(5_000_000 + index, { at, user: FIRST_USER + (index % reps), details: "5 min" }),
    ),
    justcallCalls: series(justcallCalls, (index, at) =>
      call(9_000_000 + index, { at, user: FIRST_USER + (index % reps) }),
    ),
  };
}

function all<T>({ count, record }: Series<T>): readonly T[] {
  return Array.from({ length: count }, (_, index) => record(index));
}

function email(rep: number): string {
  return `rep${rep}@acme.com`;
}

function activity(
  id: number,
  { at, user, details }: { at: number; user: number; details: Activity["details"] },
): Activity {
  const seconds = at / 1_000;
  return {
    id,
    parent: { id: 1, type: "person" },
    type: { id: 2160510, category: "user" },
    user_id: user,
    details,
    activity_date: seconds,
    old_value: null,
    new_value: null,
    date_created: seconds,
    date_modified: seconds,
  };
}

function mail(index: number, { at, from }: { at: number; from: string }): Activity {
  const sender = { name: "Rep", email: from };
  const recipients = [{ name: "C", email: "c@shop.example" }];
  const details = { id: `mail-${index}`, sender, recipients, subject: "Hello" };
  return { ...activity(1_000_000 + index, { at, user: 1, details }), type: { id: 6, category: "system" } };
}

function call(id: number, { at, user }: { at: number; user: number }): JustCallCall {
  return {
    id,
    startedAt: new Date(at),
    agentId: user,
    direction: "Outgoing",
    type: "Answered",
    talkSeconds: 60,
    holdSeconds: 0,
    contactName: "Somebody",
    contactNumber: "12135550100",
  };
}
