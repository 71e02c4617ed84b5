import { type HolidayRegion, holidayFault } from "../../goals/team-settings";
import { weekFault } from "../../time/work-schedule";
import { action, modalAction } from "../middleware/authorized-actions";
import { checkedValues, dayValue, fieldValue } from "../middleware/form-values";
import { CLOSE, fieldError, type SubmissionResult, viewSubmission } from "../middleware/submissions";
import { decodeHoliday, decodeRegion } from "./payload";
import { holidayForm, regionForm, regionStep, weekForm } from "./views/settings-forms";
import { WEEK_SINCE } from "./views/week-fields";
import { weekStart } from "./week-start";

const act = () => ({ does: "edit-settings" }) as const;

/** "Change" beside the working week. */
export const setWeek = modalAction({ doing: "set_week", act }, async ({ deps }) =>
  weekForm(await deps.settings.read(), deps.days.dayOf(deps.now())),
);

export const weekSubmission = viewSubmission({ doing: "week_form", act }, async ({ deps }, { userId: by, form }) => {
  const workdays = checkedValues(form, "workdays").map(Number);
  const wrong = weekFault(workdays);
  if (wrong !== null) return fieldError("workdays", wrong);
  const since = weekStart(form, deps);
  if (!since.ok) return fieldError(WEEK_SINCE, since.fault);
  await deps.settings.setWorkdays(workdays, since.from);
  deps.log.info({ by, workdays, from: since.from }, "The team's week was set");
  return CLOSE;
});

/** "Add a holiday". */
export const addHoliday = modalAction({ doing: "add_holiday", act }, async ({ deps }) =>
  holidayForm(deps.days.dayOf(deps.now())),
);

export const holidaySubmission = viewSubmission(
  { doing: "holiday_form", act },
  async ({ deps }, { userId: by, form }) => {
    const on = dayValue(form, "day");
    if (on === null) return fieldError("day", "Pick the day.");
    const holiday = { day: on, name: fieldValue(form, "name") ?? "" };
    const wrong = holidayFault(holiday);
    if (wrong !== null) return fieldError("name", wrong);
    await deps.settings.addHoliday(holiday);
    deps.log.info({ by, ...holiday }, "A holiday was added");
    return CLOSE;
  },
);

/** "Remove" beside a holiday. */
export const removeHoliday = action({ doing: "remove_holiday", act }, async ({ deps }, { userId: by, value }) => {
  await deps.settings.removeHoliday(decodeHoliday(value));
  deps.log.info({ by, day: value }, "A holiday was taken away");
  return null;
});

/** "Change" beside the public holidays. */
export const setRegion = modalAction({ doing: "set_region", act }, async ({ deps }) => {
  const { holidayRegion } = await deps.settings.read();
  return regionForm({}, { places: deps.holidays.countries(), initial: holidayRegion?.country });
});

/** One step of choosing the region: country, state or region. The next one follows where there is a choice. */
export const regionSubmission = viewSubmission(
  { doing: "region_form", act },
  async ({ deps }, { userId: by, form }) => {
    const chosen = decodeRegion(form.private_metadata);
    const step = regionStep(chosen);
    const place = fieldValue(form, step);
    const set = async (region: HolidayRegion | null): Promise<SubmissionResult> => {
      if (region !== null && !deps.holidays.knows(region))
        return fieldError(step, "There are no known holidays for that place.");
      await deps.settings.setHolidayRegion(region);
      deps.log.info({ by, region }, "The region of public holidays was set");
      return CLOSE;
    };
    const region = regionOf(place === null ? chosen : { ...chosen, [step]: place });
    if (region === null || place === null || step === "region") return set(region);
    const places = deps.holidays.within(region);
    if (places.length === 0) return set(region);
    return { kind: "next", view: regionForm(region, { places }) };
  },
);

function regionOf({
  country,
  ...rest
}: ReturnType<typeof decodeRegion> & { readonly region?: string }): HolidayRegion | null {
  const { state, region } = rest;
  if (country === undefined) return null;
  return { country, ...(state === undefined ? {} : { state }), ...(region === undefined ? {} : { region }) };
}
