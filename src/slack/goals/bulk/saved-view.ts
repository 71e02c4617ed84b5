import type { ModalView } from "@slack/types";
import type { BulkRequest } from "../../../goals/bulk/bulk-plan";
import type { GoalChange } from "../../../goals/edit";
import type { Day } from "../../../time/day";
import { button, context, section, sections } from "../../ui/blocks";
import { notice } from "../../ui/modal";
import { counted } from "../../ui/text";
import { changeWords } from "../change-view";
import { goalTitle } from "../whose";
import type { PreparedBulk } from "./prepare";
import { changeRows, changesOf, nameOf, requestTitle, sharedStart } from "./rows-view";

/** Sets back all that was saved. */
export const GOALS_UNDO = "goals_undo";

/** Says what was saved, for whom, as the review did, with Undo; `undo` is the batch as its button carries it. */
export function bulkSaved(
  prepared: PreparedBulk,
  { request, today, undo }: { readonly request: BulkRequest; readonly today: Day; readonly undo: string },
): ModalView {
  const changes = changesOf(prepared.outcomes);
  const lead = section(`✅ *${counted(changes.length, "goal")} set*`);
  const naming = { ...prepared, today, mark: () => "", isOne: request.kind === "set" };
  const title = naming.isOne ? `*${requestTitle(request, today)}*${sharedStart(changes, naming) ?? ""}` : "";
  const accessory = button(GOALS_UNDO, "Undo", { value: undo });
  return {
    ...notice("Saved", ""),
    blocks: [{ ...lead, accessory }, ...changeRows(changes, { ...naming, title }), context(TOLD)],
  };
}

/** Says that all of them were set back, and to what. */
export function bulkUndone(
  lines: readonly GoalChange[],
  { names, today }: Pick<PreparedBulk, "names"> & { readonly today: Day },
): ModalView {
  const rows = lines.map((line) => {
    return `• ${nameOf(line.userId ?? "", names)} (${goalTitle(line)}): ${changeWords(line, today)}.`;
  });
  const lead = `↩️ *Undone.* ${counted(lines.length, "goal")} as before.`;
  return { ...notice("Undone", lead), blocks: [section(lead), ...sections(rows)] };
}

const TOLD = "Each rep hears of it in their next digest. Log: `/goals log`.";
