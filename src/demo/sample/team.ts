import type { Member, Person } from "../../people/person";

/** The reps, who are the keys of the sample's plans. */
export const REP_NAMES = ["ana", "ben", "chloe", "dev", "maya"] as const;
export type Rep = (typeof REP_NAMES)[number];

export interface RepIds {
  readonly slack: string;
  readonly copper: number;
  readonly justcall: number;
  /** As Copper writes it, including the case. */
  readonly copperEmail: string;
  readonly justcallEmail: string;
  /** As Fishbowl's orders name them. */
  readonly salesman: string;
}

/** The reps' ids in each system; addresses differ in case, and Dev's Copper address is a different one. */
export const REPS: Readonly<Record<Rep, RepIds>> = {
  ana: rep("U0ANA00001", 1, { copper: "Ana.Torres@acme.com", justcall: "ANA.TORRES@acme.com", salesman: "A. Torres" }),
  ben: rep("U0BEN00002", 2, { copper: "ben@acme.com", justcall: "Ben@Acme.com", salesman: "B. Okafor" }),
  chloe: rep("U0CHLOE003", 3, { copper: "chloe@ACME.com", justcall: "chloe@acme.com", salesman: "C. Martin" }),
  dev: rep("U0DEV00004", 4, { copper: "d.patel@acme-sales.com", justcall: "dev@acme.com", salesman: "D. Patel" }),
  maya: rep("U0MAYA0005", 5, { copper: "maya@acme.com", justcall: "maya@acme.com", salesman: "M. Brooks" }),
};

/** An agent's id in JustCall that no user has: whoever had it was removed, and their address with them. */
export const REMOVED_AGENT = 7_190;

export const ADMIN = { slack: "U0ALEX0006", copper: 900206, email: "alex@acme.com" } as const;

/** The Slack workspace: reps in several zones, and everyone that a sync must leave out. */
export const TEAM: readonly Member[] = [
  member(REPS.ana.slack, "Ana Torres", "ana.torres@acme.com"),
  member(REPS.ben.slack, "Ben Okafor", "ben@acme.com", { tz: "America/New_York" }),
  member(REPS.chloe.slack, "Chloé Martin", "chloe@acme.com", { tz: "America/Chicago" }),
  member(REPS.dev.slack, "Dev Patel", "Dev@acme.com", { tz: "Asia/Kolkata" }),
  member(REPS.maya.slack, "Maya Brooks", "maya@acme.com"),
  member(ADMIN.slack, "Alex Kim", ADMIN.email, { workspaceAdmin: true }),
  member("U0NOOR0007", "Noor Aziz", "noor@acme.com", { tz: "Europe/Berlin" }),
  member("U0FRANK008", "Frank Hale", "frank@acme.com", { deactivated: true }),
  member("U0GINA0009", "Gina Guest", "gina@agency.example", { guest: true }),
  member("U0BOT00010", "Deploy Bot", null, { bot: true, tz: null }),
];

const MANAGER = { role: "manager", by: ADMIN.slack, at: new Date("2026-09-01T16:00:00Z") } as const;

/**
 * Documents of `users` set by hand before the first sync: Maya and Chloé are managers; Dev's Copper user cannot be
 * found by his Slack address.
 */
export const OVERRIDES: readonly Person[] = [
  setManually(REPS.maya.slack, { name: "Maya Brooks", role: "manager", roleGiven: MANAGER }),
  setManually(REPS.chloe.slack, { name: "Chloé Martin", role: "manager", roleGiven: MANAGER }),
  setManually(REPS.dev.slack, { name: "Dev Patel", copperUserId: REPS.dev.copper }),
];

function rep(
  slack: string,
  number: number,
  names: { readonly copper: string; readonly justcall: string; readonly salesman: string },
): RepIds {
  const { copper: copperEmail, justcall: justcallEmail, salesman } = names;
  return { slack, copper: 900_200 + number, justcall: 7_100 + number, copperEmail, justcallEmail, salesman };
}

function member(id: string, name: string, email: string | null, traits: Partial<Member> = {}): Member {
  const defaults = { tz: "America/Los_Angeles", deactivated: false, bot: false, guest: false, workspaceAdmin: false };
  return { id, name, email, ...defaults, ...traits };
}

function setManually(_id: string, set: Partial<Person> & { readonly name: string }): Person {
  return { _id, email: null, tz: null, role: "rep", active: true, found: { tz: null, active: true }, ...set };
}
