import { formatInTimeZone } from "date-fns-tz";
import type { Morning } from "../../digests/due";
import { weekdayInWords } from "./days";

/** When somebody's next digest comes. */
export interface NextDigest {
  /** `null` when none is in sight. */
  readonly morning: Morning | null;
  /** The zone it goes by, and whether that is the person's own. */
  readonly zone: string;
  readonly own: boolean;
}

/** "Your next morning message: Thu 29 Oct 08:00", and what to type when there is none. */
export function nextDigest({ morning, zone, own }: NextDigest): string {
  const whose = own ? "by your clock" : "by the team's clock, since Slack has no time zone of yours";
  if (morning === null) {
    return "No morning message is due for you: it is switched off, or you have no goals. `/goals digest on` switches it on.";
  }
  return `Your next morning message: *${morningInWords(morning, zone)}* (${zone}, ${whose}).`;
}

/** "Thu 29 Oct 08:00". */
export function morningInWords({ day, dueAt }: Morning, zone: string): string {
  return `${weekdayInWords(day)} ${formatInTimeZone(dueAt, zone, "HH:mm")}`;
}
