import type { Button, KnownBlock } from "@slack/types";
import type { BoardPosting, PostDecision } from "../../digests/schedule/board-posting";
import { weekdayInWords } from "../../words/dates";
import { clockTimeWithZone } from "../../words/times";
import { actions, button, context, plainText } from "../ui/blocks";
import { type DisplayContext, momentOfToday } from "../ui/dates";
import { counted, plainForeign, sentence } from "../ui/text";
import { resultsNow, settingsNow, whatChanged } from "./board-changes";
import type { KnownChannel } from "./channel";
import { encodePost } from "./payload";
import { postedWhen } from "./settings-view";

/** Posts a team's board in its channel. */
export const BOARD_PUBLISH = "board_publish";

const MAX_NAME = 40;

/** How a board stands that somebody may post, in whose words it is said. */
export interface PostStatus extends DisplayContext {
  readonly teamId: string;
  readonly posting: BoardPosting;
  readonly channel: KnownChannel;
  /** The address of the day's latest post; `null` without any. */
  readonly link: string | null;
  readonly reader: string;
  /** What came of a press; absent where nothing was pressed. */
  readonly decided?: PostDecision["kind"] | undefined;
}

/**
 * Says where and when a board is posted, or what became of today's post, above the button that posts it: none where nothing would be new.
 *
 * @param others buttons beside that one.
 */
export function postBlocks(status: PostStatus, others: readonly Button[] = []): readonly KnownBlock[] {
  const { underWay, isUnchanged } = status.posting;
  const buttons = [...(underWay || isUnchanged ? [] : [postButton(status)]), ...others];
  return [context(statusLine(status)), ...(buttons.length === 0 ? [] : [actions(buttons)])];
}

function statusLine(status: PostStatus): string {
  const { posting, decided } = status;
  const { last, settings } = posting;
  const where = `<#${posting.channel}>`;
  if (decided === "outdated")
    return `Nothing was posted: that was another day's board, or it goes elsewhere now. This is today's, for ${where}.`;
  if (last === null || (last.state === "skipped" && last.postedBy === null)) return postedWhen(settings);
  switch (last.state) {
    case "sent":
      return `✅ ${postedLine(status, where)}`;
    case "due":
    case "sending":
      return `⏳ On its way to ${where}, once. ${last.reason === null ? "" : postProblem(last.reason)}`.trim();
    case "unknown":
      return `⚠️ Slack didn't confirm that it arrived in ${where}. Paceline looks there, and posts it again only if it's missing.`;
    default:
      return `⚠️ Not posted in ${where}. ${postProblem(last.reason)}`;
  }
}

/** "Posted in <#C01> at 3:07 PM by <@U01>; its settings have changed since. <…|View it>", without the change of what was posted this moment. */
function postedLine({ posting, link, reader, decided, ...display }: PostStatus, where: string): string {
  const { last, isUnchanged } = posting;
  const at = last?.ts == null ? "" : ` at ${momentOfToday(instantOf(last.ts), display)}`;
  const by = last?.postedBy == null || last.postedBy === reader ? "" : ` by <@${last.postedBy}>`;
  const still = decided === "post" ? "" : "; nothing has changed since";
  const since = isUnchanged ? still : `; ${whatChanged(posting.change)} changed since`;
  return `Posted in ${where}${at}${by}${since}.${link === null ? "" : ` <${link}|View it>`}`;
}

/** "Post in #sales-west"; where it changed since today's was posted "Post again in #sales-west". Both ask first. */
function postButton({ teamId, posting, channel, ...display }: PostStatus) {
  const { day, number, channel: id } = posting;
  const name = channel.name === null ? null : `#${plainForeign(channel.name, MAX_NAME)}`;
  const place = name === null ? "in its channel" : `in ${name}`;
  const verb = number === 0 || posting.last?.state !== "sent" ? "Post" : "Post again";
  return button(BOARD_PUBLISH, `${verb} ${place}`, {
    value: encodePost({ teamId, channel: id, day, number }),
    confirm: {
      title: plainText(`${verb} ${place}?`),
      text: plainText(
        [...whatIsPosted({ channel, posting, ...display }), whatFollows(posting, display)].join(" ").trim(),
      ),
      confirm: plainText(verb),
      deny: plainText("Cancel"),
    },
  });
}

