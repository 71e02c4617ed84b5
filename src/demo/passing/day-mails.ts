import { addDays, type Day, weekday } from "../../time/day";
import { CONTACTS } from "../sample/contacts";
import { type ActivityWithoutId, MAILBOXES, mail, times } from "../sample/copper-activities";
import { afterSeconds, nth } from "../sample/dates";
import { seeded } from "../sample/justcall-plan";
import { REPS, type Rep } from "../sample/team";
import { WORKWEEKS, weekdaysSince } from "./work-plan";
import { teamTimeOn, workTime } from "./work-times";

const SUBJECTS = ["Your order", "New vintages for your list", "Delivery on Friday?", "Prices for December"] as const;
/** Every third mail is answered, an hour later. */
const ANSWERED_EVERY = 3;
const ANSWER_SECONDS = 3_600;
/** By turns, those who write on each day: the last mail of one a day is in Copper only the next morning, dated as it was sent. */
const LISTED_LATE: readonly Rep[] = ["ana", "ben", "chloe", "dev"];
/** After the first digests of the morning, so that theirs correct it a day later; before the team's own. */
const LISTED_AT = "07:15:00";

/** The mails of a rep's working day, and the answers to some, which count for nobody. */
export function dayMails(rep: Rep, day: Day): readonly ActivityWithoutId[] {
  const count = nth(WORKWEEKS[rep].emails, weekday(day) - 1);
  const nthDay = weekdaysSince(day);
  const isListedLate = (n: number) => n === count - 1 && nth(LISTED_LATE, nthDay) === rep;
  return times(count, (n) => {
    const seed = nthDay * 100 + REPS[rep].justcall * 10 + n;
    const customer = nth(CONTACTS, seed);
    const at = workTime(day, { n, of: count, chance: seeded(seed) });
    const [subject, id] = [nth(SUBJECTS, seed), `${rep}.${day}.${n}`];
    const written = mail(customer, { at, sender: MAILBOXES[rep], to: [customer], subject, id });
    const sent = isListedLate(n) ? { ...written, date_created: nextMorning(day) } : written;
    if (seed % ANSWERED_EVERY !== 0) return [sent];
    const answered = { at: afterSeconds(at, ANSWER_SECONDS), sender: customer, to: [MAILBOXES[rep]] };
    return [sent, mail(customer, { ...answered, subject: `Re: ${subject}`, id: `re.${id}` })];
  }).flat();
}

/** Unix seconds. */
function nextMorning(day: Day): number {
  return teamTimeOn(addDays(day, 1), LISTED_AT).getTime() / 1_000;
}
