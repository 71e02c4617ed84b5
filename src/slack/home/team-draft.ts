import { z } from "zod";
import { memberIds } from "../../teams/membership";
import type { Team } from "../../teams/team";
import type { TeamEdit } from "../../teams/team-edit";
import type { Day } from "../../time/day";
import { daySchema } from "../../time/day-schema";

const ids = z.array(z.string().regex(/^[UW][A-Z0-9]{1,30}$/)).readonly();
const drafts = z.object({
  team: z
    .string()
    .regex(/^[a-z0-9]{1,20}$/)
    .nullable(),
  name: z.string().max(200),
  on: daySchema.nullable(),
  joined: ids,
  left: ids,
  managers: ids,
  channel: z.string().max(30).nullable(),
  usergroup: z.string().max(30).nullable(),
});

/**
 * A team as an admin entered it and has not saved yet. `team` is the id of the one that is changed, `null` for a new one; `on`
 * is the first day of whoever joins and the day after the last of whoever leaves, `null` for since ever.
 */
export type TeamDraft = Readonly<z.infer<typeof drafts>>;

/** What Slack takes as a modal's metadata. */
const METADATA_LIMIT = 3_000;

/** Encodes a draft as the metadata of the modal that shows it; `null` where it names more people than fit. */
export function encodeTeamDraft(draft: TeamDraft): string | null {
  const text = JSON.stringify(draft);
  return text.length > METADATA_LIMIT ? null : text;
}

/** @throws {Error} for metadata that no modal of ours carries. */
export function decodeTeamDraft(metadata: string): TeamDraft {
  return drafts.parse(JSON.parse(metadata));
}

/** What was entered in a team's form. */
export interface EnteredTeam extends Pick<TeamDraft, "name" | "managers" | "channel" | "usergroup"> {
  /** `null` where the form did not ask, since a user group says who they are. */
  readonly members: readonly string[] | null;
  readonly on: Day | null;
}

/** Makes a draft of what was entered: of the members, who comes and who leaves. */
export function teamDraft(team: Team | null, { members, ...entered }: EnteredTeam): TeamDraft {
  const { on } = entered;
  const now = team === null || on === null ? new Set<string>() : memberIds(team.members, on);
  // Whoever a user group lists comes and leaves with the next sync.
  const then = members === null || entered.usergroup !== null ? now : new Set(members);
  return {
    ...entered,
    name: entered.name.trim(),
    team: team?._id ?? null,
    managers: [...new Set(entered.managers)],
    joined: [...then].filter((userId) => !now.has(userId)),
    left: [...now].filter((userId) => !then.has(userId)),
  };
}

/** Lists the edits that make a draft of a team as it is by now, in the order in which they can be made. */
export function teamEdits(team: Team, draft: TeamDraft): readonly TeamEdit[] {
  const { name, on, joined, left, managers, channel, usergroup } = draft;
  const now = on === null ? [] : [...memberIds(team.members, on)];
  const userIds = [...new Set([...now, ...joined])].filter((userId) => !left.includes(userId));
  const moves = on !== null && usergroup === null && joined.length + left.length > 0;
  const same = managers.length === team.managers.length && managers.every((userId) => team.managers.includes(userId));
  return [
    ...(name === team.name ? [] : [{ kind: "rename", name } as const]),
    // A team that follows a group takes no members by hand, so it stops following first.
    ...(usergroup === (team.usergroup ?? null) ? [] : [{ kind: "follow", usergroup } as const]),
    ...(moves ? [{ kind: "members", userIds, on } as const] : []),
    ...(same ? [] : [{ kind: "managers", userIds: managers } as const]),
    ...(channel === (team.channel ?? null) ? [] : [{ kind: "channel", channel } as const]),
  ];
}
