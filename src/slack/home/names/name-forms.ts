import type { KnownBlock, ModalView } from "@slack/types";
import type { CreditMove, SalesmanChange } from "../../../people/credit-moves";
import { day } from "../../../time/day";
import { monthInWords } from "../../../words/dates";
import { figure } from "../../../words/figures";
import { context, section, sections } from "../../ui/blocks";
import { field, form } from "../../ui/modal";
import { counted, foreign } from "../../ui/text";

/** The button that adds a name of Fishbowl's, the one that takes one back, their form, and what shows the change before it is saved. */
export const NAME_ADD = "name_add";
export const NAME_REMOVE = "name_remove";
export const NAME_FORM = "name_form";
export const NAME_CHECK = "name_check";

const MAX_MOVES = 24;
const MAX_NAME_LENGTH = 80;

/** The form that asks who a sales rep's name in Fishbowl is. */
export function nameForm(): ModalView {
  return form({
    callback: NAME_FORM,
    title: "Add a Fishbowl name",
    submit: "Review",
    blocks: [
      field("name", {
        label: "Sales rep in Fishbowl",
        hint: "As orders have it, like B. Lee. Upper and lower case make no difference.",
        element: { type: "plain_text_input", max_length: 200 },
      }),
      field("person", {
        label: "Slack member",
        hint: "Only full members a sync has already seen.",
        element: { type: "users_select" },
      }),
    ],
  });
}

/** What a change of a name does to whom, before it is saved. */
export interface NameCheck {
  readonly change: SalesmanChange;
  readonly moves: readonly CreditMove[];
  readonly metadata: string;
  /** Gives a person's name by Slack id. */
  readonly nameOf: (userId: string) => string;
  /** Whether it does something else than was shown before. */
  readonly changed?: boolean;
}

const STALE = "⚠️ *Something changed while you were looking, so nothing was saved.* Saving would now do this.";

/** The modal that says which orders and dollars move from whom to whom, month by month. */
export function nameCheck({ change, moves, metadata, nameOf, changed = false }: NameCheck): ModalView {
  const { name, userId } = change;
  const short = (of: string | null) => (of === null ? "nobody" : foreign(nameOf(of), MAX_NAME_LENGTH));
  const title = `*${foreign(name, MAX_NAME_LENGTH)}* → ${userId === null ? "not matched anymore" : short(userId)}`;
  const rows = moves.slice(0, MAX_MOVES).map(({ month, from, to, orders, cents }) => {
    const sum = `${counted(orders, "order")}, ${figure(cents / 100, "dollars")}`;
    return `• ${monthInWords(day(`${month}-01`))}: ${sum} · ${short(from)} → *${short(to)}*`;
  });
  const more = moves.length - rows.length;
  return form({
    callback: NAME_CHECK,
    title: "Review and save",
    submit: userId === null ? "Unlink" : "Save",
    metadata,
    blocks: [
      ...(changed ? [section(STALE)] : []),
      section(title),
      ...movesPart(rows, more),
      context("Credited from the next sync. *Recompute now* runs one."),
    ],
  });
}

const NO_MOVES =
  "No order of the last 12 months changes: none has this name, or each is credited by another name already.";

function movesPart(rows: readonly string[], more: number): readonly KnownBlock[] {
  if (rows.length === 0) return [section(NO_MOVES)];
  return sections([...rows, ...(more > 0 ? [`and ${more.toLocaleString("en-US")} more`] : [])]);
}
