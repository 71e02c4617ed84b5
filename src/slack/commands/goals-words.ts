import { sentence } from "../views/text";
import { plainWords } from "./plain-words";

/** What somebody typed behind `/goals`; `fault` says as mrkdwn what does not work. */
export type GoalsWords =
  | { readonly kind: "mine" }
  | { readonly kind: "help" }
  /** What else it says, `whyWords` understands. */
  | { readonly kind: "why" }
  | { readonly kind: "fault"; readonly fault: string };

const NOT_YET: Readonly<Record<string, string>> = {
  team: "The team's leaderboard is not here yet.",
  set: "Goals cannot be set from Slack yet.",
  log: "The log of goal changes is not here yet.",
};

/** Understands `/goals`'s words. */
export function goalsWords(text: string): GoalsWords {
  const words = plainWords(text);
  if (words === "" || words === "me" || words === "mine") return { kind: "mine" };
  if (words === "help" || words === "?") return { kind: "help" };
  const first = words.split(" ")[0] ?? "";
  if (first === "why") return { kind: "why" };
  if (/^(<@|@)/.test(first)) return fault("Only your own goals can be shown yet, not other people's.");
  return fault(Object.hasOwn(NOT_YET, first) ? (NOT_YET[first] ?? "") : `I do not understand “${sentence(text, 60)}”.`);
}

function fault(text: string): GoalsWords {
  return { kind: "fault", fault: text };
}
