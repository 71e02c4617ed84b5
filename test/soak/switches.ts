import type { Delivery } from "../../src/digests/delivery/delivery";
import { type Chance, pick } from "../support/fakes/mutations";
import { eventually } from "../support/wait";
import type { Commands } from "./commands";
import type { Morning } from "./morning";

/** From when to when somebody had been told that their digest is off; instants are on the clock of days. */
export interface SwitchedOff {
  readonly user: string;
  /** When they began to ask for it. */
  readonly askedAt: Date;
  /** `null` for somebody who was never answered: it may be off. */
  readonly since: Date | null;
  /** When they began to ask for it again, and were answered; `null` for somebody who was not. */
  readonly until: Date | null;
}

const PEOPLE = 16;
/** Nobody posts anything for so long after Slack says so. */
const PAUSE_SECONDS = 20;

/**
 * Has some people switch their digest off when it is about to be posted: Slack asks to wait, so that they are answered before.
 * Resolves once each was answered, or has given up.
 */
export async function switchSomeOff(
  morning: Morning,
  { people, chance }: { readonly people: Commands; readonly chance: Chance },
): Promise<readonly SwitchedOff[]> {
  const rows = morning.database.db.collection<Delivery>("deliveries");
  const rendered = { kind: "digest", state: "due", body: { $ne: null } } as const;
  const areDue = async () => {
    const due = await rows.find(rendered).project<Pick<Delivery, "to">>({ to: 1 }).toArray();
    return due.length > 0 ? due : null;
  };
  const due = await eventually(() => areDue().catch(() => null), 60_000).catch(() => []);
  // A message of a sync may take one of them.
  const outcome = { status: 429, retryAfter: PAUSE_SECONDS };
  morning.fakes.slack.faults.push({ method: "chat.postMessage", times: 3, outcome });
  const chosen = new Set(due.length === 0 ? [] : Array.from({ length: PEOPLE }, () => pick(chance, due).to));
  return Promise.all(
    [...chosen].map(async (user) => {
      const askedAt = morning.now();
      return { user, askedAt, since: await people.insist(user, { text: "/goals digest off", chance }), until: null };
    }),
  );
}

/** Has them switch it on again: whoever does so in time gets theirs. */
export async function switchOn(
  morning: Morning,
  { off, people, chance }: { readonly off: readonly SwitchedOff[]; readonly people: Commands; readonly chance: Chance },
): Promise<readonly SwitchedOff[]> {
  return Promise.all(
    off.map(async (one) => {
      const until = morning.now();
      const on = await people.insist(one.user, { text: "/goals digest on", chance });
      return on === null ? one : { ...one, until };
    }),
  );
}
