import { z } from "zod";
import { PERIODS } from "../../goals/range-sums";
import type { HolidayRegion } from "../../goals/team-settings";
import { METRICS } from "../../metrics/metrics";
import { type Day, type DayRange, day } from "../../time/day";
import { type HomeLocation, PARTS, TABS } from "./location";

const locations = z.object({
  tab: z.enum(TABS),
  part: z.enum(PARTS).default("start"),
  page: z.int().min(0).max(100_000).default(0),
  metric: z
    .enum(METRICS.map(({ type }) => type))
    .nullable()
    .default(null),
  period: z.enum(PERIODS).optional(),
  person: z.string().max(40).nullable().default(null),
  team: z.string().max(40).nullable().default(null),
  details: z.boolean().optional(),
});

/** A location as a button's value and as a page's metadata. */
export function encodeLocation(location: Partial<HomeLocation> & Pick<HomeLocation, "tab">): string {
  return JSON.stringify(location);
}

/** The location that a button's value or a page's metadata names; `null` when it names none. */
export function decodeLocation(text: string | undefined): HomeLocation | null {
  return locations.safeParse(parsed(text ?? "")).data ?? null;
}

/** What a button does as an option of a menu that stands for it. */
export function encodeChoice({
  action_id,
  value = "",
}: {
  readonly action_id?: string;
  readonly value?: string;
}): string {
  return `${action_id ?? ""} ${value}`;
}

/** The action and the value of the button that an option stands for. */
export function decodeChoice(option: string): { readonly actionId: string; readonly value: string } {
  const at = option.indexOf(" ");
  return { actionId: option.slice(0, Math.max(0, at)), value: option.slice(at + 1) };
}

/** Days off as a button's value: `2026-10-26..2026-10-30`. */
export function encodeTimeOff({ from, to }: DayRange): string {
  return `${from}..${to}`;
}

/** The day of a holiday as a button's value. */
export function encodeHoliday(of: Day): string {
  return of;
}

/** @throws {RangeError} for a value that no button of ours carries. */
export function decodeHoliday(value: string): Day {
  return day(value);
}

const regions = z.object({ country: z.string().optional(), state: z.string().optional() });

/** What was chosen of a region so far, as a form's metadata. */
export function encodeRegion(chosen: Partial<HolidayRegion>): string {
  return JSON.stringify(chosen);
}

/** @throws {Error} for metadata that no form of ours carries. */
export function decodeRegion(metadata: string): z.infer<typeof regions> {
  return regions.parse(JSON.parse(metadata));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
