import { can } from "../../people/permissions";
import type { SlackContext } from "../context";
import { respondToDigest } from "../digests/command";
import { deliveriesMessage } from "../digests/deliveries-view";
import { boardToPost } from "../digests/next-digest-view";
import { EDIT_GOALS, prepareChange } from "../goals/change";
import { previewMessage } from "../goals/change-view";
import { openForm } from "../goals/form";
import { goalsMessage } from "../goals/list-view";
import { logOf, respondWithLog } from "../goals/log";
import { keyOf, parseArchive, parseSet } from "../goals/parse-edit";
import { respondWithTeam } from "../goals/team";
import { authorize, membership } from "../middleware/access";
import { withErrorReply } from "../middleware/errors";
import { type CommandListener, ephemeral } from "../middleware/replies";
import { guestMessage, newcomerMessage, refusalText } from "../ui/access-messages";
import { type Message, sectionMessage } from "../ui/blocks";
import { goalEditHelp, goalsHelp } from "../ui/help";
import { whyCommand } from "../why/command";
import { type GoalsCommand, parseGoals } from "./parse-goals";

/** `/goals` and all its words, for the eyes of whoever types them. */
export function goalsCommand(room: SlackContext): CommandListener {
  const { needs } = room;
  const why = whyCommand(room);
  return async (args) => {
    const { command, ack, respond } = args;
    const text = command.text ?? "";
    const words = parseGoals(text);
    if (words.kind === "why") return why(args);
    if (words.kind === "help") return ack(ephemeral(goalsHelp()));
    if (words.kind === "fault") return ack(ephemeral(goalsHelp(words.fault)));
    await ack();
    const userId = command.user_id;
    const doing = words.kind === "mine" ? "/goals" : `/goals ${words.kind === "form" ? "set" : words.kind}`;
    const tell = (answer: Message) => respond(ephemeral(answer));
    await withErrorReply(needs, { doing, userId, tell }, async () => {
      if (words.kind === "form") {
        const may = await authorize(needs, { userId, act: EDIT_GOALS, doing });
        if (may) await openForm(room, { userId, triggerId: command.trigger_id, doing }, {});
        else await tell(sectionMessage(refusalText(EDIT_GOALS)));
        return;
      }
      const stands = await membership(room, userId);
      if (stands === "known") await tell(await respondToGoals(room, { userId, text, words }));
      else await tell(stands === "guest" ? guestMessage() : newcomerMessage());
    });
  };
}

interface Asked {
  readonly userId: string;
  readonly text: string;
  readonly words: GoalsCommand;
}

const NOT_THEIRS = "Other people's goals are for managers and admins; your own are always here: `/goals`.";
const NOT_THE_DELIVERIES = "What was delivered is for admins; your own next message: `/goals digest`.";
const UNKNOWN = "No sync has met this person yet, so there are no goals of theirs.";

/** What `/goals` answers to somebody whom a sync has met. */
async function respondToGoals(room: SlackContext, { userId, text, words }: Asked): Promise<Message> {
  switch (words.kind) {
    case "mine":
      return goalsMessage(await room.needs.overview(userId));
    case "of":
      return goalsOf(room, { userId, of: words.userId });
    case "team":
      return respondWithTeam(room, { userId, page: 0 });
    case "board":
      return boardAnswer(room, userId);
    case "digest":
      return respondToDigest(room, { userId, text });
    case "deliveries":
      return deliveriesAnswer(room, userId);
    case "log": {
      const { whose } = words;
      const named = typeof whose === "object" ? whose?.userId : whose;
      return respondWithLog(room, { userId, whose: named ?? (await logOf(room, userId)), page: 0 });
    }
    case "set":
    case "archive":
      return changeAnswer(room, { userId, text, words });
  }
}

async function boardAnswer({ needs }: SlackContext, userId: string): Promise<Message> {
  const board = await needs.mornings.board();
  return can({ userId, role: await needs.role(userId) }, { does: "see-team" }) ? boardToPost(board) : board;
}

async function deliveriesAnswer({ needs }: SlackContext, userId: string): Promise<Message> {
  const act = { does: "see-runs" } as const;
  if (!(await authorize(needs, { userId, act, doing: "/goals deliveries" }))) return sectionMessage(NOT_THE_DELIVERIES);
  return deliveriesMessage(await needs.mornings.deliveries(), { days: needs.days, now: needs.now() });
}

async function goalsOf({ needs }: SlackContext, { userId, of }: { userId: string; of: string }): Promise<Message> {
  if (of === userId) return goalsMessage(await needs.overview(userId));
  const may = await authorize(needs, { userId, act: { does: "see-figures", of }, doing: "/goals of" });
  if (!may) return sectionMessage(NOT_THEIRS);
  const person = await needs.people.one(of);
  return person === null
    ? sectionMessage(UNKNOWN)
    : goalsMessage(await needs.overview(of), { userId: of, name: person.name });
}

/** A preview with its buttons; nothing is changed yet. */
async function changeAnswer(room: SlackContext, { userId, text, words }: Asked): Promise<Message> {
  const { needs } = room;
  const doing = `/goals ${words.kind}`;
  if (!(await authorize(needs, { userId, act: EDIT_GOALS, doing }))) return sectionMessage(refusalText(EDIT_GOALS));
  const today = needs.days.dayOf(needs.now());
  const said = words.kind === "set" ? parseSet(text, today) : parseArchive(text);
  if (said.kind === "fault") return goalEditHelp(said.fault);
  const ready = await prepareChange(room, { by: userId, key: keyOf(said, userId), edit: said.edit });
  return ready.kind === "fault" ? goalEditHelp(ready.fault.message) : previewMessage(ready.shown, { today });
}
