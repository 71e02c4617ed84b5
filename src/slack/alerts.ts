import type { WebClient } from "@slack/web-api";
import type { TellAdmins } from "../digests/alert";
import { postToDm } from "./live-message";
import type { Log } from "./needs";
import { alertMessage } from "./views/alert";

interface AlertNeeds {
  readonly client: WebClient;
  /** Slack ids of whoever is an admin now. */
  readonly admins: () => Promise<readonly string[]>;
  readonly log: Log;
}

/** Tells every admin in their DM. It has worked when one of them was told. */
export function adminAlerts({ client, admins, log }: AlertNeeds): TellAdmins {
  return async (alert) => {
    const message = alertMessage(alert);
    const told = await Promise.allSettled((await admins()).map((userId) => postToDm(client, userId, message)));
    const failed = told.filter((outcome) => outcome.status === "rejected");
    if (failed.length === told.length) throw new Error("No admin could be told", { cause: failed[0]?.reason });
    if (failed.length > 0)
      log.warn({ error: failed[0]?.reason, untold: failed.length }, "Some admins could not be told");
  };
}
