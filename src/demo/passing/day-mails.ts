import { type Day, weekday } from "../../time/day";
import { CONTACTS } from "../sample/contacts";
import { type ActivityWithoutId, MAILBOXES, mail, times } from "../sample/copper-activities";
import { afterSeconds, nth } from "../sample/dates";
import { seeded } from "../sample/justcall-plan";
import { REPS, type Rep } from "../sample/team";
import { WORKWEEKS, weekdaysSince } from "./work-plan";
import { workTime } from "./work-times";

const SUBJECTS = ["Your order", "New vintages for your list", "Delivery on Friday?", "Prices for December"] as const;
/** Every third mail is answered, an hour later. */
const ANSWERED_EVERY = 3;
const ANSWER_SECONDS = 3_600;

/** The mails of a rep's working day, and the answers to some, which count for nobody. */
export function dayMails(rep: Rep, day: Day): readonly ActivityWithoutId[] {
  const count = nth(WORKWEEKS[rep].emails, weekday(day) - 1);
  const sender = MAILBOXES[rep];
  return times(count, (n) => {
    const seed = weekdaysSince(day) * 100 + REPS[rep].justcall * 10 + n;
    const customer = nth(CONTACTS, seed);
    const at = workTime(day, { n, of: count, chance: seeded(seed) });
    const [subject, id] = [nth(SUBJECTS, seed), `${rep}.${day}.${n}`];
    const sent = mail(customer, { at, sender, to: [customer], subject, id });
    if (seed % ANSWERED_EVERY !== 0) return [sent];
    const answered = { at: afterSeconds(at, ANSWER_SECONDS), sender: customer, to: [sender] };
    return [sent, mail(customer, { ...answered, subject: `Re: ${subject}`, id: `re.${id}` })];
  }).flat();
}
