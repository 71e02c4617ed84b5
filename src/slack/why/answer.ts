import { periodOf } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { type Act, can, EVERYONE } from "../../people/permissions";
import type { Day, DayRange } from "../../time/day";
import { readerDays } from "../../time/reader-day";
import type { Why } from "../../why/why";
import type { SlackContext, SlackDeps } from "../deps";
import { askedAdmins } from "../middleware/access";
import { newcomerMessage } from "../ui/access-messages";
import { type Message, sectionMessage } from "../ui/blocks";
import type { WhyQuestion } from "./payload";

/** The requested records, or the reason why they are not shown. */
export type WhyAnswer =
  | {
      readonly kind: "why";
      readonly why: Why;
      /** The goals of whose figure it is, in this metric; none of what is nobody's. */
      readonly goals: readonly GoalLine[];
      /** Slack's id of an admin whom the reader may ask of what doesn't count; `null` where all does, or there is nobody else. */
      readonly admin: string | null;
    }
  | { readonly kind: "refused"; readonly message: Message };

/** A question; without days, the goal's period is meant. */
export type WhyRequest = Omit<WhyQuestion, "range"> & {
  readonly range: DayRange | null;
  /** Records on a page, where not as many as are shown. */
  readonly size?: number;
};

const NOT_YOURS = "Only their managers and admins can see other people's records. Yours: `/goals why calls`.";
const UNKNOWN = "This person hasn't been synced yet, so there are no records.";

/** Answers a question if whoever asks may see the records, which is checked each time. */
export async function respondToWhy(context: SlackContext, userId: string, request: WhyRequest): Promise<WhyAnswer> {
  const { deps } = context;
  const actor = await deps.actor(userId);
  if (actor.role === "newcomer") return refusal(newcomerMessage({ syncing: await deps.syncing() }));
  const of = recordsOf(request.whose, userId);
  if (!can(actor, figuresAct(request.whose, userId))) return refusal(sectionMessage(NOT_YOURS));
  if (of !== null && (await deps.people.one(of)) === null) return refusal(sectionMessage(UNKNOWN));
  const { type, page, size } = request;
  const goals = of === null || page > 0 ? [] : (await deps.overview(of)).goals.filter((goal) => goal.type === type);
  const range = request.range ?? goalDays(goals) ?? periodOf("monthly", await ownToday(deps, of));
  const why = await deps.why({ userId: of, type, range, page, ...(size !== undefined && { size }) });
  const admins = why.reasons.length === 0 ? [] : await askedAdmins(deps);
  return { kind: "why", why, goals, admin: admins.find((one) => one.userId !== userId)?.userId ?? null };
}

/** The current period of the only goal that somebody has in a metric; `null` where there is none, or several. */
function goalDays(goals: readonly GoalLine[]): DayRange | null {
  const [only] = goals;
  return only !== undefined && goals.length === 1 ? { from: only.from, to: only.to } : null;
}

/** The date on somebody's own clock; the team's for records that are nobody's. */
export async function ownToday(
  { days, now, people }: Pick<SlackDeps, "days" | "now" | "people">,
  of: string | null,
): Promise<Day> {
  const person = of === null ? null : await people.one(of);
  return readerDays(now(), days).of(person ?? {}).today;
}

/** What somebody does who looks at figures of `me`, of a Slack id, of the `team` that they mean without a name, or at what is `nobody`'s. */
export function figuresAct(whose: string, userId: string): Act {
  if (whose === "team") return { does: "see-team" };
  const of = recordsOf(whose, userId);
  return of === null ? { does: "see-team", team: EVERYONE } : { does: "see-figures", of };
}

/** The Slack id of whose records are meant; `null` for nobody's. */
export function recordsOf(whose: string, userId: string): string | null {
  if (whose === "nobody") return null;
  return whose === "me" ? userId : whose;
}

function refusal(message: Message): WhyAnswer {
  return { kind: "refused", message };
}
