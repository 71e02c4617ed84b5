import type { May } from "../middleware/commands";
import { notUnderstood } from "../parse/suggest";
import type { Message } from "../ui/blocks";
import { goalsHelp, type HelpTopic, helpOn } from "../ui/help";
import { withGoalsButtons } from "./help-buttons";
import { type Asker, meantBy } from "./meant";

/** Help on `/goals`, with what is for whoever asks; the overview has buttons. */
export function helpAnswer(topic: HelpTopic | null, may: May): Message {
  const reader = { manages: may({ does: "see-team" }), administers: may({ does: "see-runs" }) };
  const help = helpOn(topic, reader);
  return topic === null ? withGoalsButtons(help, reader) : help;
}

/** Says that words behind `/goals` are not understood, and what of all that they may do may have been meant. */
export function unknownAnswer(text: string, asker: Asker): Message {
  const near = meantBy(text, asker);
  return goalsHelp(notUnderstood(text, near === null ? null : `/goals ${near}`), { near });
}
