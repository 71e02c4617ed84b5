import { metricOf } from "../../metrics/metrics";
import { can } from "../../people/permissions";
import type { Day, DayRange } from "../../time/day";
import type { SlackContext } from "../deps";
import type { CommandEvent, CommandResponse } from "../middleware/commands";
import { parseDayRange } from "../parse/day-range";
import { extractMention } from "../parse/goal-terms";
import { parseMetric } from "../parse/metric";
import { nearestQuestion } from "../parse/nearest-question";
import { normalizeText } from "../parse/normalize";
import { notUnderstood } from "../parse/suggest";
import { extractBareTeamName } from "../parse/team-name";
import type { Message } from "../ui/blocks";
import { whyHelp } from "../ui/help";
import { listed } from "../ui/text";
import { figuresAct, ownToday, recordsOf, respondToWhy } from "./answer";
import { whyWithChart } from "./day-chart";
import type { WhyQuestion } from "./payload";
import { respondToTeamWhy } from "./team-answer";

/** `/goals why …`: the records behind a figure; only whoever typed it sees them. */
export function whyCommand(context: SlackContext, { userId, text }: CommandEvent): CommandResponse {
  const { deps } = context;
  const work = async () => {
    const { whose, terms } = subjectTerms(text);
    const today = await ownToday(deps, recordsOf(whose, userId));
    const parsed = parseWhy(text, today);
    if (parsed.kind === "fault") {
      // Nobody is told to type what they may not see.
      const may = can(await deps.actor(userId), figuresAct(whose, userId));
      const own = may ? parsed : parseWhy(terms.join(" "), today);
      return teamOrHelp(context, { userId, text, fault: own.kind === "fault" ? own : parsed });
    }
    if (parsed.whose === "team") return respondToTeamWhy(context, userId, parsed);
    const answer = await respondToWhy(context, userId, { ...parsed, page: 0 });
    if (answer.kind === "refused") return answer.message;
    const display = { days: deps.days, now: deps.now(), reader: userId, goals: answer.goals, admin: answer.admin };
    return whyWithChart(answer.why, { ...display, today: deps.days.dayOf(display.now) });
  };
  return { kind: "later", doing: "/goals why", work };
}

/** What is no metric and no day may be a team's name; where it is none, the fault is said. */
async function teamOrHelp(
  context: SlackContext,
  { userId, text, fault: said }: Pick<CommandEvent, "userId" | "text"> & { readonly fault: NotUnderstood },
): Promise<Message> {
  const { teams, days, now } = context.deps;
  const named = extractBareTeamName(text, await teams.all());
  const parsed = named === null ? null : parseWhy(named.rest, days.dayOf(now()));
  if (named === null || parsed === null || parsed.kind === "fault") return whyHelp(said.fault, said);
  return respondToTeamWhy(context, userId, { ...parsed, team: named.team });
}

type NotUnderstood = Extract<ParsedWhy, { kind: "fault" }>;

/** What was typed after `why`; without days, the goal's period is meant. */
export type ParsedWhy =
  | ({ readonly kind: "why"; readonly range: DayRange | null } & Pick<WhyQuestion, "whose" | "type">)
  /** `fault` says as mrkdwn what is not understood, `near` what may have been meant, as it would be typed behind `/goals`. */
  | { readonly kind: "fault"; readonly fault: string; readonly near?: string | null };

const TEAM_WORDS = new Set(["team", "teams", "team's", "everybody", "everybodys", "everybody's"]);
const UNMATCHED_WORDS = new Set(["nobody", "nobodys", "unmatched"]);
/** Words without a meaning here. */
const STOP_WORDS = new Set(["my", "me", "mine", "the", "for", "of", "on", "in", "from", "is", "are"]);

/** Understands `why calls`, `why my emails last week`, `why talk time <@U0BEN|ben> 2026-10-01..2026-10-31`. */
export function parseWhy(text: string, today: Day): ParsedWhy {
  const { whose, terms } = subjectTerms(text);
  if (terms.some((word) => word.startsWith("@"))) return fault("Type `@` and pick the person.");
  if (terms.length === 0) return fault("Which metric? For example `/goals why calls`.");
  const named = parseMetric(terms);
  if (named === null) {
    const near = nearestQuestion({ verb: "why", whose, terms }, today);
    return { kind: "fault", fault: notUnderstood(terms.join(" "), near === null ? null : `/goals ${near}`), near };
  }
  const [type, ...others] = named.types;
  if (type === undefined || others.length > 0) return fault(whichOne(named.types.map((one) => metricOf(one).title)));
  const range = named.rest.length === 0 ? null : parseDayRange(named.rest.join(" "), today);
  return typeof range === "string" ? fault(range) : { kind: "why", whose, type, range };
}

/** Splits what was typed into whose records are meant and the other words. */
function subjectTerms(text: string): { readonly whose: string; readonly terms: string[] } {
  const words = normalizeText(text)
    .replace(/^why\b/, "")
    .replace(/\?+$/, "");
  const mentioned = extractMention(words);
  const rest = mentioned.rest.split(" ").filter((word) => word !== "" && !STOP_WORDS.has(word));
  const whose = mentioned.found ?? namedBy(rest);
  return { whose, terms: rest.filter((word) => !UNMATCHED_WORDS.has(word) && !TEAM_WORDS.has(word)) };
}

function namedBy(words: readonly string[]): "nobody" | "team" | "me" {
  if (words.some((word) => UNMATCHED_WORDS.has(word))) return "nobody";
  return words.some((word) => TEAM_WORDS.has(word)) ? "team" : "me";
}

function whichOne(titles: readonly string[]): string {
  return `Which one: ${listed(
    titles.map((title) => `\`/goals why ${title.toLowerCase()}\``),
    "or",
  )}?`;
}

function fault(text: string): ParsedWhy {
  return { kind: "fault", fault: text };
}
