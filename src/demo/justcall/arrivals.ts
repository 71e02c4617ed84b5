import { CONTACTS } from "../sample/contacts";
import { nextSecond, nth } from "../sample/dates";
import { REMOVED_AGENT } from "../sample/team";
import type { JustCallAccount } from "./account";

/** Far above the ids of samples and tests, which add records of their own later. */
const FIRST_ID = 800_000_000;

/**
 * Makes what goes on in a busy account while it is read: with each call, a customer rings a number whose agent was
 * removed, now. The call is nobody's, so that no figure depends on how often an account is read.
 */
export function justCallArrivals(
  { calls }: JustCallAccount,
  { now, most }: { readonly now: () => Date; readonly most: number },
): () => void {
  let arrived = 0;
  return () => {
    if (arrived >= most) return;
    arrived += 1;
    const { name: contactName, phone: contactNumber } = nth(CONTACTS, arrived);
    calls.add({
      id: Math.max(FIRST_ID, calls.unusedId),
      startedAt: nextSecond(now()),
      agentId: REMOVED_AGENT,
      direction: "Incoming",
      type: "Missed",
      talkSeconds: 0,
      holdSeconds: 0,
      contactName,
      contactNumber,
    });
  };
}
