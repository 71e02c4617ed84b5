import type { Person } from "../../people/person";
import { settingsFault } from "../../people/person-settings";
import { addDays, type Day, type DayRange } from "../../time/day";
import { readerDays } from "../../time/reader-day";
import { rangeInWords } from "../../words/dates";
import type { SlackDeps } from "../deps";
import { action, modalAction } from "../middleware/authorized-actions";
import { dayValue, fieldValue } from "../middleware/form-values";
import { CLOSE, fieldError, viewSubmission } from "../middleware/submissions";
import { notice } from "../ui/modal";
import { encodeTimeOff } from "./payload";
import { choicesOf } from "./render";
import { awayForm, digestForm } from "./views/my-forms";

const ownSettings = (userId: string) => ({ does: "change-switches", of: userId }) as const;

/** "Add days off": a modal for days away. */
export const myAway = modalAction(
  { doing: "my_away", act: ({ userId }) => ownSettings(userId) },
  async ({ deps }, { userId }) => awayForm(ownToday(await deps.people.one(userId), deps)),
);

const MAX_DAYS_OFF = 366;
const FURTHEST_DAYS = 731;

const NOT_MET = "We haven't met yet. Run /sync first.";

/** The modal for days away, filled in. */
export const awaySubmission = viewSubmission(
  { doing: "away_form", act: ownSettings },
  async ({ deps }, { userId, form }) => {
    const from = dayValue(form, "from");
    if (from === null) return fieldError("from", "Pick the first day off.");
    const range = { from, to: dayValue(form, "to") ?? from };
    const person = await deps.people.one(userId);
    const existing = person?.schedule?.timeOff ?? [];
    const fault = timeOffFault(range, { existing, today: ownToday(person, deps) });
    if (fault !== null) return fieldError(fault.field, fault.message);
    const timeOff = withTimeOff(existing, range);
    const tooMany = settingsFault({ timeOff });
    if (tooMany !== null) return fieldError("from", tooMany.message);
    return (await deps.people.set(userId, { timeOff })) ? CLOSE : fieldError("from", NOT_MET);
  },
);

/** "Take back": those days are working days again. */
export const myAwayBack = action(
  { doing: "my_away_back", act: ({ userId }) => ownSettings(userId) },
  async ({ deps }, { userId, value }) => {
    const existing = (await deps.people.one(userId))?.schedule?.timeOff ?? [];
    const left = existing.filter((range) => encodeTimeOff(range) !== value);
    if (left.length < existing.length) await deps.people.set(userId, { timeOff: left.length === 0 ? null : left });
    return null;
  },
);

/** "Change" beside the morning message: a modal with whether, when and how long not. */
export const myDigest = modalAction(
  { doing: "my_digest", act: ({ userId }) => ownSettings(userId) },
  async ({ deps }, event) => {
    const person = await deps.people.one(event.userId);
    if (person === null) return notice("Morning digest", NOT_MET);
    return digestForm(choicesOf(person, deps), ownToday(person, deps));
  },
);

/** That modal, filled in. */
export const digestSubmission = viewSubmission(
  { doing: "digest_form", act: ownSettings },
  async ({ deps }, { userId, form }) => {
    const person = await deps.people.one(userId);
    if (person === null) return fieldError("on", NOT_MET);
    const snoozedUntil = dayValue(form, "snooze");
    const settings = {
      digestOn: fieldValue(form, "on") !== "off",
      digestAt: fieldValue(form, "at") ?? "",
      snoozedUntil,
    };
    const fault = settingsFault(settings);
    if (fault !== null) return fieldError("at", fault.message);
    if (snoozedUntil !== null && snoozedUntil < ownToday(person, deps)) {
      return fieldError("snooze", "That day has passed. Pick today or later, or leave it blank.");
    }
    await deps.people.set(userId, settings);
    return CLOSE;
  },
);

/** "Turn off" or "Turn on" beside the team recap; the value is what it shall be. */
export const switchRecap = action(
  { doing: "my_recap", act: ({ userId }) => ownSettings(userId) },
  async ({ deps }, { userId, value }) => {
    await deps.people.set(userId, { teamRecapOn: value !== "off" });
    return null;
  },
);

/** Today by somebody's own clock. */
function ownToday(person: Person | null, { days, now }: Pick<SlackDeps, "days" | "now">): Day {
  return readerDays(now(), days).of(person ?? {}).today;
}

/** The end of a range of days off that is wrong, and why. */
export interface TimeOffFault {
  readonly field: "from" | "to";
  readonly message: string;
}

/** Why these days cannot be added to those taken off already; `null` when they can. */
function timeOffFault(
  { from, to }: DayRange,
  { existing, today }: { existing: readonly DayRange[]; today: Day },
): TimeOffFault | null {
  if (to < from) return { field: "to", message: "The last day must be on or after the first." };
  if (to < addDays(today, -FURTHEST_DAYS) || from > addDays(today, FURTHEST_DAYS)) {
    return { field: "from", message: "Pick days within two years." };
  }
  if (to > addDays(from, MAX_DAYS_OFF)) return { field: "to", message: "Days off can't last more than a year." };
  const other = existing.find((one) => one.from <= to && from <= one.to);
  if (other === undefined) return null;
  return { field: "from", message: `You already have ${rangeInWords(other, today)} off. Cancel that first.` };
}

/** Adds days off, in the order of their days. */
function withTimeOff(existing: readonly DayRange[], added: DayRange): readonly DayRange[] {
  return [...existing, added].sort((a, b) => (a.from < b.from ? -1 : 1));
}
