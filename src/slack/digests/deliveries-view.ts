import {
  type Delivery,
  type DeliveryState,
  LATEST_DELIVERIES,
  type UndeliveredRow,
} from "../../digests/delivery/delivery";
import { addDays, type Day } from "../../time/day";
import { weekdayInWords } from "../../words/dates";
import { context, fits, header, type Message, section, sectionMessage, sections } from "../ui/blocks";
import { type DisplayContext, momentInWords } from "../ui/dates";
import { sentence } from "../ui/text";

const MAX_DAYS = 5;
const MAX_ROWS = 15;
/** So many of those that did not arrive are listed; the first that fits Slack's limits is taken. */
const LOST = [300, 100, MAX_ROWS];
const MAX_REASON = 100;

const STATES: Readonly<Record<DeliveryState, string>> = {
  due: "waiting",
  sending: "sending",
  unknown: "unconfirmed",
  sent: "arrived",
  failed: "failed",
  missed: "missed",
  skipped: "skipped",
};

/** The latest digests and boards, and of the last days all that did not arrive, which the latest of a large team do not reach. */
export interface Deliveries {
  readonly latest: readonly Delivery[];
  readonly undelivered: readonly UndeliveredRow[];
}

/** Shows admins what became of digests and boards: counts a day, then each that did not arrive, that waits, and the latest that arrived. */
export function deliveriesMessage({ latest, undelivered }: Deliveries, reading: DisplayContext): Message {
  if (latest.length === 0) return sectionMessage("No deliveries yet.");
  const all = [...new Set(latest.map(({ day }) => day))].sort().reverse();
  // Of the earliest day of as many as are looked at, others may have been left out.
  const whole = latest.length < LATEST_DELIVERIES || all.length === 1 ? all : all.slice(0, -1);
  const days = whole.slice(0, MAX_DAYS);
  const known = new Set(undelivered.map(keyOf));
  const lost = [...undelivered, ...latest.filter((row) => isLost(row) && !known.has(keyOf(row)))];
  const others = [
    ...latest.filter((row) => row.state !== "sent" && !isLost(row)),
    ...latest.filter(({ state }) => state === "sent"),
  ];
  const of = (most: number): Message => {
    const shown = [...lost.slice(0, most), ...others.slice(0, Math.max(0, MAX_ROWS - lost.length))];
    const more = lost.length + others.length - shown.length;
    return {
      text: `Deliveries: ${days.map((day) => dayLine(day, latest)).join("; ")}`,
      blocks: [
        header("Digests and boards"),
        section(days.map((day) => `• *${weekdayInWords(day)}*: ${counts(day, latest)}`).join("\n")),
        ...sections(shown.map((row) => rowLine(row, reading))),
        ...(more > 0 ? [context(`and ${more.toLocaleString("en-US")} more`)] : []),
      ],
    };
  };
  return LOST.map(of).find(fits) ?? of(MAX_ROWS);
}

function isLost({ state }: UndeliveredRow): boolean {
  return state === "failed" || state === "missed" || state === "unknown";
}

/** Names what somebody gets on a day: all of it that did not arrive is among the undelivered, or none. */
function keyOf({ kind, to, day }: UndeliveredRow): string {
  return `${kind} ${to} ${day}`;
}

/** On Monday, Friday's messages are still looked at. */
const DELIVERY_DAYS = 3;

/** The first of the days of which all that did not arrive is looked at, here as on an admin's pages. */
export function undeliveredSince({ days, now }: DisplayContext): Day {
  return addDays(days.dayOf(now), -DELIVERY_DAYS);
}

function dayLine(day: Day, rows: readonly Delivery[]): string {
  return `${weekdayInWords(day)} ${counts(day, rows)}`;
}

/** "5 arrived, 1 failed". */
function counts(day: Day, rows: readonly Delivery[]): string {
  const of = rows.filter((row) => row.day === day).map(({ state }) => state);
  return Object.entries(STATES)
    .map(([state, words]) => ({ words, count: of.filter((one) => one === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count.toLocaleString("en-US")} ${words}`)
    .join(", ");
}

/** "• <@U01>, Thu, Oct 29: arrived 8:00 AM PDT". People are mentions, which ping nobody in a message for one's own eyes. */
function rowLine(
  row: UndeliveredRow & Partial<Pick<Delivery, "ts" | "late" | "postedBy">>,
  reading: DisplayContext,
): string {
  const { kind, to, day, state, ts = null, reason, late = false, postedBy = null } = row;
  const whom = kind === "board" ? `the board in <#${to}>` : `<@${to}>${kind === "recap" ? "'s team recap" : ""}`;
  // Slack's own time of the message, which is what people see there.
  const when = ts === null ? "" : ` ${momentInWords(new Date(Number(ts) * 1_000), reading)}`;
  const why = reason === null || state === "sent" ? "" : `: ${sentence(reason, MAX_REASON)}`;
  const by = postedBy === null ? "" : `, posted by <@${postedBy}>`;
  return `• ${whom}, ${weekdayInWords(day)}: ${STATES[state]}${when}${late ? ", late" : ""}${by}${why}`;
}
