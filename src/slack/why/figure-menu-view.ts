import type { ModalView, PlainTextOption } from "@slack/types";
import { periodOf } from "../../goals/goal";
import { metricOf } from "../../metrics/metrics";
import type { Day, DayRange } from "../../time/day";
import { monthInWords, monthName, rangeInWords, weekdaysInWords } from "../../words/dates";
import { actions, plainText } from "../ui/blocks";
import { plainForeign } from "../ui/text";
import { WHY_FIGURE } from "./button-view";
import { encodeWhyQuestion, encodeWhyQuestions, type WhyQuestion } from "./payload";

/** The figures that a modal leads to, and the one that it shows to `userId`, of which the page does not matter; none after a failure. */
export interface ShownFigures {
  readonly figures: readonly WhyQuestion[];
  readonly shown: WhyQuestion | null;
  readonly userId: string;
  readonly today: Day;
  /** Names whose figures they are, of several people or teams, by the subjects of the questions. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Lists whose the figures are, each once. */
export function subjectsOf(figures: readonly WhyQuestion[]): readonly string[] {
  return [...new Set(figures.map(({ whose }) => whose))];
}

/**
 * A modal with a menu of its figures above it, which comes back with whatever is pressed there; as it is where there is one figure alone.
 * The menu has no id of its own block: with the same one Slack would keep showing what was chosen before.
 */
export function withFigureMenu(modal: ModalView, { figures, shown, userId, today, names }: ShownFigures): ModalView {
  if (figures.length < 2) return modal;
  const options = figures.map((figure): PlainTextOption => {
    return { text: plainText(figureInWords(figure, { figures, today, names })), value: encodeWhyQuestion(figure) };
  });
  const initial_option = options[figures.findIndex((figure) => shown !== null && isSame(figure, shown, userId))];
  const menu = {
    ...({ type: "static_select", action_id: WHY_FIGURE, placeholder: plainText("Another number"), options } as const),
    ...(initial_option !== undefined && { initial_option }),
  };
  return { ...modal, private_metadata: encodeWhyQuestions(figures), blocks: [actions([menu]), ...modal.blocks] };
}

/** Whether two questions are of one figure: `me` and one's own Slack id are the same person. */
export function isSame(one: WhyQuestion, other: WhyQuestion, userId: string): boolean {
  const key = ({ whose, type, range, sum }: WhyQuestion) =>
    [type, whose === "me" ? userId : whose, range.from, range.to, sum].join(" ");
  return key(one) === key(other);
}

const MAX_NAME_LENGTH = 24;

/** "Calls, Oct 26 – Nov 1", "Emails, October", "Ana Torres: Emails, Wed, Oct 28"; of two that would be called the same, a sum says so. */
function figureInWords(
  figure: WhyQuestion,
  { figures, today, names = new Map() }: Pick<ShownFigures, "figures" | "today" | "names">,
): string {
  const words = ({ whose, type, range }: WhyQuestion) => {
    const name = names.get(whose);
    const of = name === undefined ? "" : `${plainForeign(name, MAX_NAME_LENGTH)}: `;
    return `${of}${metricOf(type).title}, ${daysInWords(range, today)}`;
  };
  const same = figures.filter((other) => words(other) === words(figure));
  const sum = figure.sum === undefined || same.length === 1 ? "" : `, sum of ${figure.sum} goals`;
  return `${words(figure)}${sum}`;
}

function daysInWords(range: DayRange, today: Day): string {
  const month = periodOf("monthly", range.from);
  if (month.from === range.from && month.to === range.to)
    return range.from.slice(0, 4) === today.slice(0, 4) ? monthName(range.from) : monthInWords(range.from);
  return range.from === range.to ? weekdaysInWords(range, today) : rangeInWords(range, today);
}
