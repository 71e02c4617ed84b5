import { settingsFault } from "../../people/person-settings";
import { dayEntry } from "../entries";
import { awayForm } from "../views/home/away-form";
import { opens, pressed } from "./presses";
import { DONE, fault, submitted } from "./submits";
import { timeOffFault, withTimeOff } from "./time-off";

const mine = (userId: string) => ({ does: "change-switches", of: userId }) as const;

/** "Add days": a modal for days away. */
export const myAway = opens({ doing: "my_away", act: ({ userId }) => mine(userId) }, async ({ needs }) =>
  awayForm(needs.days.dayOf(needs.now())),
);

/** The modal for days away, filled in. */
export const awayEntered = submitted({ doing: "away_form", act: mine }, async ({ needs }, { userId, filled }) => {
  const from = dayEntry(filled, "from");
  if (from === null) return fault("from", "Pick the first day away.");
  const range = { from, to: dayEntry(filled, "to") ?? from };
  const taken = (await needs.people.one(userId))?.schedule?.timeOff ?? [];
  const wrong = timeOffFault(range, { taken, today: needs.days.dayOf(needs.now()) });
  if (wrong !== null) return fault(wrong.field, wrong.message);
  const timeOff = withTimeOff(taken, range);
  const full = settingsFault({ timeOff });
  if (full !== null) return fault("from", full.message);
  return (await needs.people.set(userId, { timeOff })) ? DONE : fault("from", NOT_MET);
});

/** "Take back": those days are working days again. */
export const myAwayBack = pressed(
  { doing: "my_away_back", act: ({ userId }) => mine(userId) },
  async ({ needs }, { userId, value }) => {
    const taken = (await needs.people.one(userId))?.schedule?.timeOff ?? [];
    const left = taken.filter(({ from, to }) => `${from}..${to}` !== value);
    if (left.length < taken.length) await needs.people.set(userId, { timeOff: left.length === 0 ? null : left });
    return null;
  },
);

export const NOT_MET = "We have not met yet: run /sync first, then I know you.";
