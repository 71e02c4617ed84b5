/** How long the parts of a delivery take, in milliseconds. Tests hand in shorter ones. */
export interface DeliveryTimes {
  /** How long a claim holds; much longer than one call to Slack may take. */
  readonly leaseMs: number;
  /** From a claim whose outcome is unknown until Slack's history is looked at. */
  readonly settleMs: number;
  /** Between two looks. */
  readonly lookAgainMs: number;
  /** Before a post that did not reach Slack is tried again, by how many attempts there were; the last one for all after. */
  readonly retryMs: readonly number[];
  /** After a message that was posted more than once arrived: when copies that show late are looked for, one after the other. */
  readonly repairMs: readonly number[];
  /** A round ends after this long and leaves the rest to the next, so that no tick hides behind it. */
  readonly roundMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** An unknown outcome is settled in less than eight minutes: 90 s of lease, two looks at least, and a tick's minute each. */
export const DELIVERY_TIMES: DeliveryTimes = {
  leaseMs: 90 * SECOND,
  settleMs: 120 * SECOND,
  lookAgainMs: 58 * SECOND,
  retryMs: [10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE],
  repairMs: [2 * MINUTE, 8 * MINUTE, 20 * MINUTE, 60 * MINUTE, 120 * MINUTE],
  roundMs: 50 * SECOND,
};

/** Attempts of one message to reach Slack, a day. */
export const MOST_ATTEMPTS = 5;

/** A message that was begun so often without coming to an end ends the process, it seems: it is not begun again. */
export const MOST_STARTS = 3;

/** From this long after its due instant a message counts as late. */
export const LATE_MS = 15 * MINUTE;
