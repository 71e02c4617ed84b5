import type { Activity, CopperAccount } from "../copper/account";
import type { JustCallAccount, JustCallCall } from "../justcall/account";
import { CONTACTS } from "../sample/contacts";
import { activityWith, CALL_TYPE } from "../sample/copper-activities";
import { afterSeconds, nth } from "../sample/dates";
import { REPS, type RepIds, TEAM } from "../sample/team";

const TALK_SECONDS = 250;
/** So that the call has ended by now. */
const BEGAN_SECONDS_AGO = 300;
/** How much later Copper says that the same call began: within the two minutes that make it the same. */
const COPPER_LATER_SECONDS = 45;

/** The rep that an event is for: this person if they sell, otherwise Ana. */
export function repOrAna(user: string): RepIds & { readonly name: string } {
  const rep = Object.values(REPS).find(({ slack }) => slack === user) ?? REPS.ana;
  const { name } = TEAM.find(({ id }) => id === rep.slack) ?? { name: rep.slack };
  return { ...rep, name };
}

/** A call of the rep that has just ended, as JustCall has it. */
export function newCall({ calls }: JustCallAccount, { justcall }: RepIds, now: Date): JustCallCall {
  const id = calls.unusedId;
  const { name: contactName, phone: contactNumber } = nth(CONTACTS, id);
  return {
    id,
    startedAt: afterSeconds(now, -BEGAN_SECONDS_AGO),
    agentId: justcall,
    direction: "Outgoing",
    type: "Answered",
    talkSeconds: TALK_SECONDS,
    holdSeconds: 0,
    contactName,
    contactNumber,
  };
}

/** Makes the activity by which the rep logs that call in Copper. */
export function loggedInCopper({ activities }: CopperAccount, { copper }: RepIds, call: JustCallCall): Activity {
  const contact = CONTACTS.find(({ name }) => name === call.contactName) ?? nth(CONTACTS, 0);
  const at = afterSeconds(call.startedAt, COPPER_LATER_SECONDS);
  const logged = { at, type: CALL_TYPE, user_id: copper, details: "Duration: 4m 10s" };
  return { id: activities.unusedId, ...activityWith(contact, logged) };
}
