import { arrivals, nextArrivalId } from "../fake-api/arrivals";
import { CONTACTS } from "../sample/contacts";
import { activityWith, CALL_TYPE, MAIL_TYPE } from "../sample/copper-activities";
import { nextSecond, nth } from "../sample/dates";
import type { CopperAccount } from "./account";

/**
 * Lets a mail of a customer's and a call of somebody who has left come in with each call, now. Neither is anybody's, so that
 * no figure depends on how often an account is read.
 */
export function copperArrivals(
  { activities }: CopperAccount,
  { now, most }: { readonly now: () => Date; readonly most: number },
): () => void {
  return arrivals(most, (arrived) => {
    const contact = nth(CONTACTS, arrived);
    const id = nextArrivalId(activities);
    const sender = { name: contact.name, email: contact.email };
    const mail = { sender, recipients: [], subject: "While you read", id: `<arrived-${arrived}@mail.example>` };
    const at = nextSecond(now());
    activities.add(
      { id, ...activityWith(contact, { at, type: MAIL_TYPE, user_id: null, details: mail }) },
      { id: id + 1, ...activityWith(contact, { at, type: CALL_TYPE, user_id: null, details: "Duration: 1m 0s" }) },
    );
  });
}
