/** A user group of the workspace. It keeps users who were deactivated since, as Slack's groups do until somebody takes them out. */
export interface SlackUserGroup {
  /** Slack's id, which begins with an S. */
  readonly id: string;
  readonly name: string;
  /** What is typed behind the @. */
  readonly handle: string;
  /** Ids of members. */
  readonly users: readonly string[];
  readonly disabled?: boolean;
  /** Whether lists of groups leave its users out, though they are asked for. */
  readonly usersLeftOut?: boolean;
}

/** The groups of a workspace by their ids. */
export type UserGroups = Map<string, SlackUserGroup>;

/** Makes a workspace's groups anew as they were at the start. */
export function loadUserGroups(groups: UserGroups, seed: readonly SlackUserGroup[]): void {
  groups.clear();
  for (const group of seed) groups.set(group.id, group);
}
