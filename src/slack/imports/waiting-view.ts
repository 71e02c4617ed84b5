import type { KnownBlock } from "@slack/types";
import { SOURCES, UNTYPED_REASON } from "../../metrics/sources";
import { importSummary } from "../../sync/import-summary";
import { withMatchButton } from "../sync/match-button";
import { accountTypesButton } from "../sync/waiting/account-types";
import { context, section, sections } from "../ui/blocks";
import { counted } from "../ui/text";
import { type AppliedPreview, amountFirst, NOT_YET, named, type Shown } from "./changes-view";

/**
 * Says which of an applied file's orders are not credited yet, each with the button that mends it or says how; what no button is for, it
 * is said where it is set. What waits with a button has no amount: a file's is another than that of the last thirty days, which Home says.
 */
export function waitingRows(preview: AppliedPreview, { most }: Shown): readonly KnownBlock[] {
  const { uncredited } = preview.credit;
  const { unmatchedReason } = SOURCES.fishbowl;
  const unmatched = uncredited.filter(({ why, orders }) => why === unmatchedReason && orders > 0);
  const untyped = uncredited.filter(({ why, orders }) => why === UNTYPED_REASON && orders > 0);
  const others = uncredited.filter(({ why }) => why !== unmatchedReason && why !== UNTYPED_REASON);
  const lines = (of: typeof uncredited) =>
    importSummary({ ...preview, credit: { ...preview.credit, uncredited: of } }, { most, clean: named }).waiting;
  const matches = unmatched.flatMap((one) => matchRows(one, untyped.length === 0));
  const rows = [
    ...untyped.map((one) => ({ ...section(untypedInWords(one)), accessory: accountTypesButton({ isFirst: true }) })),
    ...matches,
    ...sections(lines(others).map((line) => `⚠️ ${amountFirst(line)}. ${SET_IT}`)),
  ];
  return rows.length === 0 ? [] : [section(NOT_YET), ...rows];
}

/** "⚠️ *2 customers have no account type*: Ping House, Corner Cellar". */
function untypedInWords({ parts, named: all, orders }: Uncredited): string {
  if (all === 0) return `⚠️ *${counted(orders, "order")} ${orders === 1 ? "has" : "have"} no account type*`;
  const names = parts.slice(0, MAX_CUSTOMERS).map(({ name }) => named(name));
  const more = all - names.length;
  const others = more > 0 ? ` and ${more.toLocaleString("en-US")} more` : "";
  return `⚠️ *${counted(all, "customer")} ${all === 1 ? "has" : "have"} no account type*: ${names.join(", ")}${others}`;
}

const SET_IT = "Set it in Fishbowl and drop a new export here.";
/** The list behind the button has all customers. */
const MAX_CUSTOMERS = 3;
/** More sales reps than these are matched in Home. */
const MAX_MATCHED = 3;

type Uncredited = AppliedPreview["credit"]["uncredited"][number];

function matchRows({ parts, named: all }: Uncredited, isFirst: boolean): readonly KnownBlock[] {
  const shown = parts.slice(0, MAX_MATCHED);
  const more = all - shown.length;
  return [
    ...shown.map(({ name }, at) => {
      const row = section(`⚠️ *1 sales rep has no match*: "${named(name)}"`);
      return withMatchButton(row, { source: "fishbowl", owner: name, name, isFirst: isFirst && at === 0 });
    }),
    ...(more > 0 ? [context(`${counted(more, "more sales rep")} to match: see *Admin* in Home`)] : []),
  ];
}
