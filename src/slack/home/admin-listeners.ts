import { MAP } from "../sync/match-button";
import {
  changeTeam,
  createTeam,
  deactivateTeam,
  reactivateTeam,
  teamCheckSubmission,
  teamSubmission,
} from "./edit-teams";
import { forgetCheckSubmission, forgetPerson, forgetSubmission } from "./forget-person";
import { giveRole, roleSubmission, takeRoleBack } from "./give-roles";
import { addName, nameCheckSubmission, nameSubmission, removeName } from "./names/edit-names";
import { mapAction, mapSubmission, unmapAction } from "./names/map-people";
import { NAME_ADD, NAME_CHECK, NAME_FORM, NAME_REMOVE } from "./names/name-forms";
import { runCheck } from "./navigate";
import { editPerson, personPickSubmission, personSubmission } from "./person/edit-person";
import { EDIT_PERSON, PERSON_FORM, PERSON_PICK } from "./person/person-forms";
import {
  addHoliday,
  holidaySubmission,
  regionSubmission,
  removeHoliday,
  setRegion,
  setWeek,
  weekSubmission,
} from "./team-calendar";
import { setZone, zoneCheckSubmission, zoneSubmission } from "./team-zone";
import { MAP_FORM, UNMAP } from "./views/admin-people";
import { GIVE_ROLE, ROLE_FORM, TAKE_ROLE_BACK } from "./views/admin-roles";
import { ADD_HOLIDAY, REMOVE_HOLIDAY, SET_REGION, SET_WEEK, SET_ZONE } from "./views/admin-settings";
import { TEAM_CHANGE, TEAM_CREATE, TEAM_DEACTIVATE, TEAM_REACTIVATE } from "./views/admin-teams";
import { FORGET_CHECK, FORGET_FORM, FORGET_PERSON } from "./views/forget-forms";
import { RUN_CHECK } from "./views/health/health-page";
import { HOLIDAY_FORM, REGION_FORM, WEEK_FORM } from "./views/settings-forms";
import { TEAM_CHECK, TEAM_FORM } from "./views/team-forms";
import { ZONE_CHECK, ZONE_FORM } from "./views/zone-forms";

/** The buttons that only admins may press. */
export const ADMIN_ACTIONS = {
  [MAP]: mapAction,
  [UNMAP]: unmapAction,
  [GIVE_ROLE]: giveRole,
  [TAKE_ROLE_BACK]: takeRoleBack,
  [FORGET_PERSON]: forgetPerson,
  [EDIT_PERSON]: editPerson,
  [NAME_ADD]: addName,
  [NAME_REMOVE]: removeName,
  [SET_WEEK]: setWeek,
  [SET_REGION]: setRegion,
  [SET_ZONE]: setZone,
  [ADD_HOLIDAY]: addHoliday,
  [REMOVE_HOLIDAY]: removeHoliday,
  [RUN_CHECK]: runCheck,
  [TEAM_CREATE]: createTeam,
  [TEAM_CHANGE]: changeTeam,
  [TEAM_DEACTIVATE]: deactivateTeam,
  [TEAM_REACTIVATE]: reactivateTeam,
} as const;

/** The forms that only admins may submit. */
export const ADMIN_FORMS = {
  [MAP_FORM]: mapSubmission,
  [ROLE_FORM]: roleSubmission,
  [FORGET_FORM]: forgetSubmission,
  [PERSON_PICK]: personPickSubmission,
  [PERSON_FORM]: personSubmission,
  [NAME_FORM]: nameSubmission,
  [NAME_CHECK]: nameCheckSubmission,
  [FORGET_CHECK]: forgetCheckSubmission,
  [WEEK_FORM]: weekSubmission,
  [HOLIDAY_FORM]: holidaySubmission,
  [REGION_FORM]: regionSubmission,
  [ZONE_FORM]: zoneSubmission,
  [ZONE_CHECK]: zoneCheckSubmission,
  [TEAM_FORM]: teamSubmission,
  [TEAM_CHECK]: teamCheckSubmission,
} as const;