/** Why it is posted once more comes first, else who sees what. */
function whatIsPosted({
  channel,
  posting,
  ...display
}: Pick<PostStatus, "channel" | "posting" | "days" | "now">): readonly string[] {
  const { number, last, change } = posting;
  const { members } = channel;
  const who = members === null ? "Everyone in the channel" : counted(members, "person", "people");
  const isOne = members === null || members === 1;
  if (number === 0 || last?.state !== "sent") {
    const where = members === null ? "" : " in the channel";
    const through = weekdayInWords(posting.through);
    return [`${who}${where} ${isOne ? "sees" : "see"} the board through ${through}.`, whatItIs(posting, display)];
  }
  const since = last.ts === null ? "today's" : clockTimeWithZone(instantOf(last.ts), display.days.zone);
  return [
    ...changedSince(change, since),
    `${who} ${isOne ? "gets" : "get"} ${number === 1 ? "a second" : "another"} message.`,
  ];
}

/** "New settings since 8:00 AM PDT: only calls, top 2.", "New figures since 8:00 AM PDT: Ana Torres 9 calls (was 8)."; Slack takes 300 characters in all. */
function changedSince(change: BoardPosting["change"], since: string): readonly string[] {
  const [settings, figures] = [settingsNow(change).join(", "), resultsNow(change).join(", ")];
  if (settings !== "")
    return [`New settings since ${since}: ${settings}.`, ...(figures === "" ? [] : ["Figures have changed, too."])];
  return [figures === "" ? `The board has changed since ${since}.` : `New figures since ${since}: ${figures}.`];
}

function whatItIs({ number, last, scheduledAt }: BoardPosting, { days, now }: DisplayContext): string {
  if (number > 0 && last?.state === "unknown")
    return "Slack didn't confirm today's: look there first, or it may be there twice.";
  if (scheduledAt === null || scheduledAt <= now) return "It counts as today's.";
  return `It counts as today's: nothing is posted at ${clockTimeWithZone(scheduledAt, days.zone)}.`;
}

function whatFollows({ next }: BoardPosting, { days }: DisplayContext): string {
  if (next === null) return "";
  return `The next one is due ${weekdayInWords(days.dayOf(next))}, ${clockTimeWithZone(next, days.zone)}.`;
}

/** Slack's own time of a message. */
function instantOf(ts: string): Date {
  return new Date(Number(ts) * 1_000);
}

const MAX_REASON = 100;
const AGAIN = "then press again";

/** What to do about Slack's errors, by whoever posts a board. */
const REMEDIES: Readonly<Record<string, string>> = {
  not_in_channel: `Paceline isn't in that channel and can't join it: type \`/invite @paceline\` there, ${AGAIN}.`,
  channel_not_found: `Slack doesn't show Paceline that channel. If it's private, type \`/invite @paceline\` there, ${AGAIN}.`,
  is_archived: "The channel is archived: unarchive it, or pick another with *Change* or *Leaderboard* on Home.",
  restricted_action: `Only some people may post in that channel: ask a workspace admin to let Paceline, ${AGAIN}.`,
  restricted_action_read_only_channel: `Nobody but admins may post in that channel: ask one to let Paceline, ${AGAIN}.`,
};

/** Says why a board was not posted, and what helps. */
function postProblem(reason: string | null): string {
  if (reason === null) return "Try again in a few minutes.";
  const known = REMEDIES[reason];
  if (known !== undefined) return known;
  const said = sentence(reason, MAX_REASON);
  return `The reason: ${said}. If it stays, ask an admin to look at \`/goals deliveries\`.`;
}
