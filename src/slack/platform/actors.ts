import type { Log } from "../../log";
import { actorOf, type SlackAnswer } from "../../people/actor";
import type { PeopleStore } from "../../people/people-store";
import type { Actor } from "../../people/permissions";
import { withTeams } from "../../teams/managed-teams";
import type { TeamReader } from "../../teams/team-store";
import type { Day } from "../../time/day";

/** Finds out as what somebody acts now. @throws when neither Slack nor the database can say. */
export type ActorLookup = (userId: string) => Promise<Actor>;

export interface ActorDeps {
  readonly people: Pick<PeopleStore, "one">;
  readonly teams: Pick<TeamReader, "all">;
  /** The company's date. */
  readonly today: () => Day;
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
export function actorLookup({ people, teams, today, ask, admins, log }: ActorDeps): ActorLookup {
  return async (userId) => {
    const [person, all, answer] = await Promise.all([people.one(userId), teams.all(), ask(userId)]);
    if (answer.kind === "unanswered") {
      log.warn(
        { userId, error: answer.error },
        "Slack could not be asked who somebody is; the last sync's word stands",
      );
    }
    return withTeams(actorOf(userId, { person, answer, admins }), { teams: all, today: today() });
  };
}

/** Within a command's steps, who acts is not asked again for so long. */
const ASKED_FOR_MS = 1_000;

/**
 * Makes a look-up for one command, whose steps ask for the same person within moments: it asks once, and again only what is asked a
 * second later or was not answered.
 */
export function askedOnce(lookup: ActorLookup, clock: () => number): ActorLookup {
  const asked = new Map<string, { readonly at: number; readonly actor: Promise<Actor> }>();
  return (userId) => {
    const known = asked.get(userId);
    if (known !== undefined && clock() - known.at < ASKED_FOR_MS) return known.actor;
    const actor = lookup(userId).catch((error: unknown) => {
      asked.delete(userId);
      throw error;
    });
    asked.set(userId, { at: clock(), actor });
    return actor;
  };
}
