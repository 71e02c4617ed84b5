import { mayNow } from "../guard";
import type { ButtonListener } from "../home/sync-now";
import type { Room } from "../room";
import { orTrouble } from "../trouble";
import { type Message, sectionMessage } from "../views/blocks";
import { teamGoalsMessage } from "../views/team-goals";
import { inPlace } from "./preview-buttons";
import { teamPage } from "./team-page";

const NOT_THE_TEAM = "How everybody stands is for managers and admins; your own goals are always here: `/goals`.";

/** `/goals team`: where everybody stands, for those who may see it. */
export async function teamAnswer(room: Room, { userId, page }: { userId: string; page: number }): Promise<Message> {
  const { needs } = room;
  const may = await mayNow(needs, { userId, act: { does: "see-team" }, doing: "/goals team" });
  if (!may) return sectionMessage(NOT_THE_TEAM);
  const people = (await needs.people.all()).filter(({ active }) => active);
  const overview = await needs.overviews.teamOverview(people, needs.days.dayOf(needs.now()));
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  return teamGoalsMessage(teamPage(overview, { names, page }));
}

/** Another page, in the place of this one. */
export function teamTurn(room: Room): ButtonListener {
  return async ({ ack, body, action, respond }) => {
    await ack();
    const userId = body.user.id;
    const tell = (answer: Message) => respond(inPlace(answer));
    await orTrouble(room.needs, { doing: action.action_id, userId, tell }, async () => {
      const page = Number(/^\d{1,6}$/.exec(action.value ?? "")?.[0] ?? 0);
      await tell(await teamAnswer(room, { userId, page }));
    });
  };
}
