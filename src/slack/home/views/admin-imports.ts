import type { Freshness } from "../../../sync/state/freshness";
import { context, header, section } from "../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../ui/dates";
import { HOW_TO_IMPORT } from "../../ui/help";
import type { HomeLocation, Tab } from "../location";
import { encodeLocation } from "../payload";
import { type HomePage, page, parts, tabs } from "./layout";

export interface AdminImports extends DisplayContext {
  readonly tabs: readonly Tab[];
  readonly location: HomeLocation;
  readonly freshness: readonly Freshness[];
}

/** How orders are imported, and how recent the imported ones are. */
export function adminImports({ tabs: all, location, freshness, ...display }: AdminImports): HomePage {
  const fishbowl = freshness.find(({ source }) => source === "fishbowl");
  return page(
    [
      ...tabs(all, "admin"),
      parts("imports"),
      header("Imports"),
      section(HOW_TO_IMPORT),
      context(fishbowl === undefined ? NO_ORDERS : ordersFrom(fishbowl, display)),
    ],
    encodeLocation(location),
  );
}

const NO_ORDERS = "No orders imported yet.";

function ordersFrom({ asOf, imported }: Freshness, display: DisplayContext): string {
  if (asOf === null) return NO_ORDERS;
  const how = imported === true ? "Last import" : "Orders are read from Fishbowl directly, last";
  return `${how} ${momentInWords(asOf, display)}. A file with a row that can't be read changes nothing: its report names the rows.`;
}
