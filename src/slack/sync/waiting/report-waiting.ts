import type { KnownBlock } from "@slack/types";
import type { NameSum } from "../../../metrics/fact-summary-store";
import { SOURCE_IDS } from "../../../metrics/sources";
import { mappingOwner } from "../../../sync/mapping-owner";
import type { SyncReport } from "../../../sync/report";
import { context, section } from "../../ui/blocks";
import { type WaitingList, waitingList } from "./waiting";
import { uncreditedInWords, waitingInWords, waitingRows } from "./waiting-rows";

/** More of what waits is in Home. */
const MAX_WAITING = 4;

interface ReportWaiting {
  /** Customers whose orders of these days wait for an account type, in cents; absent where they are not known. */
  readonly untyped: readonly NameSum[] | undefined;
  /** How many rows fit. */
  readonly most: number;
  /** Whether the first of these buttons is what to do first. */
  readonly isFirst: boolean;
  /** Whether the heading says already how much waits. */
  readonly isCounted: boolean;
}

/** What the days of a sync have that is credited to no one: its sum in a sentence, then a row each, the most money first. */
export function reportWaiting(
  report: SyncReport,
  { untyped, most, isFirst, isCounted }: ReportWaiting,
): readonly KnownBlock[] {
  const waiting = waitingIn(report, untyped);
  if (waiting.all.length === 0) return [];
  const words = isCounted ? uncreditedInWords(waiting) : waitingInWords(waiting);
  const rows = waitingRows(waiting, { most: Math.min(most, MAX_WAITING), isFirst });
  const more = waiting.all.length - rows.length;
  return [
    section(`*${words}*`),
    ...rows.flat(),
    ...(more > 0 ? [context(`${more.toLocaleString("en-US")} more: see *Admin* in Home`)] : []),
  ];
}

/** What the days of a sync have that is credited to no one. */
export function waitingIn({ results }: SyncReport, untyped: readonly NameSum[] = []): WaitingList {
  const owners = SOURCE_IDS.flatMap((source) =>
    // A rep whom a source does not know is mended there.
    results[source].unmatched.flatMap(({ userId, name, email, owner, records = 0, value = null }) =>
      userId === undefined
        ? [{ source, name, owner: mappingOwner(source, { name, email, owner }), records, value }]
        : [],
    ),
  );
  return waitingList({ untyped, owners });
}
