import { RUN_CHECK } from "../views/home/admin-health";
import { MAP, UNMAP } from "../views/home/admin-people";
import { ADD_HOLIDAY, REMOVE_HOLIDAY, SET_REGION, SET_WEEK } from "../views/home/admin-settings";
import { MAP_FORM } from "../views/home/map-form";
import { HOLIDAY_FORM, REGION_FORM, WEEK_FORM } from "../views/home/settings-forms";
import { map, mapped, unmap } from "./map-people";
import { runCheck } from "./run-check";
import {
  addHoliday,
  holidayEntered,
  regionEntered,
  removeHoliday,
  setRegion,
  setWeek,
  weekEntered,
} from "./team-calendar";

/** What only admins press. */
export const ADMIN_ACTIONS = {
  [MAP]: map,
  [UNMAP]: unmap,
  [SET_WEEK]: setWeek,
  [SET_REGION]: setRegion,
  [ADD_HOLIDAY]: addHoliday,
  [REMOVE_HOLIDAY]: removeHoliday,
  [RUN_CHECK]: runCheck,
} as const;

/** What only admins fill in. */
export const ADMIN_FORMS = {
  [MAP_FORM]: mapped,
  [WEEK_FORM]: weekEntered,
  [HOLIDAY_FORM]: holidayEntered,
  [REGION_FORM]: regionEntered,
} as const;
