import type { Button } from "@slack/types";
import { z } from "zod";
import { isErased } from "../../people/person";
import { cents, dollars, signedDollars } from "../../sync/import-amounts";
import { repLines } from "../../sync/import-headline";
import { type AppliedImport, type ImportUndo, UNDO_HOURS } from "../../sync/order-imports";
import {
  button,
  context,
  fits,
  header,
  type Message,
  plainText,
  section,
  sectionMessage,
  sections,
} from "../ui/blocks";
import { type DisplayContext, momentInWords } from "../ui/dates";
import { capitalized, counted, foreign, listed, plainForeign } from "../ui/text";
import { creditedInWords, creditedOf, named, repRows, unbroken } from "./changes-view";
import { endInWords, type SyncEnd } from "./sync-end";

type UndoneImport = Extract<ImportUndo, { readonly kind: "undone" }>["undone"];
type UndoRefusal = Exclude<ImportUndo, { readonly kind: "undone" }>;

export const IMPORT_UNDO = "import_undo";

/** A title has at most 150 characters, and some letters count as two. */
const MAX_NAME_LENGTH = 50;
/** How many people are named; the first that fits Slack's limits is taken. */
const PEOPLE = [30, 8, 3, 1, 0];

const ids = z.object({ id: z.string().min(1).max(100) });

/** "Undo" below an applied file, which asks once more in words and money; none where the file changed nothing. */
export function undoButton({ id, preview }: AppliedImport): readonly Button[] {
  const does = undoSentence(preview);
  if (id === undefined || does === null) return [];
  const confirm = {
    title: plainText("Undo this import?"),
    text: plainText(`${does} Everyone's figures update.`),
    confirm: plainText("Undo"),
    deny: plainText("Keep it"),
  };
  return [button(IMPORT_UNDO, "Undo", { value: JSON.stringify({ id }), confirm })];
}

/** The import that a button undoes; `null` for a text that we did not write. */
export function decodeUndo(text: string): string | null {
  try {
    return ids.safeParse(JSON.parse(text)).data?.id ?? null;
  } catch {
    return null;
  }
}

/** "Takes out 3 new orders ($7,800.40) and puts back 2 changed orders ($36,340.84 → $35,090.84)."; `null` for nothing. */
function undoSentence({ orders, totals, customers, credit }: AppliedImport["preview"]): string | null {
  const inAll = orders.new + orders.changed;
  const [added, renamed] = inAll > 0 ? [0, 0] : [customers.new, customers.changed];
  const parts = [
    ...(orders.new > 0 ? [`takes out ${counted(orders.new, "new order")} (${dollars(totals.new)})`] : []),
    ...(orders.changed > 0
      ? [
          `puts back ${counted(orders.changed, "changed order")} (${dollars(totals.changedTo)} → ${dollars(totals.changedFrom)})`,
        ]
      : []),
    ...(added > 0 ? [`takes out ${counted(added, "new customer")}`] : []),
    ...(renamed > 0 ? [`puts back ${counted(renamed, "customer")}`] : []),
  ];
  if (parts.length === 0) return null;
  const credited = cents(credit.credited.to - credit.credited.from);
  const back = credited === 0 ? "" : ` The import credited ${signedDollars(credited)}; that is reversed.`;
  return `${capitalized(listed(parts))}.${back}`;
}

/** Says what was put back, for whom, and how the sync of its days goes on or ended. */
export function undoneMessage(undone: UndoneImport, { next, ended, details = [] }: SyncEnd): Message {
  const { name } = undone;
  const done = countsInWords(undone);
  const messages = PEOPLE.map((most) => ({
    text: `Undone: ${foreign(name)}. ${capitalized(done)}. ${next}`,
    blocks: [
      header(`↩️ Undone: ${plainForeign(name, MAX_NAME_LENGTH)}`),
      ...creditLines(undone, most),
      ...(ended === undefined ? [section(`${capitalized(done)}. ${next}`)] : []),
      ...details,
      ...(ended === undefined ? [] : [context(endInWords([done, ...ended, creditedSum(undone)]))]),
    ],
  }));
  const [shortest] = messages.slice(-1);
  return messages.find(fits) ?? shortest ?? sectionMessage(next);
}

function creditLines(undone: UndoneImport, most: number) {
  const rows = repRows(repLines(undone.reps, { most, clean: named }));
  return sections([creditedInWords(undone, { applied: true }), ...rows].map(unbroken));
}

/** "Credited sales of these 5 orders: $20,095.76 → $35,090.84". */
function creditedSum({ credit, orders }: UndoneImport): string {
  // What is taken out is none of the orders afterwards.
  return creditedOf({ credit: { ...credit, orders: credit.orders + orders.out } });
}

/** "3 orders taken out, 2 put back"; of customers where there is no order. */
function countsInWords({ orders, customers }: UndoneImport): string {
  const [of, noun] = orders.out + orders.back > 0 ? [orders, "order"] : [customers, "customer"];
  const out = `${counted(of.out, noun)} taken out`;
  if (of.back === 0) return out;
  return of.out === 0 ? `${counted(of.back, noun)} put back` : `${out}, ${of.back.toLocaleString("en-US")} put back`;
}

const EARLIER = "To put back what an earlier file has, drop it here again.";

/** Says why an import was not undone, and what to do instead. */
export function notUndone(refusal: UndoRefusal | { readonly kind: "busy" }, display: DisplayContext): string {
  switch (refusal.kind) {
    case "busy":
      return "Another import is running, so nothing was undone. Press Undo again in a minute.";
    case "again":
      return `${whoIs(refusal.by)} undid this import ${momentInWords(refusal.at, display)}.`;
    case "later": {
      const since = `${whoIs(refusal.by)} imported ${foreign(refusal.name)} ${momentInWords(refusal.at, display)}`;
      return `Nothing was undone, as another file came since: ${since}. Undo that one first. ${EARLIER}`;
    }
    case "changed": {
      const { orders, customers, named: some } = refusal;
      const more = orders + customers - some.length;
      const all = listed([...some.map(named), ...(more > 0 ? [`${more.toLocaleString("en-US")} more`] : [])]);
      return `Nothing was undone, as something else has changed ${all} since. ${EARLIER}`;
    }
    case "over":
      return `An import can be undone for ${UNDO_HOURS} hours, and what was before this one isn't kept anymore. ${EARLIER}`;
  }
}

/** A person by their mention, whoever was erased in words, or the way by which a file came. */
function whoIs(by: string): string {
  if (by === "api") return "The API";
  if (by === "cli") return "The command line";
  return isErased(by) ? "A former teammate" : `<@${by}>`;
}
