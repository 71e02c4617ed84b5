import { latestMonthsBack, monthBack } from "../../goals/trends/history";
import { can } from "../../people/permissions";
import { readerDays } from "../../time/reader-day";
import type { SlackContext } from "../deps";
import { teamNamed } from "../goals/team/team-choice";
import type { CommandEvent, CommandResponse, May } from "../middleware/commands";
import { notUnderstood } from "../parse/suggest";
import type { Message } from "../ui/blocks";
import { goalsHelp, type HelpTopic, helpOn } from "../ui/help";
import { elsewhere, mayExport } from "./elsewhere";
import { withGoalsButtons, withTopicButtons } from "./help-buttons";
import { type Asker, mayNameTeam, suggestedCommand } from "./suggest-command";

/** Help on `/goals`, with what is for whoever asks; the overview and all commands have buttons. */
export function helpAnswer(topic: HelpTopic | null, may: May): Message {
  const reader = { manages: may({ does: "see-team" }), administers: may({ does: "see-runs" }) };
  const help = helpOn(topic, reader);
  if (topic === "more") return withTopicButtons(help, reader);
  return topic === null ? withGoalsButtons(help, reader) : help;
}

/** Says at once what may have been meant by words behind `/goals`; where they may name a team or a month, once it is known which. */
export function respondToUnknown(
  { deps }: SlackContext,
  { userId, text }: Pick<CommandEvent, "userId" | "text">,
): CommandResponse {
  const now = deps.now();
  const asked = { userId, today: deps.days.dayOf(now) };
  if (!mayNameTeam(text) && !mayExport(text)) {
    const unread = { exported: null, isTeam: () => false };
    return { kind: "now", message: (may) => unknownAnswer(text, { ...asked, may, ...unread }) };
  }
  const work = async () => {
    const [actor, person, teams] = await Promise.all([deps.actor(userId), deps.people.one(userId), deps.teams.all()]);
    const reader = readerDays(now, deps.days).of(person ?? {});
    const exported = monthBack(reader, latestMonthsBack(reader)).from;
    const isTeam: Asker["isTeam"] = (words, does) => {
      const team = teamNamed(words, teams);
      return team !== null && can(actor, { does, team });
    };
    return unknownAnswer(text, { ...asked, may: (act) => can(actor, act), exported, isTeam });
  };
  return { kind: "later", doing: "/goals help", work };
}

/**
 * Says of words behind `/goals` where what they name is, or that they are not understood, and what of all that they may do may have
 * been meant.
 */
export function unknownAnswer(text: string, asker: Asker): Message {
  const place = elsewhere(text, asker);
  if (place !== null) return place;
  const near = suggestedCommand(text, asker);
  if (near === null) {
    const nearby = elsewhere(text, asker, { near: true });
    if (nearby !== null) return nearby;
  }
  return goalsHelp(notUnderstood(text, near === null ? null : `/goals ${near}`), { near });
}
