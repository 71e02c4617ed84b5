import type { Finding } from "../../doctor/finding";
import { doctorText, exitCodeOf } from "../doctor-command";
import type { OpenPage } from "./browser";
import { endingLines, endingOf, madeSecrets, nextLines } from "./ending";
import { type Values, valuesOf } from "./env-text";
import { createAppLink, toBePasted } from "./manifest-link";
import { isEitherWay, isSocketAlone, joined, knownValues, planLines, planOf } from "./plan";
import type { Prompter } from "./prompter";
import { type RefusalDeps, withRefusals } from "./refused-secret";
import { ADDRESS, type Asked, type Step } from "./steps";
import { takeStep } from "./take-step";

/** The text of a file. */
export interface StoredText {
  readonly path: string;
  /** `null` where there is none. */
  readonly text: string | null;
}

export interface SetupDeps extends RefusalDeps {
  readonly prompter: Prompter;
  /** The environment, which wins over the file. */
  readonly env: Values;
  /** The file of variables. */
  readonly file: StoredText;
  /** Writes values into it, beside what it holds. */
  readonly save: (values: Values) => void;
  /** The text of `manifest.yml`. */
  readonly manifest: string;
  /** The manifest that was filled in last, with a mark while it may not be at Slack. */
  readonly filled: StoredText;
  readonly saveFilled: (manifest: string) => void;
  /** Makes a secret that nobody need know. */
  readonly secret: () => string;
  /** Opens a page where whoever is asked sees it; `null` where there is no screen. */
  readonly openPage: OpenPage | null;
  /** Writes a systemd unit for what was set up, and returns its path; `null` where there is no systemd. */
  readonly saveUnit: () => string | null;
  /** Starts Paceline's parts with these values, examines everything, and ends them. */
  readonly doctor: (values: Values) => Promise<readonly Finding[]>;
}

/**
 * `setup`: asks for one thing at a time, tries each, and writes what works to a file of variables; then runs the doctor.
 *
 * @returns the exit code: 0 when all works, 1 when something is to be mended, 2 when nobody was asked and something is missing.
 */
export async function setupCommand({ prompter, file, save, ...deps }: SetupDeps): Promise<number> {
  const given = { stored: valuesOf(file.text ?? ""), env: knownValues(deps.env) };
  const before = joined(given.stored, given.env);
  let values = before;
  const keep = (set: Values) => {
    values = joined(values, set);
    // Where nobody is asked, all is written or nothing.
    if (prompter.isPerson && Object.keys(set).length > 0) save(set);
  };
  let works = true;
  // A way to Slack that works stays in the file until the one that replaces it does.
  let replaced: Values = {};
  const take = async (step: Step) => {
    const taken = await takeStep(withRefusals(step, deps), { prompter, values });
    works &&= taken.works;
    keep(taken.works && asks(step, "SLACK_SIGNING_SECRET") ? { ...replaced, ...taken.set } : taken.set);
    return taken.works;
  };
  prompter.say(`Paceline's setup. Each answer is tried at once and kept in ${file.path}, which others can't read.`);
  if (file.text !== null) prompter.say(`There is a ${file.path}: what it sets stays unless you change it here.`);
  const { isPerson } = prompter;
  // It is made at the end alone; whoever went through all once is not asked again for what they left off.
  const wasFinished = isPerson && before.API_TOKEN !== undefined;
  const staysSocket = wasFinished && isSocketAlone(values) && (await prompter.confirm(STAYS_SOCKET, true));
  if (!staysSocket && (isPerson || values.PUBLIC_URL !== undefined)) await take(ADDRESS);
  if (isEitherWay(values) && (await prompter.confirm(SENDS, false))) replaced = { SLACK_APP_TOKEN: "" };
  values = joined(values, replaced);
  const plan = planOf({ before, values, isPerson, manifest: deps.manifest, filled: deps.filled.text });
  const { use } = plan;
  if (use !== "none") deps.saveFilled(toBePasted(plan.manifest, use));
  const isOpen = use === "create" && isPerson && (await opened(plan.manifest, { prompter, openPage: deps.openPage }));
  for (const line of planLines(plan, { file: file.path, filled: deps.filled.path, isOpen })) prompter.say(line);
  if (use === "change" && isPerson && (await prompter.confirm(PASTED, false))) deps.saveFilled(plan.manifest);
  works &&= plan.faults.length === 0;
  const left = wasFinished ? plan.steps.filter((step) => isLeftOff(step, values)) : [];
  for (const step of plan.steps.filter((step) => !left.includes(step))) {
    const isMade = (await take(step)) && asks(step, "SLACK_BOT_TOKEN");
    if (use === "create" && isMade) deps.saveFilled(plan.manifest);
  }
  if (left.length > 0 && (await prompter.confirm(leftQuestion(left), false))) for (const step of left) await take(step);
  if (!works && !isPerson) {
    prompter.say(`\nNothing was written to ${file.path}: mend what is marked, and run the setup again.`);
    return 2;
  }
  if (use === "change" && !isPerson) deps.saveFilled(plan.manifest);
  const made = madeSecrets(values, { connection: plan.connection, secret: deps.secret });
  values = joined(values, made);
  const { taken, overruling } = endingOf(values, given);
  save({ ...taken, ...made });
  for (const line of endingLines({ taken, overruling }, file.path)) prompter.say(line);
  prompter.say(`\nAll of it is in ${file.path}. Now everything is examined:\n`);
  const code = sayFindings(await deps.doctor(values), prompter);
  const done = { path: file.path, connection: plan.connection, values, isAgain: file.text !== null };
  for (const line of nextLines({ ...done, unit: deps.saveUnit() })) prompter.say(line);
  return works && overruling.length === 0 ? code : 1;
}

const SENDS = "Paceline connects to Slack by Socket Mode so far. Should Slack send to this address instead?";
const PASTED = "Is it pasted and saved there? If not, the next setup says so again";

const STAYS_SOCKET = "Paceline connects to Slack by itself (Socket Mode). Keep it that way?";
const OPENS = "Open Slack's page for a new app in your browser, with all of it filled in?";

/** Opens Slack's page where somebody has a browser and wants that. */
async function opened(
  manifest: string,
  { prompter, openPage }: Pick<SetupDeps, "prompter" | "openPage">,
): Promise<boolean> {
  return openPage !== null && (await prompter.confirm(OPENS, true)) && (await openPage(createAppLink(manifest)));
}

function isLeftOff({ question, asked }: Step, values: Values): boolean {
  return question !== undefined && asked.every(({ name }) => values[name] === undefined);
}

/** "So far: Paceline's own MongoDB; Copper and JustCall off. Change any?" */
function leftQuestion(left: readonly Step[]): string {
  const off = left.filter(({ instead }) => instead === undefined).map(({ title }) => title);
  const parts = [
    ...left.flatMap(({ instead }) => instead ?? []),
    ...(off.length === 0 ? [] : [`${new Intl.ListFormat("en-US").format(off)} off`]),
  ];
  return `So far: ${parts.join("; ")}. Change any?`;
}

function asks({ asked }: Step, wanted: Asked["name"]): boolean {
  return asked.some(({ name }) => name === wanted);
}

/** What a first start mends by itself is no finding yet. */
function sayFindings(all: readonly Finding[], prompter: Prompter): number {
  const found = all.filter(({ id }) => !id.endsWith("-never-read"));
  prompter.say(doctorText(found));
  return exitCodeOf(found);
}
