import { createHash } from "node:crypto";
import type { Day } from "../metrics/day";
import type { Told } from "./told";

/** A digest goes to a person, a board to a channel. */
export type DeliveryKind = "digest" | "board";

/**
 * `due` may be posted, `sending` is being posted by whoever claimed it, `unknown` may have arrived and is looked for in
 * Slack, `sent` arrived, `failed` never will, `missed` was not posted before its cut-off.
 */
export type DeliveryState = "due" | "sending" | "unknown" | "sent" | "failed" | "missed";

/** One message that somebody is to get. */
export interface Wanted {
  readonly kind: DeliveryKind;
  /** A Slack member's id for a digest, a channel's for a board. */
  readonly to: string;
  /** The local day it is for: each receiver gets one a day. */
  readonly day: Day;
  readonly dueAt: Date;
  /** From here on it is not posted any more. */
  readonly cutOffAt: Date;
}

/** What a message is made for. */
export type DueRow = Wanted & { readonly _id: string };

/** A message as it is posted: blocks of Slack's, and the same in plain words. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly object[];
  /** The same in plainer blocks, for where Slack refuses those. */
  readonly plain?: readonly object[] | undefined;
  /** The figures in it that somebody may remember. */
  readonly told?: readonly Told[];
}

/** A message as its row keeps it. */
export interface Rendered {
  /** As JSON. */
  readonly body: string;
  readonly told: readonly Told[];
}

/** Where a message stands in Slack. */
export interface Place {
  readonly channel: string;
  readonly ts: string;
}

/** One document of `deliveries`. Instants are on the database's clock but for those of `Wanted` and `since`. */
export interface Delivery extends DueRow {
  readonly state: DeliveryState;
  /** Boards come first, then people in an order that differs from day to day. */
  readonly order: string;
  /** Rises with each claim: what a paused holder records under an older number is refused. */
  readonly attempt: number;
  /** Claims that are no attempt, since Slack asked to wait or nothing was posted for reasons of our own. */
  readonly spared: number;
  /** Which process rendered it, or does. */
  readonly renderer: string | null;
  /** How often rendering or posting began, one after the other, without coming to an end. */
  readonly starts: number;
  /** How often in a row it was looked for without being found; once sent, how often late copies were looked for. */
  readonly looks: number;
  /**
   * When the next thing may be done with it: rendered or claimed when due, given up for dead when sending, looked for when unknown,
   * searched for late copies when sent. `null` when nothing is to be done.
   */
  readonly nextAttemptAt: Date | null;
  /** The rendered message as JSON: every attempt posts the same bytes. */
  readonly body: string | null;
  /** The figures in it; absent in rows of before these were kept. */
  readonly told?: readonly Told[];
  /** The conversation it is posted in, as far as known. */
  readonly channel: string | null;
  readonly ts: string | null;
  /** On the clock of days, when it was first claimed. */
  readonly since: Date | null;
  readonly sentAt: Date | null;
  /** Whether it arrived a quarter of an hour or more after it was due. */
  readonly late: boolean;
  readonly reason: string | null;
  /** Posted by holders that had been given up for dead. */
  readonly orphans: readonly Place[];
  /** When the admins were told that it did not arrive. */
  readonly toldAt: Date | null;
}

/** How a row changes: what is not named stays. */
export interface Change {
  readonly state: DeliveryState;
  readonly reason?: string | null;
  readonly channel?: string;
  readonly ts?: string;
  readonly late?: boolean;
  readonly looks?: number;
  readonly starts?: number;
  /** This claim was no attempt. */
  readonly spare?: boolean;
  /** Milliseconds from now on the database's clock until the next thing may be done; `null` for never. */
  readonly nextInMs: number | null;
}

export function deliveryId({ kind, to, day }: Pick<Wanted, "kind" | "to" | "day">): string {
  return `${kind}:${to}:${day}`;
}

/** What marks a message in Slack as this delivery's. Anybody in the workspace could read it, so it says nothing. */
export function markerOf(id: string): string {
  return createHash("sha256").update(`paceline:${id}`).digest("hex").slice(0, 24);
}

/** Boards before digests; among each an order by hash, so that nobody is always last. */
export function orderOf(wanted: Pick<Wanted, "kind" | "to" | "day">): string {
  const rank = wanted.kind === "board" ? 0 : 1;
  return `${rank}:${createHash("sha256").update(deliveryId(wanted)).digest("hex").slice(0, 16)}`;
}

/** Whatever the clock says. */
export const AT_ONCE = new Date(0);

/** The row of a message that nothing was done for yet. */
export function newDelivery(wanted: Wanted): Delivery {
  const { kind, to, day, dueAt, cutOffAt } = wanted;
  return {
    _id: deliveryId(wanted),
    ...{ kind, to, day, dueAt, cutOffAt },
    state: "due",
    order: orderOf(wanted),
    attempt: 0,
    spared: 0,
    starts: 0,
    looks: 0,
    nextAttemptAt: AT_ONCE,
    renderer: null,
    body: null,
    channel: kind === "board" ? to : null,
    ts: null,
    since: null,
    sentAt: null,
    late: false,
    reason: null,
    orphans: [],
    toldAt: null,
  };
}

/** Attempts to post that may have reached Slack. */
export function attemptsOf({ attempt, spared }: Pick<Delivery, "attempt" | "spared">): number {
  return attempt - spared;
}
