import type { Middleware, SlackEventMiddlewareArgs } from "@slack/bolt";
import { KeyedQueue, resultOf, valueOfResult } from "../../lib/concurrency";
import { can } from "../../people/permissions";
import type { SlackContext } from "../deps";
import { authorize, isOutsider, outsiderMessage } from "../middleware/access";
import { withErrorReply } from "../middleware/errors";
import { newcomerMessage, notForYouMessage } from "../ui/access-messages";
import type { Message } from "../ui/blocks";
import { dmHelp } from "../ui/dm-help";
import { readingMessage, waitingMessage } from "./outcome-view";
import { previewFile } from "./process-file";
import { postReply } from "./reply";

const IMPORT = { does: "import-orders" } as const;
const DOING = "message.im";

/** Handles what is written or dropped in a DM with us: a file is previewed, a text gets a line of help. */
export function handleDm(context: SlackContext): Middleware<SlackEventMiddlewareArgs<"message">> {
  // A file of 20 MB needs memory, so one is read at a time.
  const queue = new KeyedQueue();
  return async ({ event }) => {
    const received = readMessage(event);
    if (received === null) return;
    const { deps } = context;
    const { userId, channel, ts, files } = received;
    const reply = (message: Message) => postReply(context, { ...received, message });
    await withErrorReply(deps, { doing: DOING, userId, reply }, async () => {
      // Slack sends an event again when it is not sure that we received it.
      if (!(await deps.idempotency.first(`dm:${channel}:${ts}`))) return;
      const refusalMessage = await refusal(context, received);
      if (refusalMessage !== null || files.length === 0) {
        await reply(refusalMessage ?? dmHelp({ imports: can(await deps.actor(userId), IMPORT) }));
        return;
      }
      for (const file of files) await previewDropped(context, { received, file, queue });
    });
  };
}

/** Finds the reason to refuse what a person wrote; `null` where there is none. */
async function refusal(context: SlackContext, { userId, files }: DmMessage): Promise<Message | null> {
  const { deps } = context;
  if (await isOutsider(deps, { userId, doing: DOING })) return outsiderMessage(context);
  if (files.length === 0) return null;
  if ((await deps.actor(userId)).role === "newcomer") return newcomerMessage({ syncing: await deps.syncing() });
  if (await authorize(deps, { userId, act: IMPORT, doing: DOING })) return null;
  const people = await deps.people.all();
  return notForYouMessage(people.filter(({ role, active }) => role === "admin" && active).map(({ name }) => name));
}

async function previewDropped(context: SlackContext, { received, file, queue }: DroppedFile): Promise<void> {
  const message = queue.isBusy("file") ? waitingMessage(file.name) : readingMessage(file.name);
  const posted = resultOf(postReply(context, { ...received, message }));
  await queue.run("file", async () => {
    const reply = valueOfResult(await posted);
    const attempt = { doing: DOING, userId: received.userId, reply: (trouble: Message) => reply.show(trouble) };
    await withErrorReply(context.deps, attempt, () => previewFile(context, { reply, file }));
  });
}

interface DroppedFile {
  readonly received: DmMessage;
  readonly file: DmMessage["files"][number];
  /** In which files wait for each other. */
  readonly queue: KeyedQueue;
}

/** A person's message in their DM with us. */
export interface DmMessage {
  readonly userId: string;
  readonly channel: string;
  readonly ts: string;
  /** The message that a reply in a thread answers. */
  readonly threadTs: string | undefined;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

/** Reads a person's message; `null` for everything else: other conversations, edits, deletions, and bots. */
function readMessage(event: SlackEventMiddlewareArgs<"message">["event"]): DmMessage | null {
  if (event.channel_type !== "im") return null;
  if (event.subtype !== undefined && event.subtype !== "file_share") return null;
  if ("bot_id" in event && event.bot_id !== undefined) return null;
  // Slack does not flag its own helper as a bot.
  if (event.user === "USLACKBOT") return null;
  const { user: userId, channel, ts, thread_ts: threadTs, files = [] } = event;
  return { userId, channel, ts, threadTs, files: files.map(({ id, name }) => ({ id, name: name ?? "your file" })) };
}
