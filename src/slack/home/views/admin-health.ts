import type { KnownBlock } from "@slack/types";
import type { Finding } from "../../../doctor/finding";
import { actions, button, context, header, section, sections } from "../../ui/blocks";
import { agoInWords, type DisplayContext, momentInWords } from "../../ui/dates";
import { sourceTitles } from "../../ui/freshness";
import { counted, foreign } from "../../ui/text";
import type { HealthState } from "../health";
import type { HomeLocation, Tab } from "../location";
import { encodeLocation } from "../payload";
import { type HomePage, page, parts, tabs } from "./layout";

export const RUN_CHECK = "run_check";

/** With what is well they stay below Slack's 100 blocks a page. */
const MAX_FINDINGS = 40;
const MAX_OK_FINDINGS = 40;
/** After escaping; two of them make a section, which takes 3,000. */
const MAX_LENGTH = 1_400;
const MAX_OK_LENGTH = 500;

export interface AdminHealth extends DisplayContext {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  readonly health: HealthState;
  /** The name of whoever requested the check; "" when no one did. */
  readonly by: string;
}

/** The health page: what the check covers, that it is running, or its findings, with the button that runs it. */
export function adminHealth(values: AdminHealth): HomePage {
  return page(
    [...tabs(values.tabs, "admin"), parts("health"), header("Health"), ...bodyOf(values)],
    encodeLocation(values.location),
  );
}

function bodyOf(values: AdminHealth): readonly KnownBlock[] {
  const { health } = values;
  switch (health.kind) {
    case "never":
      return [section(COVERAGE), askButton("Run check")];
    case "running": {
      const asked = `${foreign(values.by)} asked at ${momentInWords(health.since, values)}`;
      return [section(`⏳ *Checking…* ${asked}. Results appear here on their own, within a minute or so.`)];
    }
    case "broke":
      return [section(`❌ *The check didn't finish*\n${health.says}`), askButton("Check again")];
    case "done":
      return [
        section(sumOf(health.findings)),
        context(checkedWhen(health.at, values)),
        askButton("Check again"),
        ...toMend(health.findings),
        ...allWell(health.findings),
      ];
  }
}

const COVERAGE = [
  "Is everything set up right, and if not, who fixes it? The check looks at:",
  "• *Slack*: the token and its permissions",
  `• *${sourceTitles()}*: keys, requests left, settings, webhooks, and days never read`,
  "• *People*: who is matched and who isn't, sales reps in Fishbowl too",
  "• *Figures*: whether each total of the last 30 days adds up",
  "• *System*: clocks, time zones and the database",
  "It changes nothing and takes a minute or two at most.",
].join("\n");

function askButton(words: string): KnownBlock {
  return actions([button(RUN_CHECK, words, { style: "primary" })]);
}

/** "❌ 1 fault · ⚠️ 3 warnings · ✅ 14 well". */
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

function checkedWhen(at: Date, { by, ...display }: AdminHealth): string {
  return `Checked ${agoInWords(at, display.now)} by ${foreign(by)}, as of ${momentInWords(at, display)}`;
}

function toMend(findings: readonly Finding[]): readonly KnownBlock[] {
  const wrong = findings.filter(({ state }) => state !== "ok");
  return [...wrong.slice(0, MAX_FINDINGS).map(findingSection), ...moreLine(wrong.length - MAX_FINDINGS)];
}

const WORDS: Readonly<Record<Finding["state"], string>> = {
  fault: "❌ *Problem*",
  warning: "⚠️ *Warning*",
  ok: "✅",
};

function findingSection({ state, says, todo }: Finding): KnownBlock {
  const what = `${WORDS[state]} · ${fitting(says, MAX_LENGTH)}`;
  return section(todo === undefined ? what : `${what}\n*What to do:* ${fitting(todo, MAX_LENGTH)}`);
}

function allWell(findings: readonly Finding[]): readonly KnownBlock[] {
  const well = findings.filter(({ state }) => state === "ok");
  if (well.length === 0) return [];
  const shown = well.slice(0, MAX_OK_FINDINGS).map(({ says }) => `✅ ${fitting(says, MAX_OK_LENGTH)}`);
  return [
    header(`${counted(well.length, "check")} passed`),
    ...sections(shown),
    ...moreLine(well.length - MAX_OK_FINDINGS),
  ];
}

function moreLine(more: number): readonly KnownBlock[] {
  return more > 0 ? [context(`and ${more.toLocaleString("en-US")} more: run \`node dist/cli/index.js doctor\``)] : [];
}

/** Cuts a sentence that may quote foreign text, counted after escaping, which makes five characters of one. */
function fitting(text: string, longest: number): string {
  const whole = foreign(text, longest);
  return whole.length <= longest ? whole : foreign(text, Math.floor(longest / 5));
}
