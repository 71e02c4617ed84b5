import { metricOf } from "../../metrics/metrics";
import type { AppliedImport } from "../../sync/order-imports";
import type { Day } from "../../time/day";
import { rangeInWords } from "../../words/dates";
import { exactFigure } from "../../words/figures";
import { counted, foreign } from "../ui/text";

/** What an import that was previewed or applied does. */
export type AppliedPreview = AppliedImport["preview"];
type RepChange = AppliedPreview["reps"][number];

const MAX_NAME_LENGTH = 40;
/** How many reps are named beside one customer. */
const MAX_BESIDE = 3;

/** What a file does to the figures of each rep. */
export function repLines({ reps }: AppliedPreview, most: number): readonly string[] {
  if (reps.length === 0) return [];
  const shown = reps.slice(0, most).map((rep) => `• ${repWords(rep)}`);
  return ["*Effect on reps' figures*", ...shown, ...moreLine(reps.length - shown.length, "more rep")];
}

/** Customers whose account type changes, each with what that alone does to whose figures. */
export function accountTypeLines({ accountTypes }: AppliedPreview, most: number): readonly string[] {
  const { count, changes } = accountTypes;
  if (count === 0) return [];
  const shown = changes.slice(0, most).map(({ customer, from, to, reps }) => {
    const [before, after] = [from, to].map((type) => (type === null ? "none" : foreign(type, MAX_NAME_LENGTH)));
    const named = reps.slice(0, MAX_BESIDE).map(repWords);
    const more = reps.length - named.length;
    const whose = [...named, ...(more > 0 ? [`${counted(more, "more rep")}`] : [])].join("; ");
    return `• ${foreign(customer, MAX_NAME_LENGTH)}: ${before} → ${after}. ${whose === "" ? "No figure changes" : whose}`;
  });
  return ["*Account type changes*", ...shown, ...moreLine(count - shown.length, "more customer")];
}

/** That some of the orders are of days to come. */
export function aheadLines({ ahead }: AppliedPreview, today: Day): readonly string[] {
  if (ahead === null) return [];
  const { orders, total, days } = ahead;
  const are = orders === 1 ? "is" : "are";
  return [
    `⚠️ ${counted(orders, "order")} (${exactFigure(total, "dollars")}) ${are} dated after today: ${rangeInWords(days, today)}. Check the dates; they count on those days.`,
  ];
}

/** Keeps a minus on the line of its amount, which would be read as a gain without it. */
const WORD_JOINER = "\u2060";

/** "Ana Ray: Wholesale sales +$4,850, Distribution sales −$100". */
function repWords({ name, matched, metrics }: RepChange): string {
  const changes = metrics.map(({ type, change }) => `${metricOf(type).title} ${signed(change)}`).join(", ");
  const who = foreign(name, MAX_NAME_LENGTH);
  return matched ? `${who}: ${changes}` : `"${who}", who isn't matched to anyone: ${changes}`;
}

function signed(change: number): string {
  return `${change < 0 ? `−${WORD_JOINER}` : "+"}${exactFigure(Math.abs(change), "dollars")}`;
}

function moreLine(more: number, noun: string): readonly string[] {
  return more > 0 ? [`and ${counted(more, noun)}`] : [];
}
