import type { WebClient } from "@slack/web-api";
import { sleep } from "../../lib/sleep";
import type { Member } from "../../people/person";
import { waitingProgress } from "../../sync/report";
import type { DayRange } from "../../time/day";
import { rangeInWords } from "../../words/dates";
import type { SlackDeps } from "../deps";
import { LiveMessage } from "../platform/live-message";
import { type Message, sectionMessage } from "../ui/blocks";
import { claimAlerts } from "./claim-alerts";
import { syncProgressMessage } from "./progress-view";
import { syncReportMessage } from "./report-view";
import { untypedIn } from "./waiting/account-types";

export interface SyncDmDeps
  extends Pick<
    SlackDeps,
    "requestSync" | "reportSources" | "nextSync" | "facts" | "days" | "now" | "log" | "sleep" | "liveMessages"
  > {
  readonly client: WebClient;
  /** Slack ids that are admins whatever Slack says; the first is told. */
  readonly admins: readonly string[];
  readonly readMembers: () => Promise<readonly Member[]>;
}

const FIRST = "*Paceline is up.* The first sync started on its own; no one has to type anything.";

/**
 * Makes the first sync of all and shows its progress and its report in a DM: the first admin's that is configured, else the
 * primary owner's. Where neither is known or can be written to, it runs all the same.
 *
 * @throws only when the run itself broke.
 */
export async function syncFirst(range: DayRange, deps: SyncDmDeps): Promise<void> {
  const { client, requestSync, days, now, log, liveMessages: messages } = deps;
  const inWords = rangeInWords(range, days.dayOf(now()));
  const userId = await firstAdmin(deps);
  const first = withGreeting(syncProgressMessage(waitingProgress(), inWords));
  const live =
    userId === null
      ? null
      : new LiveMessage({ client, log, sleep: deps.sleep ?? sleep, messages, range }, { userId, first });
  try {
    const report = await requestSync({ range, userId: "schedule", trigger: "schedule" }, (progress) => {
      live?.show(withGreeting(syncProgressMessage(progress, inWords)));
    });
    const untyped = await untypedIn(deps, report);
    const message = syncReportMessage(report, {
      days,
      now: now(),
      next: await deps.nextSync?.(),
      canApprove: true,
      untyped,
    });
    if (userId === null || live === null) return;
    const reported = await claimAlerts(deps, { userId, report });
    await reported((await live.finish(message)) !== null);
  } catch (error) {
    await live?.finish(sectionMessage("The first sync failed. It retries on its own within minutes."));
    throw error;
  }
}

/** Finds whom a first start is told to: the first admin that is configured, else the primary owner; `null` where neither is known. */
export async function firstAdmin({
  admins,
  readMembers,
  log,
}: Pick<SyncDmDeps, "admins" | "readMembers" | "log">): Promise<string | null> {
  const [first] = admins;
  if (first !== undefined) return first;
  try {
    const owner = (await readMembers()).find(({ primaryOwner, deactivated }) => primaryOwner && !deactivated);
    return owner?.id ?? null;
  } catch (error) {
    log.warn({ error }, "Nobody is told of the first start: Slack's members could not be read");
    return null;
  }
}

function withGreeting({ text, blocks }: Message): Message {
  const [greeting] = sectionMessage(FIRST).blocks;
  return { text, blocks: [...(greeting === undefined ? [] : [greeting]), ...blocks] };
}
