import type { SlashCommand } from "@slack/bolt";
import type { Day } from "../../time/day";
import { rangeInWords } from "../../words/dates";
import type { SlackContext, SyncClosing } from "../deps";
import { outsiderMessage } from "../middleware/access";
import {
  type CommandListener,
  helpFor,
  isTooLong,
  knownInTime,
  outsiderCheck,
  outsiderInTime,
  tooLongMessage,
} from "../middleware/commands";
import { withErrorReply } from "../middleware/errors";
import { openDm } from "../platform/messages";
import { type ParsedSync, parseSync } from "../sync/parse";
import { isSyncRunning, runSyncInDm } from "../sync/run-in-dm";
import type { Message } from "../ui/blocks";
import { ephemeral } from "../ui/blocks";
import { withSyncButton } from "./help-buttons";
import { syncHelp } from "./sync-help";

/** Slack waits three seconds for the answer to a command. */
const LOOKUP_WAITS_MS = 1_500;

/**
 * `/sync`: answered at once; progress and report are a message in the DM, and the closing line comes here. Typed in that DM, the message is the
 * answer, unless a sync of theirs runs already, of which no other message comes.
 */
export function syncCommand(context: SlackContext): CommandListener {
  const { deps } = context;
  return async ({ command, ack, respond }) => {
    const today = deps.days.dayOf(deps.now());
    const { user_id: userId, text = "" } = command;
    if (isTooLong(text)) return ack(await helpFor(context, { userId, help: tooLongMessage() }));
    const parsed = parseSync(text, today);
    if (parsed.kind !== "range") {
      return ack(await helpFor(context, { userId, help: helpOn(parsed, today) }));
    }
    // Nothing is promised to a guest; in doubt it is acknowledged first, since Slack gives up after three seconds.
    const [{ inTime, answer }, isInOurDm] = await Promise.all([
      outsiderCheck(deps, { userId, doing: "/sync", waitMs: LOOKUP_WAITS_MS }),
      isOurDm(context, command),
    ]);
    if (inTime === true) return ack(ephemeral(await outsiderInTime(context)));
    const syncing = `Syncing ${rangeInWords(parsed.range, today)}…`;
    // In a DM the report is below, or the closing line says where it is.
    const isInDm = command.channel_name === "directmessage";
    const isShown = inTime === false && isInOurDm && !isSyncRunning(context, { userId, range: parsed.range });
    if (isShown) await ack();
    else await ack(ephemeral({ text: isInDm ? syncing : `${syncing} I'll report in our DM.` }));
    const reply = (answer: Message) => respond(ephemeral(answer));
    // A response_url lives for 30 minutes; the report is in the DM.
    const close = async ({ dm, ...closing }: SyncClosing) => {
      // Whoever typed it in our DM has the report before their eyes.
      if (dm !== command.channel_id)
        await reply(closing).catch((error: unknown) => {
          deps.log.warn({ error, userId }, "A sync's closing line could not be delivered");
        });
    };
    await withErrorReply(deps, { doing: "/sync", userId, reply }, () =>
      context.queue.run(async () => {
        if (await answer) await reply(await outsiderMessage(context));
        else await runSyncInDm(context, { userId, range: parsed.range, close });
      }),
    );
  };
}

/** Whether a command was typed in the DM with us, as far as that is known in time. */
async function isOurDm(
  { client }: Pick<SlackContext, "client">,
  { channel_id: channel, channel_name: name, user_id: userId }: SlashCommand,
): Promise<boolean> {
  if (name !== "directmessage") return false;
  const isOurs = openDm(client, userId).then((dm) => dm === channel);
  return knownInTime(isOurs, { waitMs: LOOKUP_WAITS_MS, otherwise: false });
}

function helpOn(parsed: Exclude<ParsedSync, { kind: "range" }>, today: Day): Message {
  if (parsed.kind === "help") return withSyncButton(syncHelp(today));
  const said = syncHelp(today, parsed.fault);
  return parsed.near === undefined ? said : withSyncButton(said, parsed.near);
}
