import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { SlackAnswer } from "../../people/actor";
import { memberOf, readHomeTeam } from "./members";

/** How long an answer of Slack's about somebody holds: one event asks more than once. */
export const ANSWER_HOLDS_MS = 10_000;
const MAX_ANSWERS = 1_000;

/** Slack's errors which say that there is no such person here. */
const NOBODY: ReadonlySet<string> = new Set(["user_not_found", "user_not_visible", "users_not_found"]);

interface MemberLookupDeps {
  /** Waits for nothing: people wait for the answer, and Slack for theirs. */
  readonly client: WebClient;
  /** A monotonic clock, in milliseconds. */
  readonly clock: () => number;
}

interface Asked {
  readonly at: number;
  readonly answer: Promise<SlackAnswer>;
}

/**
 * Asks Slack who somebody is now, at most once in ten seconds for each person, and remembers a thousand of them. When it
 * cannot be asked, its last answer stands, however old.
 */
export function memberLookup({ client, clock }: MemberLookupDeps): (userId: string) => Promise<SlackAnswer> {
  const asked = new Map<string, Asked>();
  let team: Promise<string | undefined> | undefined;
  const homeTeam = () => {
    team ??= readHomeTeam(client).catch((error: unknown) => {
      team = undefined;
      throw error;
    });
    return team;
  };
  const ask = async (userId: string, before: Asked | undefined): Promise<SlackAnswer> => {
    try {
      const [{ user }, home] = await Promise.all([client.users.info({ user: userId }), homeTeam()]);
      return user === undefined
        ? { kind: "nobody" }
        : { kind: "member", member: memberOf({ ...user, id: userId }, home) };
    } catch (error) {
      if (error instanceof WebAPIPlatformError && NOBODY.has(error.data.error)) return { kind: "nobody" };
      return (await before?.answer) ?? { kind: "unanswered", error };
    }
  };
  return (userId) => {
    const before = asked.get(userId);
    if (before !== undefined && clock() - before.at < ANSWER_HOLDS_MS) return before.answer;
    const answer = ask(userId, before);
    // The entry moves to the end, so that the first is the oldest.
    asked.delete(userId);
    asked.set(userId, { at: clock(), answer });
    for (const oldest of asked.keys()) {
      if (asked.size <= MAX_ANSWERS) break;
      asked.delete(oldest);
    }
    return answer;
  };
}
