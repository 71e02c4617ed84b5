import { sha256 } from "../../lib/sha256";
import {
  type DueRow,
  deliveryId,
  type FallenMonth,
  type PlannedMessage,
  type PostedRanks,
  type RecapSpan,
  type ReportedFigure,
  type ReportedOrders,
} from "../planned-message";
import type { ShownBoard } from "../shown-board";

/**
 * `due` may be posted, `sending` is being posted by whoever claimed it, `unknown` may have arrived and is looked for in
 * Slack, `sent` arrived, `failed` never will, `missed` was not posted before its cut-off, `skipped` was not wanted when
 * it was about to be posted, or Slack refused what somebody posted by hand, and becomes due again if it is wanted later.
 */
export type DeliveryState = "due" | "sending" | "unknown" | "sent" | "failed" | "missed" | "skipped";

/** Whether a message is about to be posted, or is being posted. */
export function isUnderWay(state: DeliveryState | null): boolean {
  return state === "due" || state === "sending";
}

/** A rendered message as its row stores it. */
export interface Rendered {
  /** As JSON. */
  readonly body: string;
  readonly told: readonly ReportedFigure[];
  readonly praised: readonly string[];
  /** Only of digests. */
  readonly orders?: readonly ReportedOrders[];
  readonly fell?: readonly FallenMonth[];
  /** Only of boards. */
  readonly ranks?: readonly PostedRanks[];
  readonly shown?: ShownBoard;
  /** Only of digests. */
  readonly recapsLeft?: readonly RecapSpan[];
  /** Only of digests and recaps. */
  readonly recapsTold?: readonly RecapSpan[];
  /** Only of recaps. */
  readonly recapTeams?: readonly string[];
  readonly recapMembers?: readonly string[];
}

/** A reference to a message in Slack. */
export interface MessageRef {
  readonly channel: string;
  readonly ts: string;
}

/** One document of `deliveries`. Instants are on the database's clock but for those of `PlannedMessage` and `since`. */
export interface Delivery extends DueRow {
  readonly state: DeliveryState;
  /** Boards come first, then people in an order that differs from day to day. */
  readonly order: string;
  /** Rises with each claim: what a paused holder records under an older number is refused. */
  readonly attempt: number;
  /** Claims that do not count as attempts: Slack asked to wait, or we chose not to post. */
  readonly spared: number;
  /** Which process rendered it, or does. */
  readonly renderer: string | null;
  /** How often rendering or posting began, one after the other, without coming to an end. */
  readonly starts: number;
  /** How often in a row a lookup did not find it; once sent, how often late copies were searched for. */
  readonly looks: number;
  /**
   * When it may next be rendered or claimed (due), expire (sending), be looked up (unknown), be searched for late
   * copies (sent), or be asked about again (skipped as too early). `null` when nothing is to be done.
   */
  readonly nextAttemptAt: Date | null;
  /** The rendered message as JSON: every attempt posts the same bytes. */
  readonly body: string | null;
  /** The figures that it reports; absent in rows from before these were stored. */
  readonly told?: readonly ReportedFigure[];
  /** The orders of which the money that it reports consists; absent in rows of others and from before these were stored. */
  readonly orders?: readonly ReportedOrders[];
  /** What it says of a month's money that fell; absent in rows of others and from before this was stored. */
  readonly fell?: readonly FallenMonth[];
  /** Names what it praises; rows of before several were praised have one or `null`, older ones none. */
  readonly praised?: readonly string[] | string | null;
  /** How a board ranks people; absent in rows of digests and from before ranks were stored. */
  readonly ranks?: readonly PostedRanks[];
  /** What a board shows; absent in rows of digests and from before it was stored. */
  readonly shown?: ShownBoard;
  /** The weeks and months that a digest leaves to a recap; absent in rows of others and before it is rendered first. */
  readonly recapsLeft?: readonly RecapSpan[];
  /** The weeks and months that a digest or a recap tells; absent in rows of boards and before it is rendered first. */
  readonly recapsTold?: readonly RecapSpan[];
  /** The conversation it is posted in, as far as known. */
  readonly channel: string | null;
  readonly ts: string | null;
  /** On the clock of days, when it was first claimed. */
  readonly since: Date | null;
  readonly sentAt: Date | null;
  /** Whether it arrived a quarter of an hour or more after it was due. */
  readonly late: boolean;
  readonly reason: string | null;
  /** Messages that holders posted after their lease had expired. */
  readonly orphans: readonly MessageRef[];
  /** When an alert told the admins that it did not arrive. */
  readonly toldAt: Date | null;
}

