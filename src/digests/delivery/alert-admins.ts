import { type Day, day } from "../../time/day";
import type { Alert } from "./alert-store";
import type { Delivery } from "./delivery";
import type { DeliveryDeps, DeliveryRound } from "./ports";

/**
 * Sends an alert to the admins once, whatever process finds it first: once a UTC day, or each time a source breaks or is
 * back. One that reaches nobody is tried again later.
 */
export async function alertOncePerDay(deps: AlertDeps, { alert, now }: { alert: Alert; now: Date }): Promise<void> {
  const today = utcDay(now);
  const claim = await claimed(deps, { alert, today });
  if (claim !== null) await sendClaimed(deps, { alert, today, claim });
}

/** Says whether a report reached its reader. */
export type Reported = (arrived: boolean) => Promise<void>;

/**
 * Claims an alert that a report to an admin is about to tell, so that no process sends it to them beside it. Once the report has arrived,
 * the other admins are told; one that did not arrive gives the alert back, and then all are told within minutes. So are the others where
 * none of them could be reached. Where another report or the job has the alert, it spares this reader, too, if the report arrives before.
 *
 * @param reader the Slack id of the admin who gets the report.
 */
export async function alertByReport(
  deps: AlertDeps,
  { alert, now, reader }: { readonly alert: Alert; readonly now: Date; readonly reader: string },
): Promise<Reported> {
  const { alerts } = deps;
  const today = utcDay(now);
  const claim = await claimed(deps, { alert, today });
  return async (arrived) => {
    if (!arrived) {
      if (claim !== null) await alerts.release(alert, today, claim);
      return;
    }
    // A report that took its time, as behind Slack's limits, may find that the job has told everybody; and what was not to be sent may be now.
    const holds = claim !== null && (await alerts.renew(alert, today, claim));
    const held = holds ? claim : await claimed(deps, { alert, today });
    await alerts.addReader(alert, today, reader);
    if (held !== null) await sendClaimed(deps, { alert, today, claim: held });
  };
}

type AlertDeps = Pick<DeliveryDeps, "alerts" | "alertAdmins" | "sendRate" | "log">;

interface DatedAlert {
  readonly alert: Alert;
  readonly today: Day;
}

async function claimed({ alerts, sendRate }: AlertDeps, { alert, today }: DatedAlert): Promise<string | null> {
  return (await sendRate.paused()) === 0 ? alerts.claim(alert, today) : null;
}

async function sendClaimed(
  { alerts, alertAdmins, log }: AlertDeps,
  { alert, today, claim }: DatedAlert & { readonly claim: string },
): Promise<void> {
  if (alert.kind === "too-many-posts") log.error(alert, "Posting stopped for the day");
  else log.warn(alert, "The admins have something to look at");
  try {
    await alertAdmins(alert, { readers: await alerts.readers(alert, today) });
  } catch (error) {
    log.warn({ error, kind: alert.kind }, "The admins could not be told");
    return alerts.release(alert, today, claim);
  }
  await alerts.markSent(alert, today);
}

function utcDay(at: Date): Day {
  return day(at.toISOString().slice(0, 10));
}

/** An alert about messages is claimed as a whole, whichever they are; which of them was told is recorded with each. */
const UNDELIVERED: Alert = { kind: "undelivered", rows: [] };

/** Alerts the admins to messages that did not arrive, once a message, whatever processes find it at the same moment. */
export async function alertUndelivered(
  deps: AlertDeps & Pick<DeliveryDeps, "deliveries">,
  { now }: DeliveryRound,
): Promise<void> {
  const { deliveries, alerts } = deps;
  // Only what has to be told is worth a claim.
  if ((await deliveries.unalerted(now())).length === 0) return;
  const today = utcDay(now());
  const claim = await claimed(deps, { alert: UNDELIVERED, today });
  if (claim === null) return;
  try {
    await tellUndelivered(await deliveries.unalerted(now()), deps);
  } finally {
    await alerts.release(UNDELIVERED, today, claim);
  }
}

async function tellUndelivered(
  untold: readonly Delivery[],
  { deliveries, alertAdmins, log }: Pick<DeliveryDeps, "deliveries" | "alertAdmins" | "log">,
): Promise<void> {
  if (untold.length === 0) return;
  const rows = untold.map(({ kind, to, day: of, state, reason }) => ({ kind, to, day: of, state, reason }));
  log.warn({ rows }, "Messages did not arrive");
  try {
    await alertAdmins({ kind: "undelivered", rows });
    await deliveries.markAlerted(untold.map(({ _id }) => _id));
  } catch (error) {
    log.warn({ error }, "The admins could not be told of messages that did not arrive");
  }
}
