import type { KnownBlock } from "@slack/types";
import type { Finding } from "../../../../doctor/finding";
import type { Progress } from "../../../../sync/report";
import { actions, button, context, header, section } from "../../../ui/blocks";
import { agoInWords, type DisplayContext, momentInWords, timeOnReadersClock } from "../../../ui/dates";
import { capitalized, counted, foreign } from "../../../ui/text";
import { type HealthState, type LastCheck, lastCheck } from "../../health";
import type { HomeLocation, Tab } from "../../location";
import { encodeLocation } from "../../payload";
import { type AdminPeople, matchedSincePart } from "../admin-people";
import { type HomePage, page, parts, tabs } from "../layout";
import { syncPart } from "../my/sources-part";
import { passedPart } from "./passed-part";
import { placeBlocks } from "./places-part";
import { type KnownSince, standingFindings } from "./standing";

export const RUN_CHECK = "run_check";

export interface AdminHealth extends DisplayContext, KnownSince, Pick<AdminPeople, "unmatched" | "nameOf"> {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  readonly health: HealthState;
  /** The progress of the sync that this admin requested; `null` when none is running. */
  readonly syncing: Progress | null;
}

/**
 * The health page: how the check stands, with the button that runs it, then each source by what the last sync saw and the last
 * check found, also while another check runs, each with the button that mends it; then how many checks passed.
 */
export function adminHealth(values: AdminHealth): HomePage {
  const { health, location, syncing } = values;
  const findings = standingFindings(lastCheck(health), values);
  const checking = health.kind === "running";
  const places = placeBlocks({ ...values, findings, checking, syncing: syncing !== null });
  return page(
    [
      ...tabs(values.tabs, "admin"),
      parts("health"),
      header("Health"),
      ...checkPart(values, findings),
      ...(syncing === null ? [] : syncPart(syncing, [])),
      ...places,
      ...matchedSincePart(values),
      ...passedPart(findings, { details: location.details === true }),
    ],
    encodeLocation(location),
  );
}

/** How the check stands. */
function checkPart(values: AdminHealth, findings: readonly Finding[]): readonly KnownBlock[] {
  const { health } = values;
  switch (health.kind) {
    case "never":
      return [section(COVERAGE), askButton("Run check")];
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
      return [section(sumOf(findings)), context(capitalized(checkedWhen(health, values))), askButton("Check again")];
  }
}

const COVERAGE = [
  "Below is how the last sync left each source. The check also tests keys, permissions, request limits, webhooks, matches,",
  "totals, clocks, and the database. It changes nothing and takes a minute or two at most.",
].join(" ");

function askButton(words: string): KnownBlock {
  return actions([button(RUN_CHECK, words, { style: "primary" })]);
}

/** "❌ *1 problem* · ⚠️ *3 warnings*". */
function sumOf(findings: readonly Finding[]): string {
  const count = (state: Finding["state"]) => findings.filter((one) => one.state === state).length;
  const [faults, warnings] = [count("fault"), count("warning")];
  if (faults + warnings === 0) return "✅ *All good*";
  const parts = [
    ...(faults > 0 ? [`❌ *${counted(faults, "problem")}*`] : []),
    ...(warnings > 0 ? [`⚠️ *${counted(warnings, "warning")}*`] : []),
  ];
  return parts.join(" · ");
}

/** "checked 2 minutes ago by Alex Kim (today at 2:05 PM)". */
function checkedWhen({ at, by }: LastCheck, { nameOf, ...display }: AdminHealth): string {
  return `checked ${agoInWords(at, display.now)} by ${foreign(nameOf(by))} (${momentInWords(at, display)})`;
}
