import type { KnownBlock } from "@slack/types";
import { UNTYPED_FINDING } from "../../../../doctor/people-findings";
import type { SourceId } from "../../../../metrics/sources";
import type { Progress } from "../../../../sync/report";
import type { WaitingList } from "../../../sync/waiting/waiting";
import { waitingInWords } from "../../../sync/waiting/waiting-rows";
import { actions, button, context, section } from "../../../ui/blocks";
import { agoInWords, type DisplayContext, momentInWords, timeOnReadersClock } from "../../../ui/dates";
import { capitalized, counted, foreign } from "../../../ui/text";
import { type HealthState, type LastCheck, lastCheck } from "../../health";
import type { HomeLocation } from "../../location";
import { encodeLocation } from "../../payload";
import { type AdminPeople, matchedSincePart } from "../admin-people";
import { type HomePage, page, partTop, startButton } from "../layout";
import { syncPart } from "../my/sources-part";
import { passedPart } from "./passed-part";
import { type Places, placesPart } from "./places-part";
import { type KnownSince, standingFindings } from "./standing";

export const RUN_CHECK = "run_check";

export interface AdminHealth
  extends DisplayContext,
    Pick<KnownSince, "freshness">,
    Pick<AdminPeople, "unmatched" | "nameOf"> {
  readonly location: HomeLocation;
  /** What is credited to no one, of the last thirty days. */
  readonly waiting: WaitingList;
  /** Tells whether a person is mapped to this owner at a source now. */
  readonly isMatched: (source: SourceId, owner: string) => boolean;
  readonly health: HealthState;
  /** The progress of the sync that this admin requested; `null` when none is running. */
  readonly syncing: Progress | null;
  /** When the next scheduled sync begins; `null` where none is scheduled. */
  readonly next?: Date | null | undefined;
}

/**
 * The health page: how much is wrong, and how the check stands, with the button that runs it; then what is wrong by the last sync and the
 * last check, also while another check runs, what waits in a line with the button to where it is listed, and what is right. What can be
 * mended has the button that does.
 */
export function adminHealth(values: AdminHealth): HomePage {
  const { health, location, syncing } = values;
  const standing = standingFindings(lastCheck(health), { ...values, isSaid: saidElsewhere(values) });
  const findings = standing.filter(({ id }) => id !== UNTYPED_FINDING);
  const checking = health.kind === "running";
  const places = placesPart({ ...values, findings, checking, syncing: syncing !== null });
  return page(
    [
      ...partTop("health"),
      ...checkPart(values, places),
      ...(syncing === null ? [] : syncPart(syncing, [])),
      ...places.broken,
      ...places.doubtful,
      ...waitingLine(values),
      ...places.right,
      ...passedPart(findings, { details: location.details === true, broken: places.brokenAreas }),
      ...matchedSincePart(values),
    ],
    encodeLocation(location),
  );
}

/** "⚠️ *3 things wait for you: $64,298.50 and 2 records uncredited*", with the button to the page that has a row for each. */
function waitingLine({ waiting }: AdminHealth): readonly KnownBlock[] {
  const waits = waitingInWords(waiting);
  return waits === null ? [] : [{ ...section(`⚠️ *${waits}*`), accessory: startButton("See what waits") }];
}

/** Whoever is matched since a check, or has a row among what waits, needs none of its findings. */
function saidElsewhere({ waiting, isMatched }: AdminHealth): KnownSince["isSaid"] {
  const waits = new Set(waiting.all.flatMap((one) => (one.kind === "match" ? [keyOf(one.owner)] : [])));
  return (source, owner) => isMatched(source, owner) || waits.has(keyOf({ source, owner }));
}

function keyOf({ source, owner }: { readonly source: SourceId; readonly owner: string | null }): string {
  return `${source} ${owner ?? ""}`;
}

/** How much is wrong, and how the check stands. */
function checkPart(values: AdminHealth, places: Places): readonly KnownBlock[] {
  const { health } = values;
  switch (health.kind) {
    case "never":
      return [section(sumOf(places) ?? SYNCED), context(COVERAGE), askButton("Run check")];
    case "running": {
      const began = timeOnReadersClock(health.since, values.days.zone);
      const asked = `${foreign(values.nameOf(health.by))} started it at ${began}.`;
      return [
        section(`⏳ *Checking…* ${asked} Results appear here on their own, within a minute or so.`),
        ...(health.last === null ? [] : [context(`Until then: ${checkedWhen(health.last, values)}`)]),
      ];
    }
    case "broke":
      return [
        section(`❌ *The check didn't finish*\n${health.says}`),
        ...(health.last === null ? [] : [context(`Below: ${checkedWhen(health.last, values)}`)]),
        askButton("Check again"),
      ];
    case "done":
      return [
        section(sumOf(places) ?? (values.waiting.all.length === 0 ? "✅ *All good*" : "✅ *No problems found*")),
        context(capitalized(checkedWhen(health, values))),
        askButton("Check again"),
      ];
  }
}

const SYNCED = "✅ *No source has a problem*";
const COVERAGE =
  "By the last sync. The check also tests keys, permissions, limits, webhooks, totals, clocks, and the database, in a minute or two. It changes nothing.";

function askButton(words: string): KnownBlock {
  return actions([button(RUN_CHECK, words, { style: "primary" })]);
}

/** "❌ *1 problem* · ⚠️ *2 warnings*"; `null` where there is nothing of it. */
function sumOf({ faults, warnings }: Places): string | null {
  const parts = [
    ...(faults > 0 ? [`❌ *${counted(faults, "problem")}*`] : []),
    ...(warnings > 0 ? [`⚠️ *${counted(warnings, "warning")}*`] : []),
  ];
  return parts.length === 0 ? null : parts.join(" · ");
}

/** "checked 2 minutes ago by Alex Kim (today at 2:05 PM)". */
function checkedWhen({ at, by }: LastCheck, { nameOf, ...display }: AdminHealth): string {
  return `checked ${agoInWords(at, display.now)} by ${foreign(nameOf(by))} (${momentInWords(at, display)})`;
}
