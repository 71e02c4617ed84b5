import { CONTACTS } from "./contacts";
import {
  type ActivityWithoutId,
  activityWith,
  MAILBOXES,
  MANUAL_EMAIL_TYPE,
  type Mail,
  mail,
  times,
} from "./copper-activities";
import { nth, teamTime } from "./dates";
import { REPS } from "./team";

/** Emails that a simple count of activities would count wrongly. */
export function edgeCaseMails(): readonly ActivityWithoutId[] {
  return [...copies(), ...betweenReps(), deleted(), ...beforeTheWindow(), ...loggedManually()];
}

/** An email to three people is three activities with one id; another one, to two people, has no id at all. */
function copies(): readonly ActivityWithoutId[] {
  const three = CONTACTS.slice(0, 3);
  const two = CONTACTS.slice(3, 5);
  const { ana, chloe } = MAILBOXES;
  const named: Mail = {
    at: teamTime("10-13", "12:00:00"),
    sender: ana,
    to: three,
    subject: "To all three",
    id: "three",
  };
  const bare: Mail = { at: teamTime("10-22", "11:00:00"), sender: chloe, to: two, subject: "No id on this one" };
  return [...three.map((contact) => mail(contact, named)), ...two.map((contact) => mail(contact, bare))];
}

/** Emails between reps, which count for the sender. */
function betweenReps(): readonly ActivityWithoutId[] {
  const { ana, ben, maya } = MAILBOXES;
  const lunch: Mail = { at: teamTime("10-14", "12:10:00"), sender: ana, to: [ben], subject: "Lunch?", id: "lunch" };
  const prices: Mail = { at: teamTime("10-14", "12:20:00"), sender: ben, to: [maya], subject: "Prices", id: "prices" };
  return [lunch, prices].map((one, n) => mail(nth(CONTACTS, n), one));
}

/** A deleted email, which is still listed as a stub without a type. */
function deleted(): ActivityWithoutId {
  const at = teamTime("10-20", "12:30:00");
  const stub = mail(nth(CONTACTS, 2), { at, sender: MAILBOXES.ben, to: [], subject: "Gone", id: "gone" });
  return { ...stub, is_deleted: true };
}

function beforeTheWindow(): readonly ActivityWithoutId[] {
  return times(3, (n) => {
    const to = nth(CONTACTS, n);
    const at = teamTime("09-22", `1${n}:00:00`);
    return mail(to, { at, sender: MAILBOXES.ana, to: [to], subject: "Autumn list", id: `early.${n}` });
  });
}

/** Emails under the account's own type named Email, which is not the one that counts. */
function loggedManually(): readonly ActivityWithoutId[] {
  return times(2, (n) => {
    const at = teamTime("10-19", `1${n}:00:00`);
    return activityWith(nth(CONTACTS, n), {
      at,
      type: MANUAL_EMAIL_TYPE,
      user_id: REPS.ana.copper,
      details: "Sent the price list",
    });
  });
}
