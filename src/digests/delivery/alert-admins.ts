import { day } from "../../time/day";
import type { Alert } from "./alert-store";
import type { DeliveryDeps, DeliveryRound } from "./ports";

/**
 * Sends an alert to the admins once, whatever process finds it first: once a UTC day, or each time a source breaks or is
 * back. One that reaches nobody is tried again later.
 */
export async function alertOncePerDay(
  { alerts, alertAdmins, sendRate, log }: Pick<DeliveryDeps, "alerts" | "alertAdmins" | "sendRate" | "log">,
  { alert, now }: { alert: Alert; now: Date },
): Promise<void> {
  const today = day(now.toISOString().slice(0, 10));
  if ((await sendRate.paused()) > 0 || !(await alerts.claim(alert, today))) return;
  if (alert.kind === "too-many-posts") log.error(alert, "Posting stopped for the day");
  else log.warn(alert, "The admins have something to look at");
  try {
    await alertAdmins(alert);
  } catch (error) {
    log.warn({ error, kind: alert.kind }, "The admins could not be told");
    return alerts.release(alert, today);
  }
  await alerts.markSent(alert, today);
}

/** Alerts the admins to messages that did not arrive, once a message. */
export async function alertUndelivered(
  deps: Pick<DeliveryDeps, "deliveries" | "sendRate" | "alertAdmins" | "log">,
  { now }: DeliveryRound,
): Promise<void> {
  const { deliveries, sendRate, alertAdmins, log } = deps;
  const untold = await deliveries.unalerted(now());
  if (untold.length === 0 || (await sendRate.paused()) > 0) return;
  const rows = untold.map(({ kind, to, day: of, state, reason }) => ({ kind, to, day: of, state, reason }));
  log.warn({ rows }, "Messages did not arrive");
  try {
    await alertAdmins({ kind: "undelivered", rows });
    await deliveries.markAlerted(untold.map(({ _id }) => _id));
  } catch (error) {
    log.warn({ error }, "The admins could not be told of messages that did not arrive");
  }
}
