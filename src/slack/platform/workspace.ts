import { z } from "zod";

/** A workspace, and the organization that it belongs to on Enterprise Grid. */
export interface Workspace {
  readonly team: string;
  readonly enterprise: string | null;
}

const id = z.string();
const team = z.object({ id }).nullish().catch(null);
const payload = z.object({
  team_id: id.nullish().catch(null),
  team,
  enterprise_id: id.nullish().catch(null),
  enterprise: team,
  authorizations: z
    .array(z.object({ team_id: id.nullish(), enterprise_id: id.nullish() }))
    .nullish()
    .catch(null),
});

/**
 * Tells whether what Slack sent is about this workspace: it names it, or names no workspace but this one's organization,
 * as payloads of apps do that are installed for a whole organization. A body that names neither is not.
 */
export function isOfWorkspace(body: unknown, { team, enterprise }: Workspace): boolean {
  const read = payload.safeParse(body).data;
  if (read === undefined) return false;
  const authorized = read.authorizations ?? [];
  const teams = [read.team_id, read.team?.id, ...authorized.map(({ team_id }) => team_id)].filter(isGiven);
  if (teams.length > 0) return teams.includes(team);
  const enterprises = [
    read.enterprise_id,
    read.enterprise?.id,
    ...authorized.map(({ enterprise_id }) => enterprise_id),
  ];
  return enterprise !== null && enterprises.includes(enterprise);
}

function isGiven(one: string | null | undefined): one is string {
  return one !== null && one !== undefined;
}
