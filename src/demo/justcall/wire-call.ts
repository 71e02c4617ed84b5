import { zoneOffset } from "../../time/zone-offset";
import { oddName } from "../fake-api/odd-names";
import type { JustCallAccount, JustCallCall } from "./account";

/** A call as the API gives it: `call_date` and `call_time` in UTC, `call_user_*` in the user's zone. */
export function wireCall({ users }: JustCallAccount, call: JustCallCall): object {
  const agent = users.get(call.agentId);
  const utc = localTime(call, "UTC");
  const user = localTime(call, agent?.timezone ?? "UTC");
  return {
    id: call.id,
    call_sid: `CA${String(call.id).padStart(32, "0")}`,
    contact_number: call.contactNumber,
    contact_name: contactName(call),
    contact_email: "",
    justcall_number: "14155550100",
    justcall_line_name: "Sales",
    agent_id: call.agentId,
    agent_name: agent?.name ?? "",
    agent_email: agent?.email ?? "",
    agent_active: agent !== undefined,
    call_date: utc.date,
    call_time: utc.time,
    call_user_date: user.date,
    call_user_time: user.time,
    cost_incurred: 0,
    call_info: callInfo(call),
    call_duration: callDuration(call),
    ivr_info: { digit_pressed: "", content: "" },
    queue: {},
    queue_callback: {},
    justcall_ai: {},
  };
}

/** The local date and time. One call in three has an hour without a leading zero, as in the vendor's own example. */
function localTime({ id, startedAt }: JustCallCall, zone: string): { readonly date: string; readonly time: string } {
  const local = new Date(startedAt.getTime() + zoneOffset(zone)(startedAt.getTime()));
  const [date = "", time = ""] = local.toISOString().slice(0, 19).split("T");
  return { date, time: id % 3 === 0 ? time.replace(/^0/, "") : time };
}

/** A contact whom nobody has named is called by the number, as other clients have met. */
function contactName({ id, contactName: name, contactNumber }: JustCallCall): string | null {
  return id % 11 === 0 ? `+${contactNumber}` : oddName(name, id);
}

function callInfo({ direction, type }: JustCallCall): unknown {
  return {
    direction,
    type,
    missed_call_reason: "",
    status: "Unarchived",
    disposition: "",
    notes: "",
    rating: "",
    recording: "",
    recording_child: "",
    voicemail_transcription: "",
    call_traits: [],
  };
}

/** The parts of its length; `null` where JustCall does not say it. */
function callDuration(call: JustCallCall): unknown {
  const { talkSeconds, holdSeconds, lengthUnknown } = call;
  if (lengthUnknown) return null;
  const total = talkSeconds + holdSeconds;
  return {
    friendly_duration: clockText(total),
    total_duration: total,
    conversation_time: conversationTime(call),
    ring_time: 6,
    hold_time: holdSeconds,
    wrap_up_time: 0,
    queue_wait_time: 0,
    handle_time: total,
  };
}

/**
 * Documented are seconds; other clients have met `m:ss` and `hh:mm:ss`, and the length of a voicemail where that of a
 * conversation stands. So one call in four has its minutes and seconds, one in seven the text of a clock.
 */
function conversationTime({ id, type, talkSeconds }: JustCallCall): number | string {
  if (type === "Voicemail") return 12 + (id % 40);
  if (id % 4 === 0) return `${Math.floor(talkSeconds / 60)}:${String(talkSeconds % 60).padStart(2, "0")}`;
  return id % 7 === 0 ? clockText(talkSeconds) : talkSeconds;
}

function clockText(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(11, 19);
}
