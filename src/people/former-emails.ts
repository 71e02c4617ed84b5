import type { Member, Person } from "./person";

/** The addresses that somebody had in Slack before the one they have now, oldest first. */
export function formerEmails({ email, found }: Person, now: string | null): readonly string[] {
  const had = [...(found.formerEmails ?? []), ...(email === null ? [] : [email])];
  return [...new Set(had)].filter((address) => address !== now);
}

/** Takes from everybody the former addresses that are somebody else's by now: whoever is given one, it is theirs. */
export function handOver(people: Map<string, Person>, members: readonly Member[]): void {
  const holders = new Map<string, string>();
  for (const { id, email } of members) if (email !== null) holders.set(email.trim().toLowerCase(), id);
  for (const { _id, email } of people.values()) if (email !== null && !holders.has(email)) holders.set(email, _id);
  for (const person of people.values()) {
    const { formerEmails: former = [], ...found } = person.found;
    const kept = former.filter((address) => (holders.get(address) ?? person._id) === person._id);
    if (kept.length === former.length) continue;
    people.set(person._id, { ...person, found: kept.length === 0 ? found : { ...found, formerEmails: kept } });
  }
}
