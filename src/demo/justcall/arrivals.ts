import { arrivals, nextArrivalId } from "../fake-api/arrivals";
import { CONTACTS } from "../sample/contacts";
import { nextSecond, nth } from "../sample/dates";
import { REMOVED_AGENT } from "../sample/team";
import type { JustCallAccount } from "./account";

/**
 * Lets a customer ring a number whose agent was removed with each call, now. That is nobody's, so that no figure depends on how
 * often an account is read.
 */
export function justCallArrivals(
  { calls }: JustCallAccount,
  { now, most }: { readonly now: () => Date; readonly most: number },
): () => void {
  return arrivals(most, (arrived) => {
    const { name: contactName, phone: contactNumber } = nth(CONTACTS, arrived);
    calls.add({
      id: nextArrivalId(calls),
      startedAt: nextSecond(now()),
      agentId: REMOVED_AGENT,
      direction: "Incoming",
      type: "Missed",
      talkSeconds: 0,
      holdSeconds: 0,
      contactName,
      contactNumber,
    });
  });
}
