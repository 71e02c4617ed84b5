import type { Activity } from "../../src/demo/copper/account";
import type { JustCallCall, JustCallUser } from "../../src/demo/justcall/account";
import { SAMPLE_WINDOW } from "../../src/demo/sample/clock";
import { type SampleMonth, sampleMonth } from "../../src/demo/sample/sample-month";
import type { DayRange } from "../../src/metrics/day";
import { aMember, days, ZONE } from "./sync-rig";

/** How large a month is; records are spread evenly over its days and reps. */
export interface BigMonth {
  readonly reps: number;
  readonly mails: number;
  readonly copperCalls: number;
  readonly justcallCalls: number;
}

const FIRST_USER = 10_000;

/** A month of a large team, with the sample's pipelines and nothing in Fishbowl. */
export function bigMonth(
  { reps, mails, copperCalls, justcallCalls }: BigMonth,
  window: DayRange = SAMPLE_WINDOW,
): SampleMonth {
  const { since, until } = days.instantsOf(window);
  const spread = (index: number, count: number) =>
    new Date(since.getTime() + Math.floor(((until.getTime() - since.getTime()) * (index + 0.5)) / count));
  const email = (rep: number) => `rep${rep}@acme.com`;
  const numbers = Array.from({ length: reps }, (_, rep) => rep);
  const sample = sampleMonth();
  return {
    ...sample,
    team: numbers.map((rep) => aMember(`U0REP${String(rep).padStart(5, "0")}`, email(rep), { name: `Rep ${rep}` })),
    overrides: [],
    goals: [],
    fishbowl: { orders: [], customers: [], usersMap: [] },
    copper: {
      users: numbers.map((rep) => ({ id: FIRST_USER + rep, name: `Rep ${rep}`, email: email(rep) })),
      pipelines: sample.copper.pipelines ?? [],
      activities: [
        ...many(mails, (index) => mail(index, { at: spread(index, mails), from: email(index % reps) })),
        ...many(copperCalls, (index) => {
          const user = FIRST_USER + (index % reps);
          return activity(5_000_000 + index, { at: spread(index, copperCalls), user, details: "5 min" });
        }),
      ],
    },
    justcall: {
      users: numbers.map((rep): JustCallUser => {
        return {
          id: FIRST_USER + rep,
          name: `Rep ${rep}`,
          email: email(rep),
          role: "Agent",
          timezone: ZONE,
          available: true,
        };
      }),
      calls: many(justcallCalls, (index): JustCallCall => {
        const startedAt = new Date(Math.floor(spread(index, justcallCalls).getTime() / 1000) * 1000);
        return {
          id: 9_000_000 + index,
          startedAt,
          agentId: FIRST_USER + (index % reps),
          direction: "Outgoing",
          type: "Answered",
          talkSeconds: 60,
          holdSeconds: 0,
          contactName: "Somebody",
          contactNumber: "12135550100",
        };
      }),
    },
  };
}

function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function activity(
  id: number,
  { at, user, details }: { at: Date; user: number; details: Activity["details"] },
): Activity {
  const seconds = Math.floor(at.getTime() / 1000);
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

function mail(index: number, { at, from }: { at: Date; from: string }): Activity {
  const sender = { name: "Rep", email: from };
  const details = {
    id: `mail-${index}`,
    sender,
    recipients: [{ name: "C", email: "c@shop.example" }],
    subject: "Hello",
  };
  return { ...activity(1_000_000 + index, { at, user: 1, details }), type: { id: 6, category: "system" } };
}
