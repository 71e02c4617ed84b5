import type { Person } from "../../../people/person";
import type { Day } from "../../../time/day";

/** Somebody who is away today, and through which day. */
export interface AwayToday {
  /** Slack's member id. */
  readonly userId: string;
  readonly name: string;
  readonly through: Day;
}

/** Names the members who are away on the company's day, each through the last day off. */
export function awayToday(
  people: readonly Person[],
  { members, today }: { readonly members: readonly { readonly userId: string }[]; readonly today: Day },
): readonly AwayToday[] {
  const ids = new Set(members.map(({ userId }) => userId));
  return people.flatMap(({ _id, name, schedule }) => {
    const off = (schedule?.timeOff ?? []).find(({ from, to }) => from <= today && today <= to);
    return off === undefined || !ids.has(_id) ? [] : [{ userId: _id, name, through: off.to }];
  });
}
