import { reportDays } from "../../../sync/report";
import type { RunSummary } from "../../../sync/run/run-store";
import { rangeInWords } from "../../../words/dates";
import { millisecondsInWords } from "../../../words/durations";
import { section } from "../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../ui/dates";
import { PLACE_NAMES } from "../../ui/freshness";
import { counted, foreign, sentence } from "../../ui/text";
import type { HomeLocation } from "../location";
import { encodeLocation } from "../payload";
import { type HomePage, page, partTop } from "./layout";

const MAX_ERRORS = 3;
const MAX_ERROR_LENGTH = 200;

export interface AdminRuns extends DisplayContext {
  readonly location: HomeLocation;
  /** The newest first. */
  readonly runs: readonly RunSummary[];
  readonly nameOf: (userId: string) => string;
}

const REQUESTERS: Readonly<Record<string, string>> = {
  api: "API",
  cli: "command line",
  schedule: "scheduled",
};

export const NO_SYNCS = "No syncs yet. Run `/sync` or press *Sync now* on your page.";

/** When each sync ran, who requested it, its days, how long it took and what went wrong. */
export function adminRuns(values: AdminRuns): HomePage {
  const { runs } = values;
  const rows = runs.map((run) => section(runLines(run, values)));
  return page(
    [...partTop("runs"), ...(rows.length === 0 ? [section(NO_SYNCS)] : rows)],
    encodeLocation(values.location),
  );
}

/** "✅ Completed *today at 8:02 AM*: Sep 29 – Oct 28, scheduled, 4s". */
export function runLine(run: RunSummary, { nameOf, ...display }: DisplayContext & Pick<AdminRuns, "nameOf">): string {
  const { startedAt, finishedAt, userId } = run;
  const requester = REQUESTERS[userId] ?? foreign(nameOf(userId));
  const took = finishedAt === null ? [] : [duration(finishedAt.getTime() - startedAt.getTime())];
  return `${verdict(run)} *${momentInWords(startedAt, display)}*: ${[daysOf(run, display), requester, ...took].join(", ")}`;
}

function runLines(run: RunSummary, values: AdminRuns): string {
  const { errors } = run;
  const more = errors.length - MAX_ERRORS;
  return [
    runLine(run, values),
    ...approvalLine(run),
    ...errors.slice(0, MAX_ERRORS).map(({ source, message }) => {
      return `• ${PLACE_NAMES[source]}: ${sentence(message, MAX_ERROR_LENGTH)}`;
    }),
    ...(more > 0 ? [`• and ${more.toLocaleString("en-US")} more`] : []),
  ].join("\n");
}

/** Says which mass deletion was approved with the run. */
function approvalLine({ acceptVanished: approval }: RunSummary): readonly string[] {
  if (approval === undefined) return [];
  if (approval === true) return ["• all missing records confirmed as deleted"];
  return [`• ${counted(approval.records, `${PLACE_NAMES[approval.source]} record`)} confirmed as deleted`];
}

function verdict({ status, reason, errors }: RunSummary): string {
  switch (status) {
    case "running":
      return "⏳ running";
    case "failed":
      return `❌ Failed (${sentence(reason ?? "no reason is known", MAX_ERROR_LENGTH)})`;
    case "done":
      return errors.length === 0 ? "✅ Completed" : "⚠️ Completed with errors";
  }
}

function daysOf({ dateRange }: RunSummary, { days, now }: DisplayContext): string {
  return rangeInWords(reportDays({ dateRange }, days), days.dayOf(now));
}

/** How long a run took; from a minute on, seconds that have begun do not count. */
function duration(milliseconds: number): string {
  return millisecondsInWords(milliseconds < 60_000 ? milliseconds : milliseconds - (milliseconds % 1_000));
}
