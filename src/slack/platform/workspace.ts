import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Log } from "../../log";

/** A workspace, the organization that it belongs to on Enterprise Grid, and our app in it. */
export interface Workspace {
  readonly team: string;
  readonly enterprise: string | null;
  /** The id of our app; `null` where Slack did not say it. */
  readonly app: string | null;
}

/** The app and the workspace that a request is about by its own account, which proves nothing. */
export interface NamedWorkspace {
  readonly api_app_id: string | null;
  readonly team_id: string | null;
}

/** What a request names that is not signed with our secret. */
export interface RefusedRequest extends NamedWorkspace {
  /**
   * The app's verification token, which stands in all that Slack sends, whatever it is signed with, and which only Slack and whoever
   * manages the app know; `null` where it has none, and where Slack sends again what it sent before.
   */
  readonly token: string | null;
}

/** Asks Slack which workspace our token is of, and which app; `null` when it names no workspace. */
export async function readWorkspace(client: WebClient, log: Pick<Log, "warn">): Promise<Workspace | null> {
  const { team_id: team, enterprise_id: enterprise = null, bot_id: bot } = await client.auth.test();
  if (team === undefined) return null;
  const info = bot === undefined ? null : await client.bots.info({ bot }).catch((error: unknown) => error);
  if (info instanceof Error)
    log.warn({ error: info }, "Slack did not say which app this is: only workspaces are compared");
  const app = info === null || info instanceof Error ? null : (Answer.safeParse(info).data?.bot.app_id ?? null);
  return { team, enterprise, app };
}

/**
 * Finds the address that opens our Home in Slack, once it could be asked; `undefined` where Slack does not say which app
 * we are, or cannot be asked.
 */
export function homeAddress(client: WebClient, log: Pick<Log, "warn">): () => Promise<string | undefined> {
  let known: string | undefined;
  return async () => {
    if (known !== undefined) return known;
    const workspace = await readWorkspace(client, log).catch((error: unknown) => {
      log.warn({ error }, "Slack did not say which workspace this is: digests go without a link to Home");
      return null;
    });
    if (workspace !== null && workspace.app !== null)
      known = `slack://app?team=${workspace.team}&id=${workspace.app}&tab=home`;
    return known;
  };
}

/** The id of the workspace that an address of our Home is in; `null` where it names none. */
export function workspaceIn(homeUrl: string): string | null {
  return new URL(homeUrl).searchParams.get("team");
}

const Answer = z.object({ bot: z.object({ app_id: z.string() }) });

const id = z.string();
const team = z.object({ id }).nullish().catch(null);
const payload = z.object({
  api_app_id: id.nullish().catch(null),
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
 * as payloads of apps do that are installed for a whole organization. A body that names neither is not, nor is one that
 * names another app.
 */
export function isOfWorkspace(body: unknown, { team, enterprise, app }: Workspace): boolean {
  const read = payload.safeParse(body).data;
  if (read === undefined) return false;
  if (app !== null && isGiven(read.api_app_id) && read.api_app_id !== app) return false;
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

/**
 * Tells whether what names an app and a workspace names ours: as all that Slack sends does, and a stranger hardly could. Not where
 * Slack did not say which app this is.
 */
export function namesUs({ api_app_id, team_id }: NamedWorkspace, { team, app }: Workspace): boolean {
  return app !== null && api_app_id === app && team_id === team;
}

function isGiven(one: string | null | undefined): one is string {
  return one !== null && one !== undefined;
}
