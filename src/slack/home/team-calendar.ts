import { z } from "zod";
import { holidayFault, weekFault } from "../../goals/team-settings";
import { day } from "../../metrics/day";
import { dayEntry, entry, ticked } from "../entries";
import { holidayForm, regionForm, weekForm } from "../views/home/settings-forms";
import { opens, pressed } from "./presses";
import { DONE, fault, type Outcome, submitted } from "./submits";

const act = () => ({ does: "edit-settings" }) as const;

/** "Change" beside the working week. */
export const setWeek = opens({ doing: "set_week", act }, async ({ needs }) =>
  weekForm((await needs.settings.read()).workdays),
);

export const weekEntered = submitted({ doing: "week_form", act }, async ({ needs }, { userId: by, filled }) => {
  const workdays = ticked(filled, "workdays").map(Number);
  const wrong = weekFault(workdays);
  if (wrong !== null) return fault("workdays", wrong);
  await needs.settings.setWorkdays(workdays);
  needs.log.info({ by, workdays }, "The team's week was set");
  return DONE;
});

/** "Add a holiday". */
export const addHoliday = opens({ doing: "add_holiday", act }, async ({ needs }) =>
  holidayForm(needs.days.dayOf(needs.now())),
);

export const holidayEntered = submitted({ doing: "holiday_form", act }, async ({ needs }, { userId: by, filled }) => {
  const on = dayEntry(filled, "day");
  if (on === null) return fault("day", "Pick the day.");
  const holiday = { day: on, name: entry(filled, "name") ?? "" };
  const wrong = holidayFault(holiday);
  if (wrong !== null) return fault("name", wrong);
  await needs.settings.addHoliday(holiday);
  needs.log.info({ by, ...holiday }, "A holiday was added");
  return DONE;
});

/** "Take away" beside a holiday. */
export const removeHoliday = pressed({ doing: "remove_holiday", act }, async ({ needs }, { userId: by, value }) => {
  await needs.settings.removeHoliday(day(value));
  needs.log.info({ by, day: value }, "A holiday was taken away");
  return null;
});

/** "Change" beside the public holidays. */
export const setRegion = opens({ doing: "set_region", act }, async ({ needs }) => {
  const { holidayRegion } = await needs.settings.read();
  return regionForm({}, { places: needs.holidays.countries(), initial: holidayRegion?.country });
});

const schema = z.object({ country: z.string().optional(), state: z.string().optional() });

/** One step of it: country, state or region. Each next one is asked where there is a choice. */
export const regionEntered = submitted({ doing: "region_form", act }, async ({ needs }, { userId: by, filled }) => {
  const { country, state } = schema.parse(JSON.parse(filled.private_metadata));
  const place = entry(filled, "place");
  const set = async (region: Parameters<typeof needs.settings.setHolidayRegion>[0]): Promise<Outcome> => {
    if (region !== null && !needs.holidays.knows(region)) return fault("place", "No holidays are known of that place.");
    await needs.settings.setHolidayRegion(region);
    needs.log.info({ by, region }, "The region of public holidays was set");
    return DONE;
  };
  if (country === undefined && place === null) return set(null);
  if (country !== undefined && place === null) return set(state === undefined ? { country } : { country, state });
  const chosen = chosenPlace({ country, state }, place ?? "");
  const places = chosen.region === undefined ? needs.holidays.within(chosen) : [];
  if (places.length === 0) return set(chosen);
  return { kind: "next", view: regionForm(chosen, { places }) };
});

function chosenPlace({ country, state }: { country?: string | undefined; state?: string | undefined }, place: string) {
  if (country === undefined) return { country: place };
  return state === undefined ? { country, state: place } : { country, state, region: place };
}
