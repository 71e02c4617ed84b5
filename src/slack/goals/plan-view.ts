import { dayPlan, type GoalLine, isMet, type PlannedAmount } from "../../goals/overview";
import { figure, neededFigure } from "../../words/figures";
import { metricNoun } from "../ui/text";

/**
 * Says in one line what today asks for: "Today: 6 emails · 15 calls · $2,603 wholesale"; `null` where the team's day has
 * ended or there is no goal, so that today asks for nothing.
 */
export function planInWords(lines: readonly GoalLine[], { ended }: { readonly ended: boolean }): string | null {
  if (lines.length === 0 || ended) return null;
  const open = dayPlan(lines).filter((one) => !isMet(one));
  return `Today: ${open.length === 0 ? nothingAsked(lines) : open.map(amountInWords).join(" · ")}`;
}

/** What today asks for and has brought, a line a metric: "▰▰▱▱▱ 6 of 15 calls"; nothing where it asks for nothing. */
export function planLines(lines: readonly GoalLine[], { ended }: { readonly ended: boolean }): readonly string[] {
  if (lines.length === 0 || ended) return [];
  const plan = dayPlan(lines);
  if (plan.length === 0) return [sentenceOf(nothingAsked(lines))];
  return plan.map((one) => {
    const done = figure(one.done, one.unit);
    return `${planBar(one)} *${done} of ${amountInWords(one)}*${isMet(one) ? " ✅" : ""}`;
  });
}

function nothingAsked(lines: readonly GoalLine[]): string {
  if (lines.every(({ pace }) => pace.today === null)) return "not a workday";
  return dayPlan(lines).length > 0 ? "all targets met" : "nothing more to do, every goal is reached";
}

function sentenceOf(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** "15 calls", "1 call", "$2,603 wholesale", "2h 15m talk time", "3 Fact Finding". */
function amountInWords({ type, unit, target }: PlannedAmount): string {
  return `${neededFigure(target, unit)} ${metricNoun(type, target)}`;
}

const CELLS = 5;

/** Five cells, of which none is filled before its part is done. */
function planBar({ target, done }: PlannedAmount): string {
  const filled = Math.min(CELLS, Math.max(0, Math.floor((done / target) * CELLS + 1e-9)));
  return `${"▰".repeat(filled)}${"▱".repeat(CELLS - filled)}`;
}
