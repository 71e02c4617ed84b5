import { EVERYONE } from "../../people/permissions";
import type { Day } from "../../time/day";
import { isUnderWay } from "../delivery/delivery";
import type { PlannedMessage } from "../planned-message";
import type { BoardChange } from "../shown-board";
import type { BoardPost } from "./board-posts-store";
import type { Board } from "./boards";
import type { DigestSlot } from "./wall-clock";

/** How a team's board stands on a day: what was posted of it, and what a post by hand would be now. */
export interface BoardPosting {
  readonly day: Day;
  readonly channel: string;
  readonly settings: Board["settings"];
  /** Which post of the day comes of a press: 0 is the day's own, whoever posts it; each one after it is a further message. */
  readonly number: number;
  /** The latest post of the day; `null` before any. */
  readonly last: BoardPost | null;
  /** The latest arrived and says what one would say now, so that nothing is posted behind it. */
  readonly isUnchanged: boolean;
  /** What one would say now otherwise than the latest, which arrived; `null` where that is not known. */
  readonly change: BoardChange | null;
  /** The last day that it counts now. */
  readonly through: Day;
  /** The latest is about to be posted, or it's being found out whether it arrived: nothing is posted beside it. */
  readonly underWay: boolean;
  /** When the day's own is due by its schedule, where it's still to come: a post by hand stands for it. */
  readonly scheduledAt: Date | null;
  /** When it's posted by itself after that; `null` where it is not. */
  readonly next: Date | null;
}

/** A press that posts: which board, where and which of the day's posts, as they were shown to whoever pressed. */
export interface PostRequest {
  readonly teamId: string;
  readonly channel: string;
  readonly day: Day;
  readonly number: number;
}

/** What becomes of a press by how things stand now. */
export type PostDecision =
  | { readonly kind: "post"; readonly wanted: PlannedMessage; readonly receiver: string }
  /** That post was made before. */
  | { readonly kind: "posted" }
  /** Another would say what the latest one says. */
  | { readonly kind: "unchanged" }
  /** Shown on another day, or in another channel than it goes to now. */
  | { readonly kind: "outdated" };

/** A message that was asked for is wanted soon or not at all. */
const WANTED_MS = 3_600_000;

/**
 * Decides about a press. One post has one number, and a number has one row: two presses of one button are one message. It stands for the
 * day's own until that was posted, so that the schedule posts no second one, and keeps its cut-off where the schedule's is later.
 */
export function postDecision(
  { teamId, channel, day, number }: PostRequest,
  { posting, slot, now, by }: Standing,
): PostDecision {
  if (posting.channel !== channel || posting.day !== day) return { kind: "outdated" };
  const isLast = (posting.last?.again ?? 0) === number && isUnderWay(posting.last?.state ?? null);
  if (number !== posting.number && !isLast) return { kind: "posted" };
  if (posting.isUnchanged) return { kind: "unchanged" };
  const soon = now.getTime() + WANTED_MS;
  const cutOff = number === 0 && slot !== null ? Math.max(soon, slot.cutOffAt.getTime()) : soon;
  const own = { kind: "board" as const, ...rowTeam(teamId), to: channel, day };
  const wanted = {
    ...own,
    ...(number > 0 && { again: number }),
    postedBy: by,
    dueAt: now,
    cutOffAt: new Date(cutOff),
  };
  const receiver = boardReceiver(teamId, channel);
  return { kind: "post", wanted, receiver: number === 0 ? receiver : `${receiver}:again:${number}` };
}

interface Standing {
  readonly posting: BoardPosting;
  readonly slot: DigestSlot | null;
  readonly now: Date;
  readonly by: string;
}

/** The team of a board's row. */
export function rowTeam(teamId: string): Pick<PlannedMessage, "team"> {
  return teamId === EVERYONE ? {} : { team: teamId };
}

/** Names a board that may be posted, for counting who may get a message: two teams may share a channel. */
export function boardReceiver(teamId: string, channel: string): string {
  return teamId === EVERYONE ? channel : `${teamId}:${channel}`;
}

/** Which post of a day comes of a press, after these. */
export function nextNumber(posts: readonly BoardPost[]): number {
  const last = posts.at(-1);
  if (last === undefined) return 0;
  // What was not wanted, or what Slack refused, was not posted: the same message may be.
  return last.state === "skipped" ? (last.again ?? 0) : (last.again ?? 0) + 1;
}

/** Whether nothing may be posted beside the latest yet. */
export function isOpen({ state, cutOffAt }: BoardPost, now: Date): boolean {
  return isUnderWay(state) || (state === "unknown" && now < cutOffAt);
}
