import type { Button } from "@slack/types";
import { shownMonthlyGoals } from "../../goals/shown/shown-figures";
import type { SlackContext } from "../deps";
import { historyExportButton } from "../exports/export-view";
import { figureState } from "../goals/figure-state";
import { goalsMessage } from "../goals/list-view";
import { settableGoals } from "../goals/no-goals-view";
import { historyOf } from "../goals/past/history";
import { historyMessage } from "../goals/past/history-view";
import { type MonthBeside, monthsBeside } from "../goals/past/months-beside";
import { authorize } from "../middleware/access";
import { button, type Message, sectionMessage } from "../ui/blocks";
import { asOfLine } from "../ui/freshness";
import { GOALS_OTHERS, GOALS_RUN } from "../ui/run-button";
import { staleMark } from "../ui/stale-marks";
import type { GoalsCommand } from "./parse-goals";

const NOT_THEIRS = "Only their managers and admins can see other people's goals. Yours: `/goals`.";
const UNKNOWN = "This person hasn't been synced yet, so they have no goals.";

/** Answers `/goals`, one's own or `of` somebody's; of one's own it is recorded what they showed. */
export async function goalsOf(
  { deps }: SlackContext,
  { userId, of }: { readonly userId: string; readonly of: string },
): Promise<Message> {
  const { freshness, first, ...display } = await figureState(deps);
  const shown = { mark: staleMark(freshness, display), first, asOf: asOfLine(freshness, display) };
  if (of === userId) {
    const at = deps.now();
    const [overview, actor] = await Promise.all([deps.overview(userId), deps.actor(userId)]);
    if (first === null) await deps.shownFigures.record(userId, shownMonthlyGoals(overview, { at, surface: "goals" }));
    return goalsMessage(overview, { ...shown, sets: settableGoals(actor) });
  }
  const allowed = await authorize(deps, { userId, act: { does: "see-figures", of }, doing: "/goals of" });
  if (!allowed) return sectionMessage(NOT_THEIRS);
  const person = await deps.people.one(of);
  return person === null
    ? sectionMessage(UNKNOWN)
    : goalsMessage(await deps.overview(of), { other: { userId: of, name: person.name }, ...shown });
}

/** Answers what goals came to in a month, as Home's history has it. */
export async function monthOf(
  { deps }: SlackContext,
  { userId, asked, whose }: { readonly userId: string } & Extract<GoalsCommand, { kind: "month" }>,
): Promise<Message> {
  const of = whose === "me" ? userId : whose.userId;
  const allowed = await authorize(deps, { userId, act: { does: "see-figures", of }, doing: "/goals month" });
  if (!allowed) return sectionMessage(NOT_THEIRS);
  const person = await deps.people.one(of);
  if (person === null) return sectionMessage(UNKNOWN);
  const { freshness, isPast, ...history } = await historyOf(deps, { userId: of, ...asked });
  const asOf = asOfLine(freshness.running, { days: deps.days, now: deps.now() });
  if (of !== userId) return historyMessage({ ...history, asOf, other: { userId: of, name: person.name } });
  const exported = history.histories.length === 0 ? [] : [historyExportButton(history.month.from)];
  const { before, after } = monthsBeside(history.month);
  const beside = [monthButton(GOALS_RUN, before), ...(isPast ? [monthButton(GOALS_OTHERS, after)] : [])];
  return historyMessage({ ...history, asOf }, [...beside, ...exported]);
}

/** Names its month in what it runs, so that it stays that month's. */
function monthButton(action: string, { on, label, spoken }: MonthBeside): Button {
  return button(action, label, { value: `history ${on.slice(0, 7)}`, accessibility_label: spoken });
}
