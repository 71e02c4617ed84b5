import type { Middleware, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { endsWithin } from "../../lib/sleep";
import { type Act, type Actor, can } from "../../people/permissions";
import type { SlackContext, SlackDeps } from "../deps";
import { askedOnce } from "../platform/actors";
import { guestMessage } from "../ui/access-messages";
import { ephemeral, type Message, sectionMessage } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import { type AskedIn, isOutsider, outsiderMessage } from "./access";
import { type Shown, sendWithCharts } from "./charts";
import { withErrorReply } from "./errors";

/** Listens to a command. */
export type CommandListener = Middleware<SlackCommandMiddlewareArgs>;

/** What somebody typed behind a command. */
export interface CommandEvent {
  readonly userId: string;
  readonly text: string;
  readonly triggerId: string;
  /** The id of the channel in which it was typed; unset where a view's button stands for it. */
  readonly channel?: string | undefined;
  /** Slack's name of where it was typed, such as "sales", "directmessage" or "privategroup"; unset where a view's button stands for it. */
  readonly channelName?: string | undefined;
}

/** Tells what somebody may do; nothing while that is not known. */
export type May = (act: Act) => boolean;

/** Help, which may have a part for whoever may do more. */
export type Help = Message | ((may: May) => Message);

/** What comes of a command: an answer at once, or work that may take longer than Slack waits. */
export type CommandResponse =
  | { readonly kind: "now"; readonly message: Help }
  /** `doing` is for the log; `null` is answered by nothing. */
  | { readonly kind: "later"; readonly doing: string; readonly work: () => Promise<Message | ChartMessage | null> };

/** A command whose answers only whoever typed it sees; outsiders are refused, a failure is answered with its reference. */
export function respondingCommand(
  responseTo: (context: SlackContext, event: CommandEvent) => CommandResponse,
): (context: SlackContext) => CommandListener {
  return (shared) =>
    async ({ command, ack, respond }) => {
      const { deps } = shared;
      const context = { ...shared, deps: { ...deps, actor: askedOnce(deps.actor, deps.clock) } };
      const { user_id: userId, text = "", trigger_id: triggerId } = command;
      const { channel_id: channel, channel_name: channelName } = command;
      if (isTooLong(text)) return ack(await helpFor(context, { userId, help: tooLongMessage() }));
      const response = responseTo(context, { userId, text, triggerId, channel, channelName });
      if (response.kind === "now") return ack(await helpFor(context, { userId, help: response.message }));
      await ack();
      const { doing } = response;
      const reply = (message: Shown) => respond(ephemeral(message));
      await withErrorReply(context.deps, { doing, userId, reply }, async () => {
        // Slack takes its time with an answer: nobody's command waits for another's to be delivered.
        const message = await context.queue.run(async () =>
          (await isOutsider(context.deps, { userId, doing })) ? outsiderMessage(context) : response.work(),
        );
        if (message !== null) await sendWithCharts(context.deps, { message, send: reply });
      });
    };
}

/** The longest text that is looked at: Slack sends what is pasted, however long it is. */
const MAX_TEXT = 8_000;

/** Says whether a text is too long for any command, before anything looks for one in it. */
export function isTooLong(text: string): boolean {
  return text.length > MAX_TEXT;
}

export function tooLongMessage(): Message {
  return sectionMessage("That's too long for a command. See `/goals help` or `/sync help`.");
}

/** Help is shown to whomever Slack has not told us of by then: in a rush this wait is not the only one. */
const HELP_WAITS_MS = 300;

/** Answers a command with help at once, or with why outsiders get none; help names no figure, so in doubt it is shown. */
export async function helpFor(
  context: AskedIn & { readonly deps: Pick<SlackDeps, "actor" | "refusals" | "now" | "log"> },
  { userId, help }: { readonly userId: string; readonly help: Help },
) {
  const { deps } = context;
  const { inTime } = await outsiderCheck(deps, { userId, doing: "help", waitMs: HELP_WAITS_MS });
  if (inTime === true) return ephemeral(await outsiderInTime(context));
  if (typeof help !== "function") return ephemeral(help);
  return ephemeral(help(inTime === false ? await rightsInTime(deps, userId) : MAY_NOTHING));
}

/** Names whom an outsider may ask, if that is known in time: Slack gives up after three seconds. */
export function outsiderInTime(context: AskedIn): Promise<Message> {
  return knownInTime(outsiderMessage(context), { waitMs: HELP_WAITS_MS, otherwise: guestMessage() });
}

const MAY_NOTHING: May = () => false;

function rightsOf(who: Actor): May {
  return (act) => can(who, act);
}

/** What somebody may do; in doubt they see what is for everybody. */
function rightsInTime({ actor }: Pick<SlackDeps, "actor">, userId: string): Promise<May> {
  return knownInTime(actor(userId).then(rightsOf), { waitMs: HELP_WAITS_MS, otherwise: MAY_NOTHING });
}

/** Whether an outsider typed a command. */
export interface OutsiderCheck {
  /** What is known before Slack gives up on the command; `null` where the look-up takes longer or fails. */
  readonly inTime: boolean | null;
  /** Resolves once it is known, however late; a refusal is recorded once. */
  readonly answer: Promise<boolean>;
}

/** Looks up whether an outsider typed a command, and waits so many milliseconds for it. */
export async function outsiderCheck(
  deps: Pick<SlackDeps, "actor" | "refusals" | "now" | "log">,
  { waitMs, ...who }: { readonly userId: string; readonly doing: string; readonly waitMs: number },
): Promise<OutsiderCheck> {
  const answer = isOutsider(deps, who);
  return { inTime: await knownInTime<boolean | null>(answer, { waitMs, otherwise: null }), answer };
}

/** What a look-up comes to within so many milliseconds; `otherwise` where it takes longer or fails. */
export async function knownInTime<T>(
  lookUp: Promise<T>,
  { waitMs, otherwise }: { readonly waitMs: number; readonly otherwise: T },
): Promise<T> {
  let known = otherwise;
  const work = lookUp.then((found) => {
    known = found;
  });
  await endsWithin(waitMs, { work: work.catch(() => undefined) });
  return known;
}
