import type { Delivery, DeliveryState } from "../../digests/delivery/delivery";
import type { Day } from "../../time/day";
import { weekdayInWords } from "../../words/dates";
import { context, header, type Message, section, sectionMessage, sections } from "../ui/blocks";
import { type DisplayContext, momentInWords } from "../ui/dates";
import { sentence } from "../ui/text";

const MAX_DAYS = 5;
const MAX_ROWS = 15;
const MAX_REASON = 100;

const STATES: Readonly<Record<DeliveryState, string>> = {
  due: "waits",
  sending: "sending",
  unknown: "unconfirmed",
  sent: "arrived",
  failed: "failed",
  missed: "missed",
  skipped: "skipped",
};

/** Shows admins what became of the latest digests and boards: counts a day, then each that did not simply arrive. */
export function deliveriesMessage(rows: readonly Delivery[], reading: DisplayContext): Message {
  if (rows.length === 0) return sectionMessage("No deliveries yet.");
  const days = [...new Set(rows.map(({ day }) => day))].sort().reverse().slice(0, MAX_DAYS);
  const odd = rows.filter(({ state }) => state !== "sent");
  const shown = [...odd, ...rows.filter(({ state }) => state === "sent")].slice(0, MAX_ROWS);
  return {
    text: `Deliveries: ${days.map((day) => dayLine(day, rows)).join("; ")}`,
    blocks: [
      header("Digests and boards"),
      section(days.map((day) => `• *${weekdayInWords(day)}*: ${counts(day, rows)}`).join("\n")),
      ...sections(shown.map((row) => rowLine(row, reading))),
      ...(rows.length > shown.length
        ? [context(`and ${(rows.length - shown.length).toLocaleString("en-US")} more`)]
        : []),
    ],
  };
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
function rowLine({ kind, to, day, state, ts, reason, late }: Delivery, reading: DisplayContext): string {
  const whom = kind === "board" ? `the board in <#${to}>` : `<@${to}>${kind === "recap" ? "'s team recap" : ""}`;
  // Slack's own time of the message, which is what people see there.
  const when = ts === null ? "" : ` ${momentInWords(new Date(Number(ts) * 1_000), reading)}`;
  const why = reason === null || state === "sent" ? "" : `: ${sentence(reason, MAX_REASON)}`;
  return `• ${whom}, ${weekdayInWords(day)}: ${STATES[state]}${when}${late ? ", late" : ""}${why}`;
}
