import type { Activity, MailAddress } from "../copper/account";
import type { Contact } from "./contacts";
import { afterSeconds, nth, teamTime, WEEKDAYS } from "./dates";
import { ADMIN, REPS } from "./team";

/** An activity without its id; ids are assigned in order of time. */
export type ActivityWithoutId = Omit<Activity, "id">;

export const MAIL_TYPE = { id: 6, category: "system" } as const;
export const CALL_TYPE = { id: 2160510, category: "user" } as const;
/** Emails logged manually, under another type that is also named Email. */
export const MANUAL_EMAIL_TYPE = { id: 2279550, category: "user" } as const;

/** An activity about a contact, with unused fields as Copper fills them. */
export function activityWith(
  contact: Contact,
  {
    at,
    ...fields
  }: Pick<ActivityWithoutId, "type" | "user_id" | "details"> & Partial<ActivityWithoutId> & { readonly at: Date },
): ActivityWithoutId {
  const seconds = Math.floor(at.getTime() / 1000);
  return {
    parent: { id: contact.id, type: "person" },
    activity_date: seconds,
    old_value: null,
    new_value: null,
    date_created: seconds + 4,
    date_modified: seconds,
    ...fields,
  };
}

/** An address mail is sent from; `copper` is the mailbox's user where it is one of ours. */
export interface Mailbox extends MailAddress {
  readonly copper?: number;
}

/** The team's mailboxes, in the case that mail programs happen to write. Dev has two. */
export const MAILBOXES = {
  ana: { name: "Ana Torres", email: "Ana.Torres@Acme.com", copper: REPS.ana.copper },
  ben: { name: "Ben Okafor", email: "ben@acme.com", copper: REPS.ben.copper },
  chloe: { name: "Chloé Martin", email: "chloe@acme.com", copper: REPS.chloe.copper },
  dev: { name: "Dev Patel", email: "d.patel@acme-sales.com", copper: REPS.dev.copper },
  devInSlack: { name: "Dev Patel", email: "dev@acme.com", copper: REPS.dev.copper },
  maya: { name: "Maya Brooks", email: "MAYA@acme.com", copper: REPS.maya.copper },
  alex: { name: "Alex Kim", email: ADMIN.email, copper: ADMIN.copper },
} as const satisfies Record<string, Mailbox>;

export interface Mail {
  readonly at: Date;
  readonly sender: Mailbox;
  readonly to: readonly MailAddress[];
  readonly subject: string;
  /** Copper has none for some mails. */
  readonly id?: string;
}

/** An email as the activity of one contact it concerns. */
export function mail(about: Contact, { at, sender, to, subject, id }: Mail): ActivityWithoutId {
  const details = {
    sender: { name: sender.name, email: sender.email },
    recipients: to.map(({ name, email }) => ({ name, email })),
    subject,
    ...(id === undefined ? {} : { id: `<${id}@mail.acme.com>` }),
  };
  return activityWith(about, { at, type: MAIL_TYPE, user_id: sender.copper ?? null, details });
}

/** The nth time of a series: weekdays in rotation, between 8:00 and 13:30, so that today's have passed. */
export function sendTime(n: number): Date {
  return afterSeconds(teamTime(nth(WEEKDAYS, n), "08:00:00"), ((n * 37) % 330) * 60);
}

export function times<T>(count: number, make: (n: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}
