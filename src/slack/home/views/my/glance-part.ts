import type { KnownBlock } from "@slack/types";
import type { GlanceLine } from "../../../../goals/overview";
import type { GlancePast } from "../../../../goals/trends/glance-past";
import type { ReadDays } from "../../../../sync/state/read-days";
import { dayInWords, weekdayInWords, weekdayName } from "../../../../words/dates";
import { figure } from "../../../../words/figures";
import { sparkline } from "../../../../words/sparklines";
import { context, section, sections } from "../../../ui/blocks";
import { foreign } from "../../../ui/text";

type Read = Pick<ReadDays, "isRead">;

/**
 * A line a metric in which anything was done: today, this week and this month, each beside the same days of the one before in brackets, and the last days as
 * small bars; then which days these are.
 */
export function glancePart(lines: readonly GlanceLine[], read: Read): readonly KnownBlock[] {
  const shown = lines.filter(isBusy);
  const notes = [...besideNote(shown, read), ...barsNote(shown, read)];
  if (shown.length === 0) return [section("Nothing logged yet, this month or last.")];
  return [
    ...sections(shown.map((line) => glanceLine(line, read))),
    ...(notes.length === 0 ? [] : [context(notes.join(" "))]),
  ];
}

/** "*Calls* ▁▂▃▅▇ 12 today · week *51* (48) · month *1,234* (1,190)". */
function glanceLine(line: GlanceLine, { isRead }: Read): string {
  const { type, title, unit, today, week, month, past } = line;
  const recent = readOf(line, { isRead });
  const bars = recent.length === 0 ? "" : ` ${sparkline(recent.map(({ value }) => value))}`;
  const beside = (range: GlancePast["lastWeek"] | undefined) =>
    range === undefined || !isRead(type, range) ? "" : ` (${figure(range.value, unit)})`;
  const parts = [
    `${figure(today, unit)} today`,
    `week *${figure(week, unit)}*${beside(past?.lastWeek)}`,
    `month *${figure(month, unit)}*${beside(past?.lastMonth)}`,
  ];
  return `*${foreign(title)}*${bars} · ${parts.join(" · ")}`;
}

/** Tells whether anything was done in a metric of late. */
function isBusy({ today, week, month, past }: GlanceLine): boolean {
  const before = past === undefined ? [] : [past.lastWeek, past.lastMonth, ...past.recent].map(({ value }) => value);
  return [today, week, month, ...before].some((value) => value !== 0);
}

/** "In brackets: last week by Wed, last month by Sep 28." Both days are a reader's, whatever the metric. */
function besideNote(lines: readonly GlanceLine[], { isRead }: Read): readonly string[] {
  const known = (of: "lastWeek" | "lastMonth") =>
    lines.flatMap(({ type, past }) => (past !== undefined && isRead(type, past[of]) ? [past[of].to] : []))[0];
  const [week, month] = [known("lastWeek"), known("lastMonth")];
  const parts = [
    ...(week === undefined ? [] : [`last week by ${weekdayName(week)}`]),
    ...(month === undefined ? [] : [`last month by ${dayInWords(month)}`]),
  ];
  return parts.length === 0 ? [] : [`In brackets: ${parts.join(", ")}.`];
}

/** The last days that were read: one that was not would be drawn as one on which nothing was done. */
function readOf({ type, past }: GlanceLine, { isRead }: Read): GlancePast["recent"] {
  return (past?.recent ?? []).filter(({ day }) => isRead(type, { from: day, to: day }));
}

/** Says which days the small bars are, and where a metric lacks some. */
function barsNote(lines: readonly GlanceLine[], read: Read): readonly string[] {
  const drawn = lines.map((line) => readOf(line, read));
  const { recent = [], paceDays } = lines[0]?.past ?? {};
  const days = recent.filter(({ day }) => drawn.some((line) => line.some((one) => one.day === day)));
  const last = days.at(-1);
  if (last === undefined) return [];
  const kind = paceDays === "calendar" ? "days" : "workdays";
  const gaps = drawn.some(({ length }) => length < days.length) ? " Days not synced yet are skipped." : "";
  return [`Bars: your last ${days.length} ${kind}, through ${weekdayInWords(last.day)}.${gaps}`];
}
