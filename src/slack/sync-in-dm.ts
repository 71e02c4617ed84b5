import type { DayRange } from "../metrics/day";
import type { SourceId } from "../metrics/metrics";
import { may } from "../people/rights";
import type { Acceptance } from "../sync/ask";
import type { Progress } from "../sync/report";
import { LiveMessage } from "./live-message";
import type { Room } from "./room";
import { noteTrouble } from "./trouble";
import { type Message, sectionMessage } from "./views/blocks";
import { rangeInWords } from "./views/days";
import { NOT_BEGUN, syncProgressMessage } from "./views/sync-progress";
import { closingLine, syncReportMessage } from "./views/sync-report";

interface Ask {
  readonly userId: string;
  readonly range: DayRange;
  /** The hash of the page whose button was pressed. */
  readonly homeHash?: string | undefined;
  /** Of these alone, and what an admin said of them. */
  readonly sources?: readonly SourceId[];
  readonly acceptVanished?: Acceptance;
  /** Says the closing line where it was asked for. */
  readonly close?: (closing: Message) => Promise<unknown>;
}

/**
 * Runs a sync for somebody: one message in the DM shows its progress and then its report, App Home that it runs.
 */
export async function syncInDm(room: Room, { homeHash, close, ...asked }: Ask): Promise<void> {
  const { userId, range } = asked;
  const { needs, client, homes } = room;
  const inWords = rangeInWords(range, needs.days.dayOf(needs.now()));
  const first = syncProgressMessage(NOT_BEGUN, inWords);
  const live = new LiveMessage({ client, log: needs.log, sleep: needs.sleep ?? pause }, { userId, first });
  const inHome = homes.beginSync(userId);
  const page = homes.refresh(userId, homeHash);
  const show = (progress: Progress) => {
    live.show(syncProgressMessage(progress, inWords));
    inHome.show(progress);
  };
  const closing = await run(room, { ...asked, live, show }).finally(() => inHome.end());
  await Promise.all([close?.(closing), page.then(() => homes.refresh(userId))]);
}

/** Resolves to the closing line. */
async function run(
  { needs }: Room,
  { live, show, ...asked }: Omit<Ask, "homeHash" | "close"> & { live: LiveMessage; show: (progress: Progress) => void },
): Promise<Message> {
  const { userId } = asked;
  try {
    const report = await needs.requestSync({ ...asked, trigger: "slack" }, show);
    const reading = { days: needs.days, now: needs.now() };
    const mayAccept = may({ userId, role: await needs.role(userId).catch(() => null) }, { does: "accept-vanished" });
    const inDm = await live.finish(syncReportMessage(report, { ...reading, mayAccept }));
    return sectionMessage(closingLine(report, { ...reading, inDm }));
  } catch (error) {
    const trouble = noteTrouble(needs, { doing: "a sync", userId, error });
    await live.finish(trouble);
    return trouble;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
