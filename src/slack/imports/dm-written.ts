import type { Middleware, SlackEventMiddlewareArgs } from "@slack/bolt";
import { may } from "../../people/rights";
import { standing } from "../access";
import { mayNow } from "../guard";
import { Turns } from "../home/turns";
import type { Room } from "../room";
import { orTrouble } from "../trouble";
import type { Message } from "../views/blocks";
import { dmHelp } from "../views/dm-help";
import { readingMessage } from "../views/import-outcome";
import { notForYouMessage } from "../views/not-for-you";
import { guestMessage, newcomerMessage } from "../views/standing";
import { type DmMessage, dmMessage } from "./dm-message";
import { previewFile } from "./preview-file";
import { postReply } from "./reply";

const IMPORT = { does: "import-orders" } as const;
const DOING = "message.im";

/** Something is written or dropped in somebody's DM with us: a file is previewed, words get a line of help. */
export function dmWritten(room: Room): Middleware<SlackEventMiddlewareArgs<"message">> {
  // A file of 20 MB takes its share of memory, so one is read at a time.
  const turns = new Turns();
  return async ({ event }) => {
    const written = dmMessage(event);
    if (written === null) return;
    const { needs } = room;
    const { userId, channel, ts, files } = written;
    const tell = (message: Message) => postReply(room, { ...written, message });
    await orTrouble(needs, { doing: DOING, userId, tell }, async () => {
      // Slack tells of a message again when it is not sure that we heard.
      if (!(await needs.once.first(`dm:${channel}:${ts}`))) return;
      const refused = await refusal(room, written);
      if (refused !== null || files.length === 0) {
        await tell(refused ?? dmHelp({ imports: may(await actor(room, userId), IMPORT) }));
        return;
      }
      for (const file of files) await turns.inTurn("file", () => looked(room, { written, file }));
    });
  };
}

/** Why this person gets no answer to what they wrote, but this one. */
async function refusal(room: Room, { userId, files }: DmMessage): Promise<Message | null> {
  const stands = await standing(room, userId);
  if (stands === "guest") return guestMessage();
  if (files.length === 0) return null;
  if (stands === "newcomer") return newcomerMessage();
  if (await mayNow(room.needs, { userId, act: IMPORT, doing: DOING })) return null;
  const people = await room.needs.people.all();
  return notForYouMessage(people.filter(({ role, active }) => role === "admin" && active).map(({ name }) => name));
}

async function looked(
  room: Room,
  { written, file }: { readonly written: DmMessage; readonly file: DmMessage["files"][number] },
): Promise<void> {
  const reply = await postReply(room, { ...written, message: readingMessage(file.name) });
  const attempt = { doing: DOING, userId: written.userId, tell: (message: Message) => reply.show(message) };
  await orTrouble(room.needs, attempt, () => previewFile(room, { reply, file }));
}

async function actor({ needs }: Room, userId: string) {
  return { userId, role: await needs.role(userId) };
}
