import type { MetricType } from "../metrics/metrics";
import type { MonthOrders } from "../metrics/moved/month-orders";
import { addDays, type Day, type DayRange, weekday } from "../time/day";
import type { ShownBoard } from "./shown-board";

/** The kind of a message: a digest goes to a person, a board (the leaderboard) to a channel, a recap of teams to their manager. */
export type DeliveryKind = "digest" | "board" | "recap";

/** A message that somebody is to receive. */
export interface PlannedMessage {
  readonly kind: DeliveryKind;
  /** A Slack member's id for a digest or a recap, a channel's for a board. */
  readonly to: string;
  /** The id of the named team whose board it is; absent for Everyone's and for digests. */
  readonly team?: string;
  /** The local day it is for, of a recap the Monday of its week: each receiver gets one of a kind for it. */
  readonly day: Day;
  /** Counts the posts of a board or a digest beyond its day's own, from 1 on; absent for that one. */
  readonly again?: number;
  /** Slack id of whoever had a board posted by hand; absent or `null` for what was posted by itself. */
  readonly postedBy?: string | null;
  /** On which date by its receiver's clock a recap comes, behind the digest of that date. */
  readonly morning?: Day;
  readonly dueAt: Date;
  /** The moment from which it is no longer posted. */
  readonly cutOffAt: Date;
  /** Why it comes late or not at all, where that is known when it is planned. */
  readonly reason?: string;
}

/** A planned message with the id of its row in `deliveries`, and once a recap is rendered, the teams and people in it. */
export type DueRow = Omit<PlannedMessage, "reason"> & { readonly _id: string } & Pick<
    RenderedMessage,
    "recapTeams" | "recapMembers"
  >;

/** A message as it is posted: Slack's blocks, and a text for notifications. */
export interface RenderedMessage {
  readonly text: string;
  readonly blocks: readonly object[];
  /** Simpler blocks with the same content, posted where Slack refuses the others. */
  readonly plain?: readonly object[] | undefined;
  /** The figures in it, which a later digest corrects should they change. */
  readonly reported?: readonly ReportedFigure[];
  /** Names what it praises, so that no later digest does. */
  readonly praised?: readonly string[];
  /** The orders of which the money of months in it consists: a later digest says which of them made it fall. */
  readonly orders?: readonly ReportedOrders[];
  /** What it says of a month's money that fell, which its *Why?* says again. */
  readonly fell?: readonly FallenMonth[];
  /** How it ranks people, of whom the next board says how many places they moved. */
  readonly ranks?: readonly PostedRanks[];
  /** What a board shows, of which the next one of its day says what is new. */
  readonly shown?: ShownBoard;
  /** Its reader's own weeks and months that a digest leaves to the recap of teams that comes behind it. */
  readonly recapsLeft?: readonly RecapSpan[];
  /** Its reader's own weeks and months of which it says what they came to. */
  readonly recapsTold?: readonly RecapSpan[];
  /** The ids of the teams whose figures a recap shows: it is not posted to whoever no longer manages each of them. */
  readonly recapTeams?: readonly string[];
  /** Slack ids of whoever is in these teams, but for Everyone: it is not posted once others are. */
  readonly recapMembers?: readonly string[];
}

/** A week or a month that has ended, in days both included. */
export interface RecapSpan extends DayRange {
  readonly period: "weekly" | "monthly";
}

/** The ranks of one metric on a board, by Slack id, 1 for the first. */
export interface PostedRanks {
  readonly type: MetricType;
  /** What they were ranked by; ranks by something else cannot be compared. */
  readonly by: "value" | "share";
  readonly ranks: Readonly<Record<string, number>>;
}

type Named = Pick<PlannedMessage, "kind" | "to" | "team" | "day" | "again">;

export function deliveryId({ kind, to, team, day, again }: Named): string {
  const number = again === undefined ? [] : ["again", again];
  return [kind, ...(team === undefined ? [] : [team]), to, day, ...number].join(":");
}

/** Whether a board is posted because somebody pressed for it. */
export function isByHand({ postedBy = null }: Pick<PlannedMessage, "postedBy">): boolean {
  return postedBy !== null;
}

const WEEK_DAYS = 7;
/** For so many days before its own a digest remembers what others said: what they left to tell, and which figures. */
export const REMEMBERED_DAYS = 7;

/** The ids of somebody's digests of a date and of the seven days before: what one left to a recap that never said it is told within a week, or not at all. */
export function recentDigestIds({ to, day }: Pick<PlannedMessage, "to" | "day">): readonly string[] {
  return Array.from({ length: REMEMBERED_DAYS + 1 }, (_, back) =>
    deliveryId({ kind: "digest", to, day: addDays(day, -back) }),
  );
}

/** The ids of somebody's recaps of teams of the week that a date lies in, and of the week before. */
export function recentRecapIds({ to, day }: Pick<PlannedMessage, "to" | "day">): readonly string[] {
  const monday = addDays(day, 1 - weekday(day));
  return [monday, addDays(monday, -WEEK_DAYS)].map((of) => deliveryId({ kind: "recap", to, day: of }));
}

/** Whether a row is of a digest that somebody asked for again: its id has a number behind it. */
export function isResend({ _id, kind, to, day }: DueRow): boolean {
  return kind === "digest" && _id !== deliveryId({ kind, to, day });
}

/** The orders of which a month's money consists that a digest told. */
export type ReportedOrders = MonthOrders;

/** What a digest said of a month's money that fell, as mrkdwn. */
export interface FallenMonth extends Pick<DayRange, "from"> {
  readonly type: MetricType;
  readonly said: string;
}

/** A figure that a digest reported: what days came to, both ends included, in the metric's unit. */
export interface ReportedFigure extends DayRange {
  readonly type: MetricType;
  readonly value: number;
  /** The days had not ended for the team, or not every source was read since: that it goes on is no correction. */
  readonly soFar?: boolean;
  /** Money of a month up to these days, beside its goal: only that it fell since is a correction. */
  readonly month?: boolean;
}
