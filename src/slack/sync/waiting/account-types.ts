import type { Button, ModalView } from "@slack/types";
import type { NameSum } from "../../../metrics/fact-summary-store";
import { UNTYPED_REASON } from "../../../metrics/sources";
import { isReadCompletely, reportDays, type SyncReport } from "../../../sync/report";
import type { DayRange } from "../../../time/day";
import { rangeInWords } from "../../../words/dates";
import { centsInWords } from "../../../words/sums";
import type { SlackContext, SlackDeps } from "../../deps";
import type { ActionListener } from "../../middleware/actions";
import { modalAction } from "../../middleware/authorized-actions";
import { button, context, plainText, section } from "../../ui/blocks";
import { notice } from "../../ui/modal";
import { lastThirtyDays } from "../parse";
import { customerLines, stepsToType } from "./customers";

/** "See steps" beside what waits for an account type. */
export const ACCOUNT_TYPES = "account_types";
const TITLE = "Set account types";

/** The button that opens it; one of a message's is what to do first. */
export function accountTypesButton({ isFirst }: { readonly isFirst: boolean }): Button {
  const first = isFirst ? { style: "primary" as const } : {};
  return button(ACCOUNT_TYPES, "See steps", { ...first, accessibility_label: "See the steps to set account types" });
}

/** Reads the customers whose orders of some days wait for an account type, in cents; the largest amount first. */
export function readUntyped({ facts }: Pick<SlackDeps, "facts">, range: DayRange): Promise<readonly NameSum[]> {
  return facts.leftOutNames("fishbowl", range, UNTYPED_REASON);
}

/** Reads them of the days of a sync; undefined where it did not read orders, or they cannot be told: the report stands without. */
export async function untypedIn(
  { facts, days, log }: Pick<SlackDeps, "facts" | "days" | "log">,
  report: SyncReport,
): Promise<readonly NameSum[] | undefined> {
  if (!isReadCompletely(report.results.fishbowl)) return undefined;
  try {
    return await readUntyped({ facts }, reportDays(report, days));
  } catch (error) {
    log.warn({ error }, "A report does not say what waits for an account type");
    return undefined;
  }
}

/** Opens what to do, for which customers, by where orders come from; of the last thirty days. */
export const accountTypes: (context: SlackContext) => ActionListener = modalAction(
  { doing: ACCOUNT_TYPES, act: () => ({ does: "import-orders" }) },
  async ({ deps }) => {
    const { days, now } = deps;
    const range = lastThirtyDays(days.dayOf(now()));
    const [untyped, freshness] = await Promise.all([readUntyped(deps, range), deps.freshness()]);
    const fishbowl = freshness.find(({ source }) => source === "fishbowl");
    const isImported = fishbowl === undefined || fishbowl.imported === true;
    return accountTypesModal(untyped, { range, isImported });
  },
);

/** Says which customers' orders wait for an account type, what for, and what sets it. */
export function accountTypesModal(
  untyped: readonly NameSum[],
  { range, isImported }: { readonly range: DayRange; readonly isImported: boolean },
): ModalView {
  if (untyped.length === 0) return notice(TITLE, "✅ Nothing waits for an account type anymore.");
  const all = untyped.reduce((sum, { amount }) => sum + amount, 0);
  return {
    type: "modal",
    title: plainText(TITLE),
    close: plainText("Close"),
    blocks: [
      section([`*${centsInWords(all)} waits for an account type*`, ...customerLines(untyped)].join("\n")),
      section(["*To credit it*", ...stepsToType(isImported)].join("\n")),
      context(`Orders of the last 30 days, ${rangeInWords(range, range.to)}. Until then they're in no one's numbers.`),
    ],
  };
}
