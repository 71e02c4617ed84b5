import type { Button } from "@slack/types";
import { z } from "zod";
import { importDetails } from "../../sync/import-details";
import { importSummary } from "../../sync/import-summary";
import { UNDO_HOURS } from "../../sync/order-imports";
import type { Day } from "../../time/day";
import type { SlackContext } from "../deps";
import type { ActionListener } from "../middleware/actions";
import { modalAction } from "../middleware/authorized-actions";
import { button, plainText, sections } from "../ui/blocks";
import { notice } from "../ui/modal";
import { counted, foreign, listed } from "../ui/text";
import { type AppliedPreview, capped, named, unbroken } from "./changes-view";

export const IMPORT_DETAILS = "import_details";

const MAX_NAME_LENGTH = 50;
/** Slack takes 2,000 characters in a button's value. */
const VALUE_LIMIT = 2_000;
/** How many names and orders a list shows; the first with which all fits into the button is taken. */
const NAMES = [8, 5, 3, 1, 0];

const carried = z.object({ lines: z.array(z.string().max(2_800)) });

/** "Details" below an applied file: its value carries what the modal says, so that it is what was so when the file came. */
export function detailsButton(preview: AppliedPreview, today: Day): Button {
  const { all } = importSummary(preview, { most: 0, clean: named });
  const title = `*${foreign(preview.name, MAX_NAME_LENGTH)}*: ${all}`;
  const carrying = (lines: readonly string[]) => JSON.stringify({ lines: [title, ...lines] });
  const values = NAMES.map((most) => carrying(detailLines(preview, { most, today })));
  const value = values.find(({ length }) => length <= VALUE_LIMIT) ?? carrying(sumLines(preview));
  return button(IMPORT_DETAILS, "Details", { value, accessibility_label: "Details of this import" });
}

/** "Details": opens how an import's figures come about. */
export const importDetailsAction: (context: SlackContext) => ActionListener = modalAction(
  { doing: IMPORT_DETAILS, act: () => ({ does: "import-orders" }) },
  async (_context, { value }) => {
    const read = carriedIn(value);
    if (read === null) return notice(TITLE, "This import's details aren't stored anymore.");
    return { type: "modal", title: plainText(TITLE), close: plainText("Close"), blocks: [...sections(read.lines)] };
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

function detailLines(
  preview: AppliedPreview,
  { most, today }: { readonly most: number; readonly today: Day },
): readonly string[] {
  const { notCounting, orders } = importSummary(preview, { most, clean: named });
  const lines = [
    ...sumLines(preview),
    ...(notCounting === null ? [] : [`${notCounting}.`]),
    ...(orders === "" ? [] : [`*In this file*: ${orders}`]),
    ...importDetails(preview, { today, most, clean: named, cleanSentence: capped }),
    ...undoLines(preview),
  ];
  return lines.map(unbroken);
}

/** What is credited, what waits and what doesn't count, which add up to all orders: "• Waiting: $0 → $640 (+$640)". */
function sumLines(preview: AppliedPreview): readonly string[] {
  const { rows } = importSummary(preview, { most: 0, clean: named });
  const first = rows.findIndex(({ isSum }) => isSum);
  return (first < 0 ? [] : rows.slice(first)).map(({ who, before, after, change }) => {
    const amounts = before === after ? after : `${before} → ${after} (${change})`;
    return unbroken(`• ${who}: ${amounts}`);
  });
}

/**
 * Says how long Undo works, then what an earlier file puts back: no file takes an order out that it does not have, or an account type away.
 * Nothing where there is nothing to put back.
 */
function undoLines({ orders, customers, accountTypes }: AppliedPreview): readonly string[] {
  const { changed, new: added } = orders;
  if (added + changed + customers.new + customers.changed === 0) return [];
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
  return [
    `*Undo* works for ${UNDO_HOURS} hours, until another file is applied.${later === "" ? "" : ` After that, ${later}.`}`,
  ];
}
