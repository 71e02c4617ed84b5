import type { KnownBlock } from "@slack/types";
import { waitingInWords } from "../../../sync/waiting/waiting-rows";
import { actions, button, context, section } from "../../../ui/blocks";
import { agoInWords, momentInWords, timeOnReadersClock } from "../../../ui/dates";
import { capitalized, counted, foreign } from "../../../ui/text";
import { type LastCheck, lastCheck } from "../../health";
import type { HomeLocation } from "../../location";
import { encodeLocation } from "../../payload";
import { type AdminPeople, matchedSincePart } from "../admin-people";
import { type HomePage, hasButton, page, partTop, startButton, withFirstGreen } from "../layout";
import { syncPart } from "../my/sources-part";
import { unmatchedPart } from "./owner-rows";
import { passedPart } from "./passed-part";
import { placesPart } from "./places-part";
import type { ProblemCounts } from "./problem-counts";
import { type Known, problems } from "./problems";

export const RUN_CHECK = "run_check";

export interface AdminHealth extends Known, Pick<AdminPeople, "unmatched" | "nameOf"> {
  readonly location: HomeLocation;
  /** When the next scheduled sync begins; `null` where none is scheduled. */
  readonly next?: Date | null | undefined;
}

/**
 * The health page: under a heading that says how much is wrong, what is wrong by the last sync and the last check, also while another
 * check runs, the first button green that does more than try again what is tried again anyway; what waits in a line with the button to where it is listed, what is right, and last how the check
 * stands, with the button that runs it.
 */
export function adminHealth(values: AdminHealth): HomePage {
  const { health, location, syncing } = values;
  const found = problems(values);
  const { findings } = found;
  const checking = health.kind === "running";
  const places = placesPart({ ...values, findings, checking, syncing: syncing !== null });
  const wrong = [...places.broken, ...found.lastRun, ...found.undelivered, ...places.doubtful, ...waitingLine(values)];
  const rows =
    health.kind === "broke" ? wrong : withFirstGreen(wrong, (one) => hasButton(one) && !places.awaited.has(one));
  return page(
    [
      ...partTop("health", titleOf(found)),
      ...outcomePart(values, found),
      ...(syncing === null ? [] : syncPart(syncing, [])),
      ...rows,
      ...places.right,
      ...unmatchedPart(found.unmatched),
      ...passedPart(findings, { details: location.details === true, broken: places.brokenAreas }),
      ...matchedSincePart(values),
      ...checkPart(values, { isFirst: !rows.some(hasButton) }),
    ],
    encodeLocation(location),
  );
}

/** "⚠️ *3 things wait for you: $64,298.50 and 2 records uncredited*", with the button to the page that has a row for each. */
function waitingLine({ waiting }: AdminHealth): readonly KnownBlock[] {
  const waits = waitingInWords(waiting);
  return waits === null ? [] : [{ ...section(`⚠️ *${waits}*`), accessory: startButton("See what waits") }];
}

/** "Health: 1 problem; 2 warnings". */
function titleOf({ faults, warnings }: ProblemCounts): string {
  const parts = [
    ...(faults > 0 ? [counted(faults, "problem")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ];
  return parts.length === 0 ? "Health" : `Health: ${parts.join("; ")}`;
}

/** That a check goes on or broke off, or that nothing is wrong. */
function outcomePart(values: AdminHealth, { faults, warnings }: ProblemCounts): readonly KnownBlock[] {
  const { health } = values;
  if (health.kind === "running") {
    const began = timeOnReadersClock(health.since, values.days.zone);
    const asked = `${foreign(values.nameOf(health.by))} started it at ${began}.`;
    return [section(`⏳ *Checking…* ${asked} Results appear here on their own, within a minute or so.`)];
  }
  if (health.kind === "broke") {
    const again = button(RUN_CHECK, CHECK_AGAIN, { style: "primary" });
    return [{ ...section(`❌ *The check didn't finish*\n${health.says}`), accessory: again }];
  }
  if (faults + warnings > 0) return [];
  if (health.kind === "never") return [section("✅ *No source has a problem*")];
  return [section(values.waiting.all.length === 0 ? "✅ *All good*" : "✅ *No problems found*")];
}

const CHECK_AGAIN = "Check again";
const COVERAGE =
  "As of the last sync. *Run check* also tests keys, permissions, limits, webhooks, totals, clocks, and the database. It takes a minute or two and changes nothing.";

/** When the last check was, and the button that runs one, green where nothing stands above it to press first. */
function checkPart(values: AdminHealth, { isFirst }: { readonly isFirst: boolean }): readonly KnownBlock[] {
  const { health } = values;
  const last = lastCheck(health);
  const said = last === null ? [] : [context(capitalized(checkedWhen(last, values)))];
  if (health.kind === "running" || health.kind === "broke") return said;
  const run = (words: string) => actions([button(RUN_CHECK, words, isFirst ? { style: "primary" } : {})]);
  return health.kind === "never" ? [context(COVERAGE), run("Run check")] : [...said, run(CHECK_AGAIN)];
}

/** "checked 2 minutes ago by Alex Kim (today at 2:05 PM)". */
function checkedWhen({ at, by }: LastCheck, { nameOf, ...display }: AdminHealth): string {
  return `checked ${agoInWords(at, display.now)} by ${foreign(nameOf(by))} (${momentInWords(at, display)})`;
}
