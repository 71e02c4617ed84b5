import type { Middleware, SlackEventMiddlewareArgs } from "@slack/bolt";
import { can } from "../../people/permissions";
import type { SlackContext } from "../context";
import { authorize, membership } from "../middleware/access";
import { withErrorReply } from "../middleware/errors";
import { KeyedQueue } from "../platform/keyed-queue";
import { guestMessage, newcomerMessage, notForYouMessage } from "../ui/access-messages";
import type { Message } from "../ui/blocks";
import { dmHelp } from "../ui/help";
import { readingMessage } from "./outcome-view";
import { previewFile } from "./process-file";
import { postReply } from "./reply";

const IMPORT = { does: "import-orders" } as const;
const DOING = "message.im";

/** Something is written or dropped in somebody's DM with us: a file is previewed, words get a line of help. */
export function handleDm(context: SlackContext): Middleware<SlackEventMiddlewareArgs<"message">> {
  // A file of 20 MB takes its share of memory, so one is read at a time.
  const queue = new KeyedQueue();
  return async ({ event }) => {
    const written = dmMessage(event);
    if (written === null) return;
    const { deps } = context;
    const { userId, channel, ts, files } = written;
    const reply = (message: Message) => postReply(context, { ...written, message });
    await withErrorReply(deps, { doing: DOING, userId, reply }, async () => {
      // Slack tells of a message again when it is not sure that we heard.
      if (!(await deps.idempotency.first(`dm:${channel}:${ts}`))) return;
      const refused = await refusal(context, written);
      if (refused !== null || files.length === 0) {
        await reply(refused ?? dmHelp({ imports: can(await actor(context, userId), IMPORT) }));
        return;
      }
      for (const file of files) await queue.run("file", () => looked(context, { written, file }));
    });
  };
}

/** Why this person gets no answer to what they wrote, but this one. */
async function refusal(context: SlackContext, { userId, files }: DmMessage): Promise<Message | null> {
  const status = await membership(context, userId);
  if (status === "guest") return guestMessage();
  if (files.length === 0) return null;
  if (status === "newcomer") return newcomerMessage();
  if (await authorize(context.deps, { userId, act: IMPORT, doing: DOING })) return null;
  const people = await context.deps.people.all();
  return notForYouMessage(people.filter(({ role, active }) => role === "admin" && active).map(({ name }) => name));
}

async function looked(
  context: SlackContext,
  { written, file }: { readonly written: DmMessage; readonly file: DmMessage["files"][number] },
): Promise<void> {
  const reply = await postReply(context, { ...written, message: readingMessage(file.name) });
  const attempt = { doing: DOING, userId: written.userId, reply: (message: Message) => reply.show(message) };
  await withErrorReply(context.deps, attempt, () => previewFile(context, { reply, file }));
}

async function actor({ deps }: SlackContext, userId: string) {
  return { userId, role: await deps.role(userId) };
}

/** What a person wrote to us, alone with us. */
export interface DmMessage {
  readonly userId: string;
  readonly channel: string;
  readonly ts: string;
  /** Of a reply: the message that it answers. */
  readonly threadTs: string | undefined;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

/** `null` for all that is no person's message to us: other conversations, edits, deletions, and what bots write. */
function dmMessage(event: SlackEventMiddlewareArgs<"message">["event"]): DmMessage | null {
  if (event.channel_type !== "im") return null;
  if (event.subtype !== undefined && event.subtype !== "file_share") return null;
  if ("bot_id" in event && event.bot_id !== undefined) return null;
  // Slack's own helper is no bot to Slack.
  if (event.user === "USLACKBOT") return null;
  const { user: userId, channel, ts, thread_ts: threadTs, files = [] } = event;
  return { userId, channel, ts, threadTs, files: files.map(({ id, name }) => ({ id, name: name ?? "your file" })) };
}
