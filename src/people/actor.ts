import type { Actor } from "./permissions";
import type { Member, Person } from "./person";
import { givenRole, isFullMember, slackRole } from "./roles";

/** What Slack answers about somebody now. */
export type SlackAnswer =
  | { readonly kind: "member"; readonly member: Member }
  /** Slack knows nobody with this id. */
  | { readonly kind: "nobody" }
  /** Slack could not be asked; `error` says why. */
  | { readonly kind: "unanswered"; readonly error: unknown };

export interface ActorInput {
  /** What is stored; `null` for somebody whom no sync has met. */
  readonly person: Person | null;
  readonly answer: SlackAnswer;
  /** The ids in `ADMIN_SLACK_IDS`. */
  readonly admins: readonly string[];
}

/**
 * Decides as what somebody acts now: a role given by hand wins over Slack's, but nothing makes a member of whoever is none.
 * While Slack cannot be asked, what the last sync found stands.
 *
 * @throws what kept Slack from answering, where nothing is stored either.
 */
export function actorOf(userId: string, { person, answer, admins }: ActorInput): Actor {
  if (answer.kind === "nobody") return { userId, role: "outsider" };
  if (answer.kind === "unanswered") {
    if (person === null) throw answer.error;
    return { userId, role: person.active ? person.role : "outsider" };
  }
  const { member } = answer;
  if (!isFullMember(member)) return { userId, role: "outsider" };
  if (person === null) return { userId, role: "newcomer" };
  const deactivatedByHand = !person.active && person.found.active;
  return { userId, role: deactivatedByHand ? "outsider" : (givenRole(person) ?? slackRole(member, admins)) };
}
