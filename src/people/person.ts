export type Role = "rep" | "manager" | "admin";

/** A member of the Slack workspace as `users.list` gives them. */
export interface Member {
  /** Slack's member id. */
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** IANA zone; `null` when Slack has none or one that does not exist. */
  readonly tz: string | null;
  readonly deactivated: boolean;
  readonly bot: boolean;
  /** Restricted and ultra-restricted members. */
  readonly guest: boolean;
  /** Admin or owner of the workspace. */
  readonly workspaceAdmin: boolean;
}

/** One document of `users`. Whoever was once here keeps their numbers. */
export interface Person {
  /** Slack's member id. */
  readonly _id: string;
  readonly name: string;
  /** As in Slack, in lower case. */
  readonly email: string | null;
  readonly tz: string | null;
  readonly role: Role;
  readonly active: boolean;
  /** The Copper user this person is; one that differs from `copperFound` was set by hand and wins. */
  readonly copperUserId?: number;
  /** The Copper user last found by e-mail. */
  readonly copperFound?: number;
  /** That Copper user's address, in lower case. */
  readonly copperEmail?: string;
  /** Set by hand when JustCall knows this person by another address. */
  readonly justcallEmail?: string;
  /** Further addresses this person sends from, set by hand. */
  readonly addresses?: readonly string[];
}
