import type { Activity } from "../copper/account";
import type { Contact } from "./contacts";

/** An activity before it has its id, which goes by time. */
export type Unnumbered = Omit<Activity, "id">;

export const MAIL_TYPE = { id: 6, category: "system" } as const;
export const CALL_TYPE = { id: 2160510, category: "user" } as const;
/** Mails logged by hand, under a type that is named Email, too. */
export const HAND_MAIL_TYPE = { id: 2279550, category: "user" } as const;

/** An activity about a contact, with the fields nobody reads as Copper fills them. */
export function activityWith(
  contact: Contact,
  { at, ...fields }: Pick<Unnumbered, "type" | "user_id" | "details"> & Partial<Unnumbered> & { readonly at: Date },
): Unnumbered {
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
