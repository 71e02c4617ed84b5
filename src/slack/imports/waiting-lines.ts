import type { KnownBlock } from "@slack/types";
import { importSummary } from "../../sync/import-summary";
import type { WaitingLine } from "../../sync/import-waiting";
import { sections } from "../ui/blocks";
import { type AppliedPreview, named, type Shown, unbroken } from "./changes-view";

/** Shows what a file changes of what waits for somebody: how much waits in all is Home's to say, and what is left as it was is no change. */
export function waitingChangeBlocks(preview: AppliedPreview, { most }: Shown): readonly KnownBlock[] {
  const { waitingChanges } = importSummary(preview, { most, clean: named });
  const rows = waitingChanges.map(
    ({ sum, waits }) => `${waits.startsWith("no longer") ? "✅" : "⚠️"} *${sum}* ${waits}`,
  );
  return sections(rows.map(unbroken));
}

/** Shows what of a file waits for somebody, where nothing changes. */
export function waitingBlocks(preview: AppliedPreview, { most }: Shown): readonly KnownBlock[] {
  const { waiting } = importSummary(preview, { most, clean: named });
  return sections(waiting.map(waitingRow));
}

/** "⚠️ *$640* in this file waits for an account type: Corner Cellar": a file's part of what waits, which may be less than Home's. */
export function waitingRow({ sum, waits }: WaitingLine): string {
  return unbroken(`⚠️ *${sum}* in this file ${waits}`);
}
