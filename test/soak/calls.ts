import type { JustCallCall } from "../../src/demo/justcall/account";
import { type Chance, pick } from "../support/fakes/mutations";
import { realSleep } from "../support/wait";
import type { Morning } from "./morning";

const BETWEEN_MS = 1_500;
/** Everything counts in these seconds, so that no total is rounded. */
const TALK_SECONDS = 60;

/** Has reps call, and now and then a call deleted, until it is over. */
export async function keepCalling(
  morning: Morning,
  { chance, isOver }: { readonly chance: Chance; readonly isOver: () => boolean },
): Promise<void> {
  const { calls } = morning.fakes.justcall.account;
  while (!isOver()) {
    if (chance() < 0.3) calls.remove(pick(chance, calls.all()).id);
    else addCall(morning, chance);
    await realSleep(BETWEEN_MS);
  }
}

/** Adds a call that somebody made just now. */
export function addCall({ fakes, now }: Morning, chance: Chance): JustCallCall {
  const { calls, users } = fakes.justcall.account;
  const call: JustCallCall = {
    id: calls.unusedId,
    startedAt: new Date(Math.floor(now().getTime() / 1_000) * 1_000),
    agentId: pick(chance, users.all()).id,
    direction: "Outgoing",
    type: "Answered",
    talkSeconds: TALK_SECONDS,
    holdSeconds: 0,
    contactName: "Somebody",
    contactNumber: "12135550100",
  };
  calls.add(call);
  return call;
}
