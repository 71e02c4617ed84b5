import type { SlackStandIn } from "../slack/stand-in";

/** Whose Home is open: their Slack ids. */
export function openHomes(slack: SlackStandIn): readonly string[] {
  return slack
    .members()
    .filter(({ id }) => slack.home(id) !== undefined)
    .map(({ id }) => id);
}

/** Opens their Homes once more, as everybody's Slack does after a while, so that the app draws them anew. */
export async function openAgain(slack: SlackStandIn, users: readonly string[]): Promise<void> {
  await Promise.all(users.map((user) => slack.openHome(user)));
}
