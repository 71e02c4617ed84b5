import { can } from "../../people/permissions";
import { addDays, type Day } from "../../time/day";
import type { SlackContext } from "../deps";
import type { TrendQuestion } from "../goals/trend-button-view";
import type { CommandEvent, CommandResponse } from "../middleware/commands";
import { parseDayRange } from "../parse/day-range";
import { extractSubject } from "../parse/goal-terms";
import { parseMetric } from "../parse/metric";
import { nearestQuestion } from "../parse/nearest-question";
import { normalizeText } from "../parse/normalize";
import { notUnderstood } from "../parse/suggest";
import { extractBareTeamName } from "../parse/team-name";
import { trendHelp } from "../ui/help";
import { figuresAct } from "../why/answer";
import { encodeTeamSubject } from "../why/payload";
import { respondToTrend } from "./answer";

/** `/goals trend …`: figures over time beside their pace; only whoever typed it sees them. */
export function trendCommand(context: SlackContext, { userId, text }: CommandEvent): CommandResponse {
  const { deps } = context;
  // A day that has begun on some clock is understood; whether it has for whom it is asked is looked up later.
  const latest = addDays(deps.days.dayOf(deps.now()), 1);
  const parsed = parseTrend(text, latest);
  const work = async () => {
    if (parsed.kind === "trend") return respondToTrend(context, userId, parsed);
    // What is no metric and no day may be a team's name.
    const named = extractBareTeamName(text, await deps.teams.all());
    const meant = named === null ? parsed : parseTrend(named.rest, latest);
    if (named === null || meant.kind === "fault") {
      const { whose, terms } = subjectTerms(text);
      // Nobody is told to type what they may not see.
      const may = can(await deps.actor(userId), figuresAct(whose, userId));
      const own = may ? parsed : parseTrend(terms.join(" "), latest);
      return own.kind === "fault" ? trendHelp(own.fault, own) : trendHelp(parsed.fault);
    }
    return respondToTrend(context, userId, { ...meant, whose: encodeTeamSubject(named.team) });
  };
  return { kind: "later", doing: "/goals trend", work };
}

/** What was typed after `trend`. */
export type ParsedTrend =
  | ({
      readonly kind: "trend";
      /** The days as they were named, which `parseDayRange` understands; `null` for none. */
      readonly days: string | null;
    } & TrendQuestion)
  /** `fault` says as mrkdwn what is not understood, `near` what may have been meant, as it would be typed behind `/goals`. */
  | { readonly kind: "fault"; readonly fault: string; readonly near?: string | null };

/** Words without a meaning here. */
const STOP_WORDS = new Set(["my", "me", "mine", "the", "for", "of", "on", "in", "over", "by", "as", "a", "chart"]);

/** Understands `trend calls`, `trend my sales last month`, `trend team`, `trend talk time <@U0BEN|ben> 12 weeks`. */
export function parseTrend(text: string, today: Day): ParsedTrend {
  const { whose, terms } = subjectTerms(text);
  if (whose === "unpicked") return fault("Type `@` and pick the person.");
  const named = parseMetric(terms);
  const days = (named?.rest ?? terms).join(" ");
  const range = days === "" ? null : parseDayRange(days, today);
  if (typeof range !== "string") {
    return { kind: "trend", whose, types: named?.types ?? null, days: range === null ? null : days };
  }
  if (named !== null) return fault(range);
  const near = nearestQuestion({ verb: "trend", whose, terms }, today);
  return { kind: "fault", fault: notUnderstood(days, near === null ? null : `/goals ${near}`), near };
}

/** Splits what was typed into whose figures are meant and the other words. */
function subjectTerms(text: string) {
  const words = normalizeText(text)
    .replace(/^(trends?|charts?)\b/, "")
    .replace(/\?+$/, "");
  const { found, rest } = extractSubject(words);
  const terms = rest.split(" ").filter((word) => word !== "" && !STOP_WORDS.has(word));
  return { whose: typeof found === "object" ? found.userId : found, terms };
}

function fault(text: string): ParsedTrend {
  return { kind: "fault", fault: text };
}
