import type { JustCallCall, JustCallRecords, JustCallUser } from "../justcall/account";
import { CONTACTS } from "./contacts";
import { nth, teamTime } from "./dates";
import { CALL_DAYS, type CallDay, callSeed, callStart, seeded } from "./justcall-plan";
import { REMOVED_AGENT, REPS } from "./team";

/** A call without its id; ids are assigned in order of time. */
export type CallWithoutId = Omit<JustCallCall, "id">;

const FIRST_ID = 50_001;
const NO_ANSWER = [
  { direction: "Outgoing", type: "Unanswered" },
  { direction: "Outgoing", type: "Abandoned" },
  { direction: "Incoming", type: "Missed" },
  { direction: "Incoming", type: "Voicemail" },
] as const;

/** The month's calls and the users who made them; one user is not in Slack. */
export function justCallRecords(): JustCallRecords {
  const calls = [...CALL_DAYS.flatMap(callsOf), ...OUTSIDE, ...OF_REMOVED_AGENT, OF_UNKNOWN_LENGTH].sort(
    (a, b) => a.startedAt.getTime() - b.startedAt.getTime(),
  );
  return { users: USERS, calls: calls.map((call, index) => ({ id: FIRST_ID + index, ...call })) };
}

const USERS: readonly JustCallUser[] = [
  user(REPS.ana.justcall, { name: "Ana Torres", email: REPS.ana.justcallEmail, timezone: "America/Los_Angeles" }),
  user(REPS.ben.justcall, { name: "Ben Okafor", email: REPS.ben.justcallEmail, timezone: "America/New_York" }),
  user(REPS.chloe.justcall, { name: "Chloé Martin", email: REPS.chloe.justcallEmail, timezone: "America/Chicago" }),
  user(REPS.dev.justcall, { name: "Dev Patel", email: REPS.dev.justcallEmail, timezone: "Asia/Kolkata" }),
  user(REPS.maya.justcall, { name: "Maya Brooks", email: REPS.maya.justcallEmail, timezone: "America/Los_Angeles" }),
  user(7199, { name: "Front Desk", email: "front.desk@acme.com", timezone: "America/Los_Angeles" }),
];

/** Calls outside the window: one that never ended, forty days back, and one half an hour before the first day. */
const OUTSIDE: readonly CallWithoutId[] = [
  {
    ...parties(0),
    agentId: REPS.ana.justcall,
    startedAt: teamTime("09-18", "10:00:00"),
    direction: "Outgoing",
    type: "In Progress",
    talkSeconds: 0,
    holdSeconds: 0,
  },
  {
    ...parties(1),
    agentId: REPS.ben.justcall,
    startedAt: teamTime("09-28", "23:30:00"),
    direction: "Incoming",
    type: "Answered",
    talkSeconds: 240,
    holdSeconds: 0,
  },
];

/** A call of the front desk of which JustCall does not say how long it was. */
const OF_UNKNOWN_LENGTH: CallWithoutId = {
  ...parties(2),
  agentId: 7199,
  startedAt: teamTime("10-19", "11:20:00"),
  direction: "Incoming",
  type: "Answered",
  talkSeconds: 0,
  holdSeconds: 0,
  lengthUnknown: true,
};

/** Calls of somebody who was removed before anybody synced: nothing says whose they were. */
const OF_REMOVED_AGENT: readonly CallWithoutId[] = (["10-01", "10-06", "10-07"] as const).map((day, index) => ({
  ...parties(3 + index),
  agentId: REMOVED_AGENT,
  startedAt: teamTime(day, "15:40:00"),
  direction: "Outgoing",
  type: "Answered",
  talkSeconds: 95,
  holdSeconds: 0,
}));

function callsOf(day: CallDay): readonly CallWithoutId[] {
  return Array.from({ length: day.calls }, (_, index) =>
    sampleCall(callStart(day.rep, day.monthDay, index), { day, index }),
  );
}

/** The nth call of a rep's day, which begins then. */
export function sampleCall(
  startedAt: Date,
  { day, index }: { readonly day: Omit<CallDay, "calls">; readonly index: number },
): CallWithoutId {
  const seed = callSeed(day.rep, day.monthDay, index);
  return { ...parties(seed), agentId: REPS[day.rep].justcall, startedAt, ...outcome(seed, { day, index }) };
}

/** On a day with answered calls, the first call is answered, and so are about two in three of the others. */
function outcome(
  seed: number,
  { day, index }: { readonly day: Pick<CallDay, "answered">; readonly index: number },
): Pick<JustCallCall, "direction" | "type" | "talkSeconds" | "holdSeconds"> {
  const answered = day.answered && (index === 0 || seeded(seed * 3) < 0.66);
  if (!answered) return { ...nth(NO_ANSWER, seed), talkSeconds: 0, holdSeconds: 0 };
  const talkSeconds = 25 + Math.floor(seeded(seed * 7) * 900);
  return { direction: seed % 4 === 0 ? "Incoming" : "Outgoing", type: "Answered", talkSeconds, holdSeconds: seed % 12 };
}

function parties(seed: number): Pick<JustCallCall, "contactName" | "contactNumber"> {
  const { name, phone } = nth(CONTACTS, seed);
  return { contactName: name, contactNumber: phone };
}

function user(id: number, traits: Pick<JustCallUser, "name" | "email" | "timezone">): JustCallUser {
  return { id, role: "Agent", available: true, ...traits };
}
