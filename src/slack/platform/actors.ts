import type { Log } from "../../log";
import { actorOf, type SlackAnswer } from "../../people/actor";
import type { PeopleStore } from "../../people/people-store";
import type { Actor } from "../../people/permissions";

/** Finds out as what somebody acts now. @throws when neither Slack nor the database can say. */
export type ActorLookup = (userId: string) => Promise<Actor>;

export interface ActorDeps {
  readonly people: Pick<PeopleStore, "one">;
  readonly ask: (userId: string) => Promise<SlackAnswer>;
  /** The ids in `ADMIN_SLACK_IDS`. */
  readonly admins: readonly string[];
  readonly log: Pick<Log, "warn">;
}

/**
 * Makes the one look-up of who acts, for every surface: commands, actions, submissions, messages, events and files. It
 * asks the database each time and Slack at most every few seconds, so that a right that was lost is lost with the next
 * event.
 */
export function actorLookup({ people, ask, admins, log }: ActorDeps): ActorLookup {
  return async (userId) => {
    const [person, answer] = await Promise.all([people.one(userId), ask(userId)]);
    if (answer.kind === "unanswered") {
      log.warn(
        { userId, error: answer.error },
        "Slack could not be asked who somebody is; the last sync's word stands",
      );
    }
    return actorOf(userId, { person, answer, admins });
  };
}
