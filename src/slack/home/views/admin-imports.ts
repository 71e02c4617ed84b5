import type { KnownBlock } from "@slack/types";
import type { NameSum } from "../../../metrics/fact-summary-store";
import type { Freshness } from "../../../sync/state/freshness";
import { customerLines, stepsToType } from "../../sync/waiting/customers";
import { context, header, section } from "../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../ui/dates";
import { HOW_TO_IMPORT } from "../../ui/dm-help";
import type { HomeLocation } from "../location";
import { encodeLocation } from "../payload";
import { type HomePage, page, partTop } from "./layout";

export interface AdminImports extends DisplayContext {
  readonly location: HomeLocation;
  readonly freshness: readonly Freshness[];
  /** Customers whose orders of the last thirty days wait for an account type, in cents; the largest amount first. */
  readonly untyped: readonly NameSum[];
}

/** How orders are imported, how recent the imported ones are, and which wait for an account type. */
export function adminImports({ location, freshness, untyped, ...display }: AdminImports): HomePage {
  const fishbowl = freshness.find(({ source }) => source === "fishbowl");
  return page(
    [
      ...partTop("imports"),
      section(HOW_TO_IMPORT),
      context(fishbowl === undefined ? NO_ORDERS : ordersFrom(fishbowl, display)),
      ...untypedPart(untyped, fishbowl === undefined || fishbowl.imported === true),
    ],
    encodeLocation(location),
  );
}

/** The customers without an account type, what waits for each, and what sets it. */
function untypedPart(untyped: readonly NameSum[], isImported: boolean): readonly KnownBlock[] {
  if (untyped.length === 0) return [];
  return [
    header("Waiting for an account type"),
    section(customerLines(untyped).join("\n")),
    section(["*To credit them*", ...stepsToType(isImported)].join("\n")),
    context("Orders of the last 30 days. Until then they're in no one's numbers."),
  ];
}

const NO_ORDERS = "No orders imported yet.";

function ordersFrom({ asOf, imported }: Freshness, display: DisplayContext): string {
  if (asOf === null) return NO_ORDERS;
  const how = imported === true ? "Last import" : "Orders are read from Fishbowl directly, last";
  return `${how} ${momentInWords(asOf, display)}. A file with a row that can't be read changes nothing: its report names the rows.`;
}
