import { addDays, type Day, type DayRange } from "../time/day";
import type { Members, Membership } from "./team";

/** Tells whether somebody is in the team on a day. */
export function isMember(members: Members, { userId, on }: { readonly userId: string; readonly on: Day }): boolean {
  return members.some((span) => span.userId === userId && covers(span, on));
}

/** Slack ids of whoever is in the team on a day. */
export function memberIds(members: Members, on: Day): ReadonlySet<string> {
  return new Set(members.filter((span) => covers(span, on)).map(({ userId }) => userId));
}

/** Slack ids of whoever is in the team on any of these days. */
export function memberIdsWithin(members: Members, range: DayRange): ReadonlySet<string> {
  return new Set(members.flatMap((span) => (clipped(span, range) === null ? [] : [span.userId])));
}

/** The days of a range on which somebody is in the team, in their order; spans that touch are one. */
export function memberSpans(
  members: Members,
  { userId, range }: { readonly userId: string; readonly range: DayRange },
): readonly DayRange[] {
  const own = members.filter((span) => span.userId === userId).flatMap((span) => clipped(span, range) ?? []);
  return own.sort((a, b) => (a.from < b.from ? -1 : 1)).reduce<readonly DayRange[]>(joinedSpans, []);
}

/** Puts somebody into the team from a day on; who is in it already stays as they are. */
export function withMember(members: Members, { userId, on }: { readonly userId: string; readonly on: Day }): Members {
  const before = members.filter((span) => span.userId !== userId || startsBefore(span, on));
  const last = before.find((span) => span.userId === userId && reaches(span, addDays(on, -1)));
  if (last === undefined) return [...before, { userId, from: on }];
  return before.map((span) => (span === last ? { userId, from: span.from } : span));
}

/** Takes somebody out of the team: the day before is their last. Whoever joined on that day or later was never in it. */
export function withoutMember(
  members: Members,
  { userId, on }: { readonly userId: string; readonly on: Day },
): Members {
  const last = addDays(on, -1);
  return members
    .filter((span) => span.userId !== userId || startsBefore(span, on))
    .map((span) => (span.userId === userId && reaches(span, on) ? { ...span, to: last } : span));
}

/** What another list of people makes of a team. */
export interface MembersChange {
  readonly members: Members;
  /** Slack ids of those who come to it and those who leave it, in their order. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** Makes exactly these people the team's from a day on: the users of a group, or who was picked by hand. */
export function withMembers(
  members: Members,
  { userIds, on }: { readonly userIds: readonly string[]; readonly on: Day },
): MembersChange {
  const [now, then] = [memberIds(members, on), new Set(userIds)];
  const joined = [...then].filter((userId) => !now.has(userId)).sort();
  const left = [...now].filter((userId) => !then.has(userId)).sort();
  const without = left.reduce((all, userId) => withoutMember(all, { userId, on }), members);
  return { members: joined.reduce((all, userId) => withMember(all, { userId, on }), without), joined, left };
}

/** Moves somebody from one team to another: each day is one's or the other's. */
export function withMove(
  { from, to }: { readonly from: Members; readonly to: Members },
  move: { readonly userId: string; readonly on: Day },
): { readonly from: Members; readonly to: Members } {
  return { from: withoutMember(from, move), to: withMember(to, move) };
}

/** Lists the days within a range, but for its first, on which somebody joins one of these teams or is not in it any more. */
export function membershipCuts(teams: readonly { readonly members: Members }[], range: DayRange): readonly Day[] {
  const bounds = teams.flatMap(({ members }) =>
    members.flatMap(({ from, to }) => [
      ...(from === null ? [] : [from]),
      ...(to === undefined ? [] : [addDays(to, 1)]),
    ]),
  );
  return [...new Set(bounds)].filter((day) => range.from < day && day <= range.to).sort();
}

/** Cuts a range before each of these days, which lie in their order: within a piece nobody joins or leaves. */
export function piecesOf(range: DayRange, cuts: readonly Day[]): readonly DayRange[] {
  const inside = cuts.filter((day) => range.from < day && day <= range.to);
  const firsts = [range.from, ...inside];
  return firsts.map((from, index) => {
    const next = inside[index];
    return { from, to: next === undefined ? range.to : addDays(next, -1) };
  });
}

function covers(span: Membership, on: Day): boolean {
  return (span.from === null || span.from <= on) && reaches(span, on);
}

function startsBefore({ from }: Membership, on: Day): boolean {
  return from === null || from < on;
}

function reaches({ to }: Membership, on: Day): boolean {
  return to === undefined || to >= on;
}

function clipped({ from: first, to: last }: Membership, range: DayRange): DayRange | null {
  const from = first === null || first < range.from ? range.from : first;
  const to = last === undefined || last > range.to ? range.to : last;
  return from <= to ? { from, to } : null;
}

function joinedSpans(spans: readonly DayRange[], next: DayRange): readonly DayRange[] {
  const last = spans.at(-1);
  if (last === undefined || next.from > addDays(last.to, 1)) return [...spans, next];
  const [, to = next.to] = [last.to, next.to].sort();
  return [...spans.slice(0, -1), { from: last.from, to }];
}
