import type { ListedPerson } from "../../../src/metrics/fact";
import { type PeopleInput, peopleAfter } from "../../../src/people/matching";
import type { Member, Person } from "../../../src/people/person";

/** A full member of the workspace. */
export function aMember(id: string, given: Partial<Member> = {}): Member {
  return {
    id,
    name: `Name of ${id}`,
    email: `${id.toLowerCase()}@acme.example`,
    tz: "America/New_York",
    deactivated: false,
    bot: false,
    guest: false,
    workspaceAdmin: false,
    ...given,
  };
}

/** The name and address of somebody who is called by the part of it before the @. */
export function byEmail(email: string): Pick<Member, "name" | "email"> {
  return { name: email.split("@")[0] ?? email, email };
}

/** The person that member becomes. */
export function aPerson(id: string, given: Partial<Person> = {}): Person {
  return {
    _id: id,
    name: `Name of ${id}`,
    email: `${id.toLowerCase()}@acme.example`,
    tz: "America/New_York",
    role: "rep",
    active: true,
    ...given,
    found: { tz: "America/New_York", active: true, role: "rep", ...given.found },
  };
}

/** Somebody in a source's list. */
export function listed(owner: string, email: string | null, name = `Lister ${owner}`): ListedPerson {
  return { owner, name, email };
}

const NOTHING: PeopleInput = { known: [], members: [], copper: null, justcall: null, admins: [] };

/** The people after a sync that learned this, and nothing else. */
export function peopleOf(learned: Partial<PeopleInput>): readonly Person[] {
  return peopleAfter({ ...NOTHING, ...learned });
}

/** The first of them. */
export function onePerson(learned: Partial<PeopleInput>): Person | undefined {
  return peopleOf(learned)[0];
}

export const ANA_EMAIL = "ana@acme.com";
