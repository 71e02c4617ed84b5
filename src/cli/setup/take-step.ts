import { checkWritable, type Values } from "./env-text";
import type { Prompter } from "./prompter";
import type { Asked, Step } from "./steps";
import type { Trial } from "./tries";

/** What a step is taken with. */
export interface StepDeps {
  readonly prompter: Prompter;
  /** What is set so far. */
  readonly values: Values;
}

/** What came of a step: what is to be set by it, empty where it is to be unset, and whether it works. */
export interface StepTaken {
  readonly set: Values;
  readonly works: boolean;
}

const MARKS: Readonly<Record<Trial["kind"], string>> = {
  right: "  ✓",
  wrong: "  ✗",
  doubted: "  ✗",
  "too-narrow": "  ✗",
  unreachable: "  ?",
  later: "  …",
};

/** What works now, or will without anybody entering anything else. */
const WORKS: ReadonlySet<Trial["kind"]> = new Set(["right", "later"]);

const KEEP_FOR_LATER = "Keep it, and go on?";

/**
 * Takes one step: tries what is set already and offers to keep it if it works, else asks until it does. What cannot be reached now
 * may be kept for later; what need not be there may be left off, also where it works. Where nobody is asked, what does not work is
 * left as it is, and told.
 *
 * @throws {ConfigError} for an answer that no `.env` file can hold.
 */
export async function takeStep(step: Step, { prompter, values }: StepDeps): Promise<StepTaken> {
  const { title, asked, question } = step;
  prompter.say(`\n${title}`);
  const names = asked.map(({ name }) => name);
  const some = names.some((name) => values[name] !== undefined);
  if (!some && prompter.isPerson) for (const line of step.about?.(values) ?? []) prompter.say(`  ${line}`);
  if (some) {
    const trial = await attempted(step, { prompter, values });
    if (trial.kind === "unreachable" && prompter.isPerson && (await prompter.confirm(KEEP_FOR_LATER, false))) {
      return { set: {}, works: false };
    }
    // Where nobody is asked, the doctor tells it again.
    if (trial.kind === "doubted" && (await prompter.confirm(keepQuestion(asked, values), !prompter.isPerson))) {
      return { set: {}, works: !prompter.isPerson };
    }
    if (WORKS.has(trial.kind)) {
      if (await prompter.confirm(keepQuestion(asked, values), true)) return { set: {}, works: true };
      const another = `Enter another? If not: ${withoutIt(step)}`;
      if (question !== undefined && !(await prompter.confirm(another, true)))
        return leftOff(step, { prompter, values });
    } else if (await isLeftOff(step, prompter)) {
      return leftOff(step, { prompter, values });
    }
  } else if (question !== undefined && !(await prompter.confirm(question, false))) {
    return leftOff(step, { prompter, values });
  }
  if (!prompter.isPerson) {
    if (!some) prompter.say(`  ✗ Set ${names.join(" and ")}.`);
    return { set: {}, works: false };
  }
  return askedUntilRight(step, { prompter, values });
}

/** Shows what is no secret, so that nobody has to open the file to know what they keep. */
function keepQuestion(asked: Step["asked"], values: Values): string {
  const set = asked.filter(({ name }) => values[name] !== undefined);
  const each = set.map(({ name, secret }) => `${name} is ${secret === true ? "set" : values[name]}`);
  return `${each.join(", ")}. Keep ${set.length > 1 ? "them" : "it"}?`;
}

async function askedUntilRight(step: Step, { prompter, values }: StepDeps): Promise<StepTaken> {
  for (const line of step.where) prompter.say(`  ${line}`);
  for (;;) {
    const set: Record<string, string> = {};
    for (const one of step.asked) set[one.name] = await answer(one, prompter);
    checkWritable(set);
    const trial = await attempted(step, { prompter, values: { ...values, ...set } });
    if (trial.kind === "right") return { set, works: true };
    if (trial.kind === "later" && (await prompter.confirm(KEEP_FOR_LATER, true))) return { set, works: true };
    if ((trial.kind === "unreachable" || trial.kind === "doubted") && (await prompter.confirm(KEEP_FOR_LATER, false))) {
      return { set, works: false };
    }
    if (await isLeftOff(step, prompter)) return leftOff(step, { prompter, values });
  }
}

/** Asks whether a step is skipped that does not work, and need not; most who copied something wrongly copy it again. */
async function isLeftOff(step: Step, prompter: Prompter): Promise<boolean> {
  return step.question !== undefined && !(await prompter.confirm(`Enter it again? If not: ${withoutIt(step)}`, true));
}

/** Unsets what a step asks for, so that nothing of it stops a start. */
function leftOff(step: Step, { prompter, values }: StepDeps): StepTaken {
  prompter.say(`  ${withoutIt(step)}`);
  const names = step.asked.map(({ name }) => name).filter((name) => values[name] !== undefined);
  return { set: Object.fromEntries(names.map((name) => [name, ""])), works: true };
}

function withoutIt({ title, without }: Step): string {
  return without ?? `${title} stays off until you run npm run setup again.`;
}

async function answer({ prompt, secret, fault }: Asked, prompter: Prompter): Promise<string> {
  for (;;) {
    const given = await (secret ? prompter.secret(prompt) : prompter.text(prompt));
    const wrong = given === "" ? null : (fault?.(given) ?? null);
    if (wrong !== null) prompter.say(`${MARKS.wrong} ${wrong}`);
    else if (given !== "") return given;
  }
}

async function attempted(step: Step, { prompter, values }: StepDeps): Promise<Trial> {
  const trial = await step.attempt(values);
  for (const says of trial.says) prompter.say(`${MARKS[trial.kind]} ${says}`);
  return trial;
}
