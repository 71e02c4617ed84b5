import type { Unit } from "../metrics/metrics";
import { exactFigure, figure, shownAmount } from "./figures";

const CENTS = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A figure, what it became, and by how much each step changed it, with its sign: all as people say them. */
export interface StepsInWords {
  readonly from: string;
  readonly to: string;
  /** "−$11,126", "+$4,850", in the order of the steps. */
  readonly changes: readonly string[];
}

/**
 * Says how a figure became another one step by step, so that whoever adds the steps up as they are shown finds what is shown at the end: $14,301.45
 * less $11,125.60 and more $4,850 are "$14,301", "−$11,126", "+$4,850" and "$8,025". All have full dollars or minutes, or where that is
 * not the nearest to a step, or nothing of it, all have cents or seconds.
 *
 * @param to what the figure came to.
 * @param steps by how much each changed it, in the metric's unit.
 */
export function stepsInWords(to: number, steps: readonly number[], unit: Unit): StepsInWords {
  const whole = shownSteps(to, steps, unit);
  const isExact = whole.changes.some(
    (change, at) => Math.abs(change) < SMALLEST || Math.abs(change - (steps[at] ?? 0)) > NEAREST,
  );
  const { from, changes } = isExact ? exactSteps(to, steps) : whole;
  const say = (value: number) => (isExact ? exact(value, unit) : figure(value, unit));
  return { from: say(from), to: say(to), changes: changes.map((one) => `${one < 0 ? "−" : "+"}${say(Math.abs(one))}`) };
}

/** What is less is shown as nothing. */
const SMALLEST = 0.005;
// An order of $11,125.10 stands so elsewhere: it is never $11,126 here.
const NEAREST = 0.5 + SMALLEST;

interface Steps {
  readonly from: number;
  readonly changes: readonly number[];
}

function exactSteps(to: number, steps: readonly number[]): Steps {
  return { from: steps.reduce((value, step) => value - step, to), changes: steps };
}

/** The steps between the figures as they are shown. */
function shownSteps(to: number, steps: readonly number[], unit: Unit): Steps {
  const { from } = exactSteps(to, steps);
  const reached = [from];
  for (const step of steps) reached.push((reached.at(-1) ?? 0) + step);
  const shown = reached.map((value) => shownAmount(value, unit));
  return { from, changes: shown.slice(1).map((value, at) => value - (shown[at] ?? 0)) };
}

/** To the cent and to the second; dollars always with their cents, so that all of them stand alike. */
function exact(value: number, unit: Unit): string {
  return unit === "dollars" ? `${value < 0 ? "−" : ""}$${CENTS.format(Math.abs(value))}` : exactFigure(value, unit);
}
