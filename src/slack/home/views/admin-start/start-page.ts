import type { UpcomingDigests } from "../../../../digests/schedule/digest-schedule";
import type { UnmatchedOwners } from "../../../../sync/run/unmatched";
import { clockTime } from "../../../../words/times";
import { context, header, section } from "../../../ui/blocks";
import { momentInWords } from "../../../ui/dates";
import { titlesOf } from "../../../ui/freshness";
import { momentTogether } from "../../../ui/read-together";
import { counted, foreign } from "../../../ui/text";
import type { HomeLocation, Tab } from "../../location";
import { encodeLocation } from "../../payload";
import { matchedSincePart } from "../admin-people";
import { readState } from "../health/problem-counts";
import { groupedParts, type HomePage, hasButton, page, tabs } from "../layout";
import { syncButton, syncPart } from "../my/sources-part";
import { type Attention, attentionPart, isBroken, isRetrySaid } from "./attention-part";

export interface AdminStart extends Attention {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  readonly unmatched: UnmatchedOwners;
  /** A person's name by their Slack id. */
  readonly nameOf: (userId: string) => string;
  /** The zone of a person's clock by their Slack id. */
  readonly zoneOf: (userId: string) => string;
  /** The digests that come next; `null` where none is in sight. */
  readonly upcoming: UpcomingDigests | null;
}

/**
 * The first page of the admin's tab: what is wrong and what waits, each in a sentence and a row each with what mends it, the last sync and
 * the next digest in a line each, and the ways to all parts: who is who stands among the roles.
 */
export function adminStart(values: AdminStart): HomePage {
  const { syncing } = values;
  const blocks = attentionPart(values);
  return page(
    [
      ...tabs(values.tabs, "admin"),
      ...(blocks.length === 0 ? [section(allWell(values))] : blocks),
      ...matchedSincePart(values),
      context(glance(values).join("\n")),
      ...(syncing === null ? [] : syncPart(syncing, [])),
      header("Manage"),
      ...groupedParts(syncing === null ? [syncButton({ isFirst: !blocks.some(hasButton) })] : []),
    ],
    encodeLocation(values.location),
  );
}

function allWell(values: AdminStart): string {
  if (lastSync(values) === null) return "No sync yet. Press *Sync now* to read your data sources.";
  return "✅ *All good.* Nothing waits for you.";
}

/** "All 3 sources OK. Last sync today at 8:02 AM", then "Next digest today at 7:30 PM, for Dev Patel (8:00 AM there)". */
function glance(values: AdminStart): readonly string[] {
  const { upcoming, next, freshness } = values;
  const last = lastSync(values);
  // What is read is as of when a sync began: a minute later would be read as another sync.
  const readAt = freshness.flatMap(({ asOf }) => asOf ?? []);
  const isAwaited = freshness.some(isBroken) && !isRetrySaid(freshness) && next !== null && next !== undefined;
  const syncs = [
    ...sourcesInWords(values),
    ...(last === null ? [] : [`Last sync ${momentInWords(momentTogether(last, readAt), values)}`]),
    ...(isAwaited ? [`Next sync ${momentInWords(next, values)}`] : []),
  ];
  const digests = upcoming === null ? "No digests coming up" : nextDigests(upcoming, values);
  return [...(syncs.length === 0 ? [] : [syncs.join(". ")]), digests];
}

/** "Next digest today at 7:30 PM, for Dev Patel (8:00 AM there)", of several "Next digests tomorrow at 8:00 AM, for 4 people". */
function nextDigests({ at, first }: UpcomingDigests, { nameOf, zoneOf, ...display }: AdminStart): string {
  const when = momentInWords(at, display);
  const [userId = "", ...others] = first;
  if (others.length > 0) return `Next digests ${when}, for ${counted(first.length, "person", "people")}`;
  const [there, here] = [zoneOf(userId), display.days.zone].map((zone) => clockTime(at, zone));
  return `Next digest ${when}, for ${foreign(nameOf(userId))}${there === here ? "" : ` (${there} there)`}`;
}

/**
 * "All 3 sources OK", of those that are used "Copper and JustCall OK"; where others are broken "Copper and Fishbowl are up to date". Nothing
 * where what is wrong has a row of its own beside them.
 */
function sourcesInWords({ freshness }: AdminStart): readonly string[] {
  const right = freshness.filter((one) => readState(one) === "ok");
  if (right.length === 0 || freshness.some(({ unanswered }) => unanswered !== undefined)) return [];
  if (freshness.some(isBroken)) return [`${titlesOf(right)} ${right.length === 1 ? "is" : "are"} up to date`];
  if (right.length === 1 || right.length < freshness.length) return [`${titlesOf(right)} OK`];
  return [`All ${right.length} sources OK`];
}

/** When the newest sync ended that did not break; `null` where none did. */
function lastSync({ runs }: AdminStart): Date | null {
  return runs.find(({ status, finishedAt }) => status === "done" && finishedAt !== null)?.finishedAt ?? null;
}