/** So many of the latest are looked at: a few days of a usual team, one of a large one. */
export const LATEST_DELIVERIES = 1_200;

/** What is told of a message that did not arrive. */
export type UndeliveredRow = Pick<Delivery, "kind" | "to" | "day" | "state" | "reason" | "cutOffAt">;

/** A change of a row; fields that are not named stay. */
export interface Change {
  readonly state: DeliveryState;
  readonly reason?: string | null;
  readonly channel?: string;
  readonly ts?: string;
  readonly late?: boolean;
  readonly looks?: number;
  readonly starts?: number;
  /** This claim does not count as an attempt. */
  readonly uncounted?: boolean;
  /** Milliseconds from now on the database's clock until the next thing may be done; `null` for never. */
  readonly nextInMs: number | null;
}

/** Makes the marker by which a message in Slack is recognized as this delivery's. Anybody in the workspace can read it, so it says nothing. */
export function markerOf(id: string): string {
  return sha256(`paceline:${id}`).slice(0, 24);
}

/** Orders boards before digests, and each kind by hash, so that no one is always last; a recap comes right behind its morning's digest. */
export function sendOrder(wanted: Pick<PlannedMessage, "kind" | "to" | "team" | "day" | "morning">): string {
  const [rank, hash] = [wanted.kind === "board" ? 0 : 1, (id: string) => sha256(id).slice(0, 16)];
  if (wanted.kind !== "recap") return `${rank}:${hash(deliveryId(wanted))}`;
  return `${rank}:${hash(deliveryId({ kind: "digest", to: wanted.to, day: wanted.morning ?? wanted.day }))}:recap`;
}

/** An instant that is past on every clock. */
export const IMMEDIATELY = new Date(0);

/** Makes the row of a planned message. */
export function newDelivery(wanted: PlannedMessage): Delivery {
  const { kind, to, team, day, again, postedBy, morning, dueAt, cutOffAt, reason = null } = wanted;
  return {
    _id: deliveryId(wanted),
    ...{
      kind,
      to,
      ...(team !== undefined && { team }),
      day,
      ...(again !== undefined && { again }),
      ...(postedBy !== undefined && { postedBy }),
      ...(morning !== undefined && { morning }),
      dueAt,
      cutOffAt,
    },
    state: "due",
    order: sendOrder(wanted),
    attempt: 0,
    spared: 0,
    starts: 0,
    looks: 0,
    nextAttemptAt: IMMEDIATELY,
    renderer: null,
    body: null,
    channel: kind === "board" ? to : null,
    ts: null,
    since: null,
    sentAt: null,
    late: false,
    reason,
    orphans: [],
    toldAt: null,
  };
}

/** The fields of a skipped message that is due again, or in doubt: its new times, and nothing rendered. Its attempts stay counted. */
export function plannedAgain({ kind, state, order, morning, postedBy = null, dueAt, cutOffAt, reason }: Delivery) {
  const own = { ...(morning !== undefined && { morning }), ...(kind === "board" && { postedBy }) };
  const again = { state, order, ...own, dueAt, cutOffAt, reason } as const;
  const nothing = { body: null, told: [], orders: [], fell: [], recapsLeft: [], recapsTold: [] };
  return { ...again, starts: 0, nextAttemptAt: IMMEDIATELY, renderer: null, ...nothing };
}

/** Counts the attempts to post that may have reached Slack. */
export function attemptsOf({ attempt, spared }: Pick<Delivery, "attempt" | "spared">): number {
  return attempt - spared;
}
