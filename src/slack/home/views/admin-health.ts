import type { KnownBlock } from "@slack/types";
import type { Finding } from "../../../doctor/finding";
import type { Freshness } from "../../../sync/state/freshness";
import { actions, button, context, header, section, sections } from "../../ui/blocks";
import { agoInWords, type DisplayContext, momentInWords, timeOnReadersClock } from "../../ui/dates";
import { counted, foreign } from "../../ui/text";
import { type HealthState, type LastCheck, lastCheck } from "../health";
import type { HomeLocation, Tab } from "../location";
import { encodeLocation } from "../payload";
import { fitting, moreChecks, placeBlocks, saidOnce } from "./health-places";
import { type HomePage, page, parts, tabs } from "./layout";

export const RUN_CHECK = "run_check";

const MAX_OK_FINDINGS = 40;
const MAX_OK_LENGTH = 500;

export interface AdminHealth extends DisplayContext {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  readonly health: HealthState;
  readonly freshness: readonly Freshness[];
  readonly nameOf: (userId: string) => string;
}

/**
 * The health page: how the check stands, with the button that runs it, then each source by what the last sync saw and the last
 * check found, also while another check runs, then what is well.
 */
export function adminHealth(values: AdminHealth): HomePage {
  const { health } = values;
  const findings = saidOnce(lastCheck(health)?.findings ?? []);
  const places = placeBlocks({ ...values, findings, checking: health.kind === "running" });
  return page(
    [
      ...tabs(values.tabs, "admin"),
      parts("health"),
      header("Health"),
      ...checkPart(values),
      ...places,
      ...allWell(findings),
    ],
    encodeLocation(values.location),
  );
}

/** How the check stands. */
function checkPart(values: AdminHealth): readonly KnownBlock[] {
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
      return [
        section(sumOf(saidOnce(health.findings))),
        context(capital(checkedWhen(health, values))),
        askButton("Check again"),
      ];
  }
}

const COVERAGE = [
  "Below is how the last sync left each source. The check also tests keys, permissions, request limits, webhooks, matches,",
  "totals, clocks, and the database. It changes nothing and takes a minute or two at most.",
].join(" ");

function askButton(words: string): KnownBlock {
  return actions([button(RUN_CHECK, words, { style: "primary" })]);
}

/** "❌ *1 problem* · ⚠️ *3 warnings* · ✅ 14 passed". */
function sumOf(findings: readonly Finding[]): string {
  const count = (state: Finding["state"]) => findings.filter((one) => one.state === state).length;
  const [faults, warnings] = [count("fault"), count("warning")];
  if (faults + warnings === 0) return `✅ *All good*: ${counted(findings.length, "check")} passed.`;
  const parts = [
    ...(faults > 0 ? [`❌ *${counted(faults, "problem")}*`] : []),
    ...(warnings > 0 ? [`⚠️ *${counted(warnings, "warning")}*`] : []),
    `✅ ${count("ok").toLocaleString("en-US")} passed`,
  ];
  return parts.join(" · ");
}

/** "checked 2 minutes ago by Alex Kim (today at 2:05 PM)". */
function checkedWhen({ at, by }: LastCheck, { nameOf, ...display }: AdminHealth): string {
  return `checked ${agoInWords(at, display.now)} by ${foreign(nameOf(by))} (${momentInWords(at, display)})`;
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase()}${text.slice(1)}`;
}

function allWell(findings: readonly Finding[]): readonly KnownBlock[] {
  const well = findings.filter(({ state }) => state === "ok");
  if (well.length === 0) return [];
  const shown = well.slice(0, MAX_OK_FINDINGS).map(({ says }) => `✅ ${fitting(says, MAX_OK_LENGTH)}`);
  return [
    header(`${counted(well.length, "check")} passed`),
    // What is well is small print.
    ...sections(shown).flatMap((block) => (block.text === undefined ? [] : [context(block.text.text)])),
    ...moreChecks(well.length - MAX_OK_FINDINGS),
  ];
}
