import { may } from "../../people/rights";
import { logAnswer, logOf } from "../goals/log-answer";
import { EDIT_GOALS } from "../goals/make-edit";
import { prepared } from "../goals/prepare";
import { teamAnswer } from "../goals/team-answer";
import { mayNow } from "../guard";
import type { Room } from "../room";
import { boardToPost } from "../views/ask-first";
import { type Message, sectionMessage } from "../views/blocks";
import { deliveriesMessage } from "../views/deliveries";
import { previewMessage } from "../views/goal-change";
import { goalsMessage } from "../views/goals";
import { goalEditHelp } from "../views/help";
import { refusalText } from "../views/refusal";
import { digestAnswer } from "./digest-answer";
import { archiveWords, keyOf, setWords } from "./edit-words";
import type { GoalsAsk } from "./goals-words";

interface Asked {
  readonly userId: string;
  readonly text: string;
  readonly words: GoalsAsk;
}

const NOT_THEIRS = "Other people's goals are for managers and admins; your own are always here: `/goals`.";
const NOT_THE_DELIVERIES = "What was delivered is for admins; your own next message: `/goals digest`.";
const UNKNOWN = "No sync has met this person yet, so there are no goals of theirs.";

/** What `/goals` answers to somebody whom a sync has met. */
export async function goalsAnswer(room: Room, { userId, text, words }: Asked): Promise<Message> {
  switch (words.kind) {
    case "mine":
      return goalsMessage(await room.needs.overview(userId));
    case "of":
      return goalsOf(room, { userId, of: words.userId });
    case "team":
      return teamAnswer(room, { userId, page: 0 });
    case "board":
      return boardAnswer(room, userId);
    case "digest":
      return digestAnswer(room, { userId, text });
    case "deliveries":
      return deliveriesAnswer(room, userId);
    case "log": {
      const { whose } = words;
      const named = typeof whose === "object" ? whose?.userId : whose;
      return logAnswer(room, { userId, whose: named ?? (await logOf(room, userId)), page: 0 });
    }
    case "set":
    case "archive":
      return changeAnswer(room, { userId, text, words });
  }
}

async function boardAnswer({ needs }: Room, userId: string): Promise<Message> {
  const board = await needs.mornings.board();
  return may({ userId, role: await needs.role(userId) }, { does: "see-team" }) ? boardToPost(board) : board;
}

async function deliveriesAnswer({ needs }: Room, userId: string): Promise<Message> {
  const act = { does: "see-runs" } as const;
  if (!(await mayNow(needs, { userId, act, doing: "/goals deliveries" }))) return sectionMessage(NOT_THE_DELIVERIES);
  return deliveriesMessage(await needs.mornings.deliveries(), { days: needs.days, now: needs.now() });
}

async function goalsOf({ needs }: Room, { userId, of }: { userId: string; of: string }): Promise<Message> {
  if (of === userId) return goalsMessage(await needs.overview(userId));
  const may = await mayNow(needs, { userId, act: { does: "see-figures", of }, doing: "/goals of" });
  if (!may) return sectionMessage(NOT_THEIRS);
  const person = await needs.people.one(of);
  return person === null
    ? sectionMessage(UNKNOWN)
    : goalsMessage(await needs.overview(of), { userId: of, name: person.name });
}

/** A preview with its buttons; nothing is changed yet. */
async function changeAnswer(room: Room, { userId, text, words }: Asked): Promise<Message> {
  const { needs } = room;
  const doing = `/goals ${words.kind}`;
  if (!(await mayNow(needs, { userId, act: EDIT_GOALS, doing }))) return sectionMessage(refusalText(EDIT_GOALS));
  const today = needs.days.dayOf(needs.now());
  const said = words.kind === "set" ? setWords(text, today) : archiveWords(text);
  if (said.kind === "fault") return goalEditHelp(said.fault);
  const ready = await prepared(room, { by: userId, key: keyOf(said, userId), edit: said.edit });
  return ready.kind === "fault" ? goalEditHelp(ready.fault.message) : previewMessage(ready.shown, { today });
}
