import type { ModalView, PlainTextOption } from "@slack/types";
import type { HolidayRegionKey } from "../../../goals/holidays";
import type { HolidayRegion } from "../../../goals/team-settings";
import type { Day } from "../../../time/day";
import type { WorkWeek } from "../../../time/work-schedule";
import { plainText } from "../../ui/blocks";
import { field, form } from "../../ui/modal";
import { plainLabel } from "../../ui/text";
import { encodeRegion } from "../payload";
import { weekFields } from "./week-fields";

export const WEEK_FORM = "week_form";
export const HOLIDAY_FORM = "holiday_form";
export const REGION_FORM = "region_form";

const MAX_OPTIONS = 100;

/** The form of the team's working days. */
export function weekForm(week: WorkWeek, today: Day): ModalView {
  return form({
    callback: WEEK_FORM,
    title: "Working week",
    blocks: weekFields({ label: "Team workdays", hint: "A person's own week overrides this.", week, today }),
  });
}

/** A day on which nobody works. */
export function holidayForm(today: Day): ModalView {
  return form({
    callback: HOLIDAY_FORM,
    title: "Add a holiday",
    submit: "Add",
    blocks: [
      field("day", { label: "Day", element: { type: "datepicker", initial_date: today } }),
      field("name", { label: "Name", element: { type: "plain_text_input", max_length: 80 } }),
    ],
  });
}

/** The steps of choosing a region, by the names of their fields: Slack keeps what was entered into a field of one name. */
export type RegionStep = "country" | "state" | "region";

const LABELS: Readonly<Record<RegionStep, string>> = { country: "Country", state: "State", region: "Region" };
const HINTS = {
  state: "Leave blank for nationwide holidays.",
  region: "Leave blank for statewide holidays.",
} as const;

/** The step that comes after what was chosen. */
export function regionStep({
  country,
  state,
}: {
  readonly country?: string | undefined;
  readonly state?: string | undefined;
}): RegionStep {
  if (country === undefined) return "country";
  return state === undefined ? "state" : "region";
}

/**
 * The form of the region whose public holidays count: first the country, then its state, then its region, if any.
 * `chosen` is what was said before; `places` are what is offered now.
 */
export function regionForm(
  chosen: Partial<HolidayRegion>,
  { places, initial }: { places: readonly HolidayRegionKey[]; initial?: string | undefined },
): ModalView {
  const step = regionStep(chosen);
  const groups = groupedPlaces(places);
  const first = groups.flatMap(({ options }) => options).find(({ value }) => value === initial);
  return form({
    callback: REGION_FORM,
    title: "Public holidays",
    submit: "Continue",
    metadata: encodeRegion(chosen),
    blocks: [
      field(step, {
        label: LABELS[step],
        hint: step === "country" ? "Leave blank for none." : HINTS[step],
        optional: true,
        element: {
          type: "static_select",
          placeholder: plainText(LABELS[step]),
          option_groups: groups,
          ...(first === undefined ? {} : { initial_option: first }),
        },
      }),
    ],
  });
}

/** Groups places for a menu. A menu takes a hundred places at a time, so they are set apart by their first letters. */
export function groupedPlaces(
  places: readonly HolidayRegionKey[],
): { label: ReturnType<typeof plainText>; options: PlainTextOption[] }[] {
  const sorted = [...places].sort((a, b) => a.name.localeCompare(b.name, "en"));
  const letters = [...new Set(sorted.map(({ name }) => initialOf(name)))].slice(0, MAX_OPTIONS);
  return letters.map((letter) => ({
    label: plainText(letter),
    options: sorted
      .filter(({ name }) => initialOf(name) === letter)
      .slice(0, MAX_OPTIONS)
      .map(({ code, name }) => ({ text: plainText(plainLabel(name)), value: code })),
  }));
}

function initialOf(name: string): string {
  return name.normalize("NFD").slice(0, 1).toUpperCase();
}
