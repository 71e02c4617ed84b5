import type { KnownBlock } from "@slack/types";
import type { NameSum } from "../../../metrics/fact-summary-store";
import type { Freshness } from "../../../sync/state/freshness";
import { exactFigure } from "../../../words/figures";
import { context, header, section } from "../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../ui/dates";
import { HOW_TO_IMPORT } from "../../ui/dm-help";
import { counted, foreign } from "../../ui/text";
import type { HomeLocation, Tab } from "../location";
import { encodeLocation } from "../payload";
import { type HomePage, page, parts, tabs } from "./layout";

export interface AdminImports extends DisplayContext {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  readonly freshness: readonly Freshness[];
  /** Customers whose orders of the last thirty days wait for an account type, in cents; the largest amount first. */
  readonly untyped: readonly NameSum[];
}

/** How orders are imported, how recent the imported ones are, and which wait for an account type. */
export function adminImports({ tabs: all, location, freshness, untyped, ...display }: AdminImports): HomePage {
  const fishbowl = freshness.find(({ source }) => source === "fishbowl");
  return page(
    [
      ...tabs(all, "admin"),
      parts("imports"),
      header("Imports"),
      section(HOW_TO_IMPORT),
      context(fishbowl === undefined ? NO_ORDERS : ordersFrom(fishbowl, display)),
      ...untypedPart(untyped, fishbowl === undefined || fishbowl.imported === true),
    ],
    encodeLocation(location),
  );
}

const MAX_CUSTOMERS = 12;
const MAX_NAME_LENGTH = 40;

/** The customers without an account type, what waits for each, and where it is set. */
function untypedPart(untyped: readonly NameSum[], isImported: boolean): readonly KnownBlock[] {
  if (untyped.length === 0) return [];
  const more = untyped.length - MAX_CUSTOMERS;
  const lines = untyped
    .slice(0, MAX_CUSTOMERS)
    .map((one) => `• ${untypedInWords(one)}, ${counted(one.records, "order")}`);
  return [
    header("Waiting for an account type"),
    section([...lines, ...(more > 0 ? [`and ${counted(more, "more customer")}`] : [])].join("\n")),
    section(`*To credit them*: ${isImported ? BY_FILE : BY_SERVER}`),
    context("Orders of the last 30 days. Until then they count for no one."),
  ];
}

const BY_FILE =
  "in Fishbowl, set each customer's account type to Wholesale or Distribution, export the orders again, and drop the file into Messages. Before you apply it, the preview shows who is credited.";
const BY_SERVER =
  "in Fishbowl, put each customer into the group Wholesale or Distribution. The next sync credits them.";

/** "Ping House $32,817.04". */
export function untypedInWords({ name, amount }: Pick<NameSum, "name" | "amount">): string {
  return `${name === null ? "no customer name" : foreign(name, MAX_NAME_LENGTH)} ${dollarsOf(amount)}`;
}

/** Cents as dollars. */
export function dollarsOf(cents: number): string {
  return exactFigure(cents / 100, "dollars");
}

const NO_ORDERS = "No orders imported yet.";

function ordersFrom({ asOf, imported }: Freshness, display: DisplayContext): string {
  if (asOf === null) return NO_ORDERS;
  const how = imported === true ? "Last import" : "Orders are read from Fishbowl directly, last";
  return `${how} ${momentInWords(asOf, display)}. A file with a row that can't be read changes nothing: its report names the rows.`;
}
