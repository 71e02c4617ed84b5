import type { JustCallCall, JustCallUser } from "../../../../src/demo/justcall/account";

/** A call as the stand-in keeps it; every builder changes one. */
const CALL: JustCallCall = {
  id: 1_001,
  startedAt: new Date("2026-11-10T18:00:00Z"),
  agentId: 1,
  direction: "Outgoing",
  type: "Answered",
  talkSeconds: 75,
  holdSeconds: 5,
  contactName: "Bo Buyer",
  contactNumber: "12135550123",
};

export function justcallCall(change: Partial<JustCallCall> = {}): JustCallCall {
  return { ...CALL, ...change };
}

/** So many calls, evenly spread from one instant on, of the reps in turn. */
export function justcallCalls(
  count: number,
  { from = "2026-11-02T12:00:00Z", seconds = 60, people = 5 } = {},
): JustCallCall[] {
  return Array.from({ length: count }, (_, index) =>
    justcallCall({
      id: 2_000 + index,
      startedAt: new Date(Date.parse(from) + index * seconds * 1_000),
      agentId: 1 + (index % people),
    }),
  );
}

export function justcallUsers(count: number): JustCallUser[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: `Rep ${index + 1}`,
    email: `Rep${index + 1}@Acme.com`,
    role: "Agent",
    timezone: "America/New_York",
    available: true,
  }));
}

/** A call as it comes over the wire, of the vendor's documentation. */
export const WIRE = {
  id: 1_001,
  call_sid: "CA1",
  contact_number: "1213566",
  agent_id: 12_345,
  agent_name: "Ana",
  agent_email: "Ana@Acme.com",
  call_date: "2025-10-01",
  call_time: "0:00:00",
  call_user_date: "2025-09-30",
  call_user_time: "18:00:00",
  call_info: { direction: "Outgoing", type: "Answered", missed_call_reason: "", disposition: "", notes: "" },
  call_duration: { total_duration: 80, conversation_time: 75, ring_time: 5, hold_time: 5 },
};
