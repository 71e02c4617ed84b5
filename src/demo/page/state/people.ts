import type { Member, Snapshot } from "./snapshot";

/** The people one can switch to, then deactivated ones; no bots, nor Slackbot. */
export function peopleOf({ workspace }: Snapshot): readonly Member[] {
  const people = workspace.members.filter(({ bot, id }) => !bot && id !== "USLACKBOT");
  return [...people].sort((a, b) => Number(a.deactivated) - Number(b.deactivated));
}

/** "Manager", "Admin", "Rep", "Guest", "Member", "Deactivated": the role in Paceline, otherwise in Slack. */
export function roleOf(member: Member, roles: Snapshot["roles"]): string {
  if (member.deactivated) return "Deactivated";
  if (member.guest) return "Guest";
  const role = roles[member.id] ?? (member.workspaceAdmin ? "admin" : undefined);
  return role === undefined ? "Member" : `${role.charAt(0).toUpperCase()}${role.slice(1)}`;
}

/** "New York": the city of a zone. */
export function cityOf(tz: string | null): string {
  return tz?.split("/").at(-1)?.replaceAll("_", " ") ?? "no zone";
}

/** "AT": the first letters of the first and last name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return `${words[0]?.charAt(0) ?? ""}${last.charAt(0)}`.toUpperCase();
}

/** The person's color, one of eight that never changes: 0 to 7. */
export function hueOf(id: string): number {
  const mixed = [...id].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261);
  return (mixed >>> 16) % 8;
}
