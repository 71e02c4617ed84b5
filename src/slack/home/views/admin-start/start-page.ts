import type { UpcomingDigests } from "../../../../digests/schedule/digest-schedule";
import type { UnmatchedOwners } from "../../../../sync/run/unmatched";
import { waitingInWords } from "../../../sync/waiting/waiting-rows";
import { context, header, section } from "../../../ui/blocks";
import { momentInWords } from "../../../ui/dates";
import { titlesOf } from "../../../ui/freshness";
import { capitalized, counted } from "../../../ui/text";
import type { HomeLocation, Tab } from "../../location";
import { encodeLocation } from "../../payload";
import { matchedSincePart } from "../admin-people";
import { type ProblemCounts, readState } from "../health/problem-counts";
import { groupedParts, type HomePage, hasButton, page, tabs } from "../layout";
import { syncButton, syncPart } from "../my/sources-part";
import { type Attention, attentionPart, isBroken } from "./attention-part";

export interface AdminStart extends Attention {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  readonly unmatched: UnmatchedOwners;
  /** A person's name by their Slack id. */
  readonly nameOf: (userId: string) => string;
  /** The digests that come next; `null` where none is in sight. */
  readonly upcoming: UpcomingDigests | null;
}

/**
 * The first page of the admin's tab: what is wrong and what waits in a sentence, a row each with what mends it, the last sync and the next
 * digest in a line, and the ways to all parts: to whom digests go next stands among the settings, who is who among the roles.
 */
export function adminStart(values: AdminStart): HomePage {
  const { syncing } = values;
  const { blocks, ...counts } = attentionPart(values);
  return page(
    [
      ...tabs(values.tabs, "admin"),
      ...(blocks.length === 0 ? [section(allWell(values))] : [header(leadInWords(counts, values)), ...blocks]),
      ...matchedSincePart(values),
      context(capitalized(glance(values).join(" · "))),
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

/** "1 problem · 1 warning · 3 things wait for you: $64,298.50 uncredited". */
function leadInWords({ faults, warnings }: ProblemCounts, { waiting }: AdminStart): string {
  const waits = waitingInWords(waiting);
  return [
    ...(faults === 0 ? [] : [counted(faults, "problem")]),
    ...(warnings === 0 ? [] : [counted(warnings, "warning")]),
    ...(waits === null ? [] : [waits]),
  ].join(" · ");
}

/** "All 3 sources OK", "last sync today at 8:02 AM", "next digest tomorrow at 8:00 AM". */
function glance(values: AdminStart): readonly string[] {
  const { upcoming } = values;
  const last = lastSync(values);
  return [
    ...sourcesInWords(values),
    ...(last === null ? [] : [`last sync ${momentInWords(last, values)}`]),
    upcoming === null ? "no digests coming up" : `${nextDigests(upcoming)} ${momentInWords(upcoming.at, values)}`,
  ];
}

function nextDigests({ first }: UpcomingDigests): string {
  return first.length === 1 ? "next digest" : "next digests";
}

/** "All 3 sources OK", of those that are used "Copper and JustCall OK"; nothing where something is wrong, since it has a row. */
function sourcesInWords({ freshness }: AdminStart): readonly string[] {
  const right = freshness.filter((one) => readState(one) === "ok");
  if (right.length === 0 || freshness.some((one) => isBroken(one) || one.unanswered !== undefined)) return [];
  if (right.length === 1 || right.length < freshness.length) return [`${titlesOf(right)} OK`];
  return [`All ${right.length} sources OK`];
}

/** When the newest sync ended that did not break; `null` where none did. */
function lastSync({ runs }: AdminStart): Date | null {
  return runs.find(({ status, finishedAt }) => status === "done" && finishedAt !== null)?.finishedAt ?? null;
}
