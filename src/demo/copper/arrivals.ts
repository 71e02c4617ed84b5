import { CONTACTS } from "../sample/contacts";
import { activityWith, CALL_TYPE, MAIL_TYPE } from "../sample/copper-activities";
import { nextSecond, nth } from "../sample/dates";
import type { CopperAccount } from "./account";

/** Far above the ids of samples and tests, which add records of their own later. */
const FIRST_ID = 800_000_000;

/**
 * Makes what goes on in a busy account while it is read: with each call, a mail of a customer's and a call of somebody
 * who has left come in, now. Neither is anybody's, so that no figure depends on how often an account is read.
 */
export function copperArrivals(
  { activities }: CopperAccount,
  { now, most }: { readonly now: () => Date; readonly most: number },
): () => void {
  let arrived = 0;
  return () => {
    if (arrived >= most) return;
    arrived += 1;
    const contact = nth(CONTACTS, arrived);
    const id = Math.max(FIRST_ID, activities.unusedId);
    const sender = { name: contact.name, email: contact.email };
    const mail = { sender, recipients: [], subject: "While you read", id: `<arrived-${arrived}@mail.example>` };
    const at = nextSecond(now());
    activities.add(
      { id, ...activityWith(contact, { at, type: MAIL_TYPE, user_id: null, details: mail }) },
      { id: id + 1, ...activityWith(contact, { at, type: CALL_TYPE, user_id: null, details: "Duration: 1m 0s" }) },
    );
  };
}
