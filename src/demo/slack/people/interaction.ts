import type { ResponseUrls } from "../http/response-urls";
import type { Json } from "../json";
import { domainOf } from "../methods/workspace";
import { BOT, handleOf, isPerson, type SlackMember } from "../state/members";
import type { Workspace } from "../state/workspace";
import type { AppClient } from "./app-client";

/** What the actions of people need: the workspace, the client of the app, and the response_urls. */
export interface PeopleDeps {
  readonly workspace: Workspace;
  readonly appClient: AppClient;
  readonly responseUrls: ResponseUrls;
  /** The waits before each retry of an unanswered event; empty for none. */
  readonly retryEventsAfterMs: readonly number[];
}

/**
 * Finds the member who acts.
 *
 * @throws {Error} when there is no such member, or one that cannot act.
 */
export function personOf(workspace: Workspace, id: string): SlackMember {
  const member = workspace.members.get(id);
  if (member === undefined || !isPerson(member)) throw new Error(`${id} is nobody who can do anything here`);
  return member;
}

/** The fields of every interaction: the person, the installation, and the trigger that opens a view. */
export function interactionOf(workspace: Workspace, person: SlackMember): Json {
  const name = handleOf(person);
  return {
    team: { id: workspace.team.id, domain: domainOf(workspace.team.name) },
    user: { id: person.id, username: name, name, team_id: person.teamId ?? workspace.team.id },
    api_app_id: BOT.appId,
    token: "not-used-any-more",
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: workspace.triggers.issue(person.id),
  };
}
