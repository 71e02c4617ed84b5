import type { ActionsBlock, KnownBlock, ModalView } from "@slack/types";
import { z } from "zod";
import { SOURCE_IDS } from "../../metrics/sources";
import type { SyncReport } from "../../sync/report";
import { durationInWords } from "../../words/durations";
import type { SlackContext } from "../deps";
import type { ActionListener } from "../middleware/actions";
import { modalAction } from "../middleware/authorized-actions";
import { actions, button, context, plainText, section } from "../ui/blocks";
import type { DisplayContext } from "../ui/dates";
import { notice } from "../ui/modal";
import { counted } from "../ui/text";
import { sourceSection } from "./source-view";

export const SYNC_DETAILS = "sync_details";

const keys = z.object({ userId: z.string(), start: z.string(), end: z.string(), duration: z.string() });

/** "Details" below an admin's report. Its value finds the run again: who asked, its days, and how long it took. */
export function detailsButton({ userId, dateRange: { start, end }, duration }: SyncReport): ActionsBlock {
  const value = JSON.stringify({ userId, start, end, duration });
  return actions([button(SYNC_DETAILS, "Details", { value, accessibility_label: "Details of this sync" })]);
}

const GONE = "This sync isn't stored anymore. Run `/sync` for a new report.";

/** "Details": opens what each source brought, who was matched and what was left out. */
export const syncDetails: (context: SlackContext) => ActionListener = modalAction(
  { doing: SYNC_DETAILS, act: () => ({ does: "see-runs" }) },
  async ({ deps }, { value }) => {
    const key = keyIn(value);
    const run = key === null ? null : await deps.runs.ofReport(key);
    if (key === null || run?.results === undefined) return notice("Sync details", GONE);
    return detailsModal({ results: run.results, duration: key.duration }, { days: deps.days, now: deps.now() });
  },
);

function keyIn(value: string): z.infer<typeof keys> | null {
  try {
    return keys.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

/** How many names a list shows; the first with which a source fits into a section is taken. */
const NAMES = [12, 8, 5, 3, 1, 0];
const SECTION_LIMIT = 3_000;

function detailsModal(report: Pick<SyncReport, "results" | "duration">, display: DisplayContext): ModalView {
  const blocks = [...sourceSections(report.results, display), context(workInWords(report))];
  return { type: "modal", title: plainText("Sync details"), close: plainText("Close"), blocks };
}

/** "Took 1.8s. 21 goals recomputed from these figures". */
function workInWords({ results, duration }: Pick<SyncReport, "results" | "duration">): string {
  return `Took ${durationInWords(duration)}. ${counted(results.goalsUpdated, "goal")} recomputed from these figures`;
}

/** What each source brought, in a section each, with as many names as fit. */
export function sourceSections(results: SyncReport["results"], display: DisplayContext): readonly KnownBlock[] {
  return SOURCE_IDS.map((source) => {
    const texts = NAMES.map((most) => sourceSection(source, results[source], { ...display, most }));
    return section(texts.find((text) => text.length <= SECTION_LIMIT) ?? (texts.at(-1) ?? "").slice(0, SECTION_LIMIT));
  });
}
