import type { Paceline } from "../app";
import { DateRangeError, DEFAULT_DAYS, parseDateRange } from "../sync/date-range";
import { addDays } from "../time/day";
import { progressText, reportText } from "./report-text";

export interface SyncOptions {
  readonly days?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
  readonly acceptVanished?: boolean;
}

/** What a command prints to: the result to `out`, everything else to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

/**
 * `sync`: runs or joins a sync and prints its report, as words or as JSON.
 *
 * @returns the exit code: 0 when there is no error, 1 when there is.
 * @throws {DateRangeError} for days that make no sense.
 */
export async function runSyncCommand(
  options: SyncOptions,
  { app, now, terminal }: { app: Paceline; now: () => Date; terminal: Terminal },
): Promise<number> {
  const range = rangeOf(options, { app, now: now() });
  let shown = "";
  const report = await app.sync.request(
    { range, userId: "cli", trigger: "cli", acceptVanished: options.acceptVanished ?? false },
    (progress) => {
      const line = progressText(progress);
      if (line !== shown) terminal.err(line);
      shown = line;
    },
  );
  terminal.out(options.json ? JSON.stringify(report, null, 2) : reportText(report, app.days));
  return report.success ? 0 : 1;
}

function rangeOf({ days: count, from, to }: SyncOptions, { app, now }: { app: Paceline; now: Date }) {
  if (count !== undefined && (from !== undefined || to !== undefined)) {
    throw new DateRangeError("--days: goes without --from and --to");
  }
  if (count === undefined) return parseDateRange({ start: from, end: to }, { days: app.days, now });
  const wanted = /^[1-9]\d{0,2}$/.test(count) ? Number(count) : Number.NaN;
  if (Number.isNaN(wanted)) throw new DateRangeError(`--days: give a number of days such as ${DEFAULT_DAYS}`);
  const today = app.days.dayOf(now);
  return parseDateRange({ start: addDays(today, 1 - wanted) }, { days: app.days, now });
}
