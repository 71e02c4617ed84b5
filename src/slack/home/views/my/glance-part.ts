import type { KnownBlock } from "@slack/types";
import type { GlanceLine } from "../../../../goals/overview";
import type { GlancePast } from "../../../../goals/trends/glance-past";
import type { ReadDays } from "../../../../sync/state/read-days";
import type { Day } from "../../../../time/day";
import { dayInWords, weekdayInWords, weekdayName } from "../../../../words/dates";
import { figure } from "../../../../words/figures";
import { sparkline } from "../../../../words/sparklines";
import { context, sections } from "../../../ui/blocks";
import { foreign } from "../../../ui/text";

type Read = Pick<ReadDays, "isRead">;

/** This week and this month in each metric, each beside the same days of the one before, with the last days as small bars. */
export function glancePart(lines: readonly GlanceLine[], read: Read): readonly KnownBlock[] {
  return [...sections(lines.map((line) => glanceLines(line, read))), ...barsNote(lines, read)];
}

function glanceLines(line: GlanceLine, { isRead }: Read): string {
  const { type, title, unit, today, week, month, past } = line;
  const recent = readOf(line, { isRead });
  const bars = recent.length === 0 ? "" : ` ${sparkline(recent.map(({ value }) => value))}`;
  const beside = (range: GlancePast["lastWeek"] | undefined, name: (to: Day) => string) => {
    if (range === undefined || !isRead(type, range)) return "";
    return `, ${figure(range.value, unit)} ${name(range.to)}`;
  };
  const parts = [
    `${figure(today, unit)} today`,
    `*${figure(week, unit)}* this week${beside(past?.lastWeek, (to) => `last week by ${weekdayName(to)}`)}`,
    `*${figure(month, unit)}* this month${beside(past?.lastMonth, (to) => `by ${dayInWords(to)}`)}`,
  ];
  return `*${foreign(title)}*${bars}\n${parts.join(" · ")}`;
}

/** The last days that were read: one that was not would be drawn as one on which nothing was done. */
function readOf({ type, past }: GlanceLine, { isRead }: Read): GlancePast["recent"] {
  return (past?.recent ?? []).filter(({ day }) => isRead(type, { from: day, to: day }));
}

/** Says which days the small bars are, and where a metric lacks some. */
function barsNote(lines: readonly GlanceLine[], read: Read): readonly KnownBlock[] {
  const drawn = lines.map((line) => readOf(line, read));
  const { recent = [], paceDays } = lines[0]?.past ?? {};
  const days = recent.filter(({ day }) => drawn.some((line) => line.some((one) => one.day === day)));
  const last = days.at(-1);
  if (last === undefined) return [];
  const kind = paceDays === "calendar" ? "days" : "workdays";
  const gaps = drawn.some(({ length }) => length < days.length) ? " Days not synced yet are skipped." : "";
  return [context(`Bars: your last ${days.length} ${kind}, through ${weekdayInWords(last.day)}.${gaps}`)];
}
