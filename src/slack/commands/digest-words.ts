import { sentence } from "../views/text";
import { plainWords } from "./plain-words";
import { writtenCount } from "./written-days";

/** What somebody typed behind `/goals digest`; `fault` says as mrkdwn what does not work. */
export type DigestWords =
  | { readonly kind: "next" | "preview" | "send" | "on" | "off" }
  /** `HH:mm`. */
  | { readonly kind: "at"; readonly time: string }
  | { readonly kind: "snooze"; readonly days: number }
  | { readonly kind: "fault"; readonly fault: string };

const MOST_DAYS = 60;

/** Understands the words behind `/goals digest`. */
export function digestWords(text: string): DigestWords {
  const words = plainWords(text).replace(/^digest ?/, "");
  if (words === "" || words === "next") return { kind: "next" };
  if (words === "preview" || words === "show") return { kind: "preview" };
  if (words === "send" || words === "send again") return { kind: "send" };
  if (words === "on" || words === "off") return { kind: words };
  const time = /^at (\d{1,2}:\d{2})$/.exec(words)?.[1];
  if (time !== undefined) return { kind: "at", time: time.padStart(5, "0") };
  const days = words.startsWith("snooze ") ? writtenCount(words.slice("snooze ".length)) : null;
  if (days !== null && days >= 1 && days <= MOST_DAYS) return { kind: "snooze", days };
  if (words.startsWith("snooze")) {
    return { kind: "fault", fault: `Say for how many days, 1 to ${MOST_DAYS}: \`/goals digest snooze 3d\`.` };
  }
  return { kind: "fault", fault: `I do not understand “${sentence(words, 60)}”.` };
}
