import type { Button } from "@slack/types";
import { z } from "zod";
import { importDetails } from "../../sync/import-details";
import { importSummary } from "../../sync/import-summary";
import { UNDO_HOURS } from "../../sync/order-imports";
import type { Day } from "../../time/day";
import type { SlackContext } from "../deps";
import type { ActionListener } from "../middleware/actions";
import { modalAction } from "../middleware/authorized-actions";
import { button, context, plainText, section } from "../ui/blocks";
import { notice } from "../ui/modal";
import { counted, foreign, listed } from "../ui/text";
import { type AppliedPreview, capped, named, unbroken } from "./changes-view";

export const IMPORT_DETAILS = "import_details";

const MAX_NAME_LENGTH = 50;
/** Slack takes 2,000 characters in a button's value. */
const VALUE_LIMIT = 2_000;
/** How many names and orders a list shows; the first with which all fits into the button is taken. */
const NAMES = [8, 5, 3, 1, 0];

/** What the modal says: a section each, and below them in small print. */
const carried = z.object({ parts: z.array(z.string().min(1).max(2_800)), small: z.string().max(2_800) });

/** "Details" below an applied file: its value carries what the modal says, so that it is what was so when the file came. */
export function detailsButton(preview: AppliedPreview, today: Day): Button {
  const small = undoLine(preview);
  const carrying = (parts: readonly string[]) => JSON.stringify({ parts, small });
  const values = NAMES.map((most) => carrying(detailParts(preview, { most, today })));
  const value = values.find(({ length }) => length <= VALUE_LIMIT) ?? carrying([sums(preview)]);
  return button(IMPORT_DETAILS, "Details", { value, accessibility_label: "Details of this import" });
}

/** "Details": opens how an import's figures come about. */
export const importDetailsAction: (context: SlackContext) => ActionListener = modalAction(
  { doing: IMPORT_DETAILS, act: () => ({ does: "import-orders" }) },
  async (_context, { value }) => {
    const read = carriedIn(value);
    if (read === null) return notice(TITLE, "This import's details aren't stored anymore.");
    const { parts, small } = read;
    const blocks = [...parts.map(section), ...(small === "" ? [] : [context(small)])];
    return { type: "modal", title: plainText(TITLE), close: plainText("Close"), blocks };
  },
);

const TITLE = "Import details";

function carriedIn(value: string): z.infer<typeof carried> | null {
  try {
    return carried.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

function detailParts(
  preview: AppliedPreview,
  { most, today }: { readonly most: number; readonly today: Day },
): readonly string[] {
  const { notCounting, orders } = importSummary(preview, { most, clean: named });
  const details = importDetails(preview, { today, most, clean: named, cleanSentence: capped }).map(unbroken);
  return [
    sums(preview),
    ...(notCounting === null ? [] : [unbroken(`${notCounting}.`)]),
    ...(orders === "" ? [] : [unbroken(`*In this file*: ${orders}`)]),
    ...(details.length === 0 ? [] : [details.join("\n")]),
  ];
}

/** What is credited, what waits and what doesn't count, which add up to all orders: "• Waiting: $0 → $640 (+$640)". */
function sums(preview: AppliedPreview): string {
  const { all, rows } = importSummary(preview, { most: 0, clean: named });
  const first = rows.findIndex(({ isSum }) => isSum);
  const lines = (first < 0 ? [] : rows.slice(first)).map(({ who, before, after, change }) => {
    const amounts = before === after ? after : `${before} → ${after} (${change})`;
    return unbroken(`• ${who}: ${amounts}`);
  });
  return [`*${foreign(preview.name, MAX_NAME_LENGTH)}*: ${all}`, ...lines].join("\n");
}

/**
 * Says how long Undo works, then what an earlier file puts back: no file takes an order out that it does not have, or an account type away.
 * "" where there is nothing to put back.
 */
function undoLine({ orders, customers, accountTypes }: AppliedPreview): string {
  const { changed, new: added } = orders;
  if (added + changed + customers.new + customers.changed === 0) return "";
  const wereTyped = accountTypes.changes.some(({ from }) => from !== null);
  const back = [
    ...(changed > 0 ? [changed === 1 ? "the changed order" : `the ${counted(changed, "changed order")}`] : []),
    ...(wereTyped ? ["the account types"] : []),
    ...(customers.changed > 0 && changed === 0 && accountTypes.count === 0 ? ["the customers' names"] : []),
  ];
  const [them, stay] =
    added === 1 ? ["it", "the new order stays"] : ["them", `the ${counted(added, "new order")} stay`];
  const stays = [
    ...(added > 0 ? [`${stay} until a file voids ${them}`] : []),
    ...(accountTypes.changes.some(({ from }) => from === null)
      ? ["first account types stay until a file changes them"]
      : []),
  ];
  const drop = back.length === 0 ? [] : [`the earlier file, dropped here again, puts back ${listed(back)}`];
  const later = [...stays, ...drop].join("; ");
  const after = later === "" ? "" : ` After that, ${later}.`;
  return `*Undo* works for ${UNDO_HOURS} hours, until another file is applied.${after}`;
}
