import type { ResponseUrls } from "../http/response-urls";
import type { Json } from "../json";
import { domainOf } from "../methods/workspace";
import { BOT, handleOf, isPerson, type SlackMember } from "../state/members";
import type { Workspace } from "../state/workspace";
import type { AppClient } from "./app-client";

/** What people's doings need: the workspace, the way to the app, and the way back. */
export interface PeopleDeps {
  readonly workspace: Workspace;
  readonly appClient: AppClient;
  readonly responseUrls: ResponseUrls;
  /** How long Slack waits before each time it sends an unanswered event again; empty when it does not. */
  readonly retryEventsAfterMs: readonly number[];
}

/**
 * The member who is to do something.
 *
 * @throws {Error} when there is nobody, or nobody who can.
 */
export function personOf(workspace: Workspace, id: string): SlackMember {
  const member = workspace.members.get(id);
  if (member === undefined || !isPerson(member)) throw new Error(`${id} is nobody who can do anything here`);
  return member;
}

/** What every interaction says: who, where the app is installed, and what opens a view. */
export function interactionOf(workspace: Workspace, person: SlackMember): Json {
  const name = handleOf(person);
  return {
    team: { id: workspace.team.id, domain: domainOf(workspace.team.name) },
    user: { id: person.id, username: name, name, team_id: workspace.team.id },
    api_app_id: BOT.appId,
    token: "not-used-any-more",
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: workspace.triggers.issue(person.id),
  };
}
