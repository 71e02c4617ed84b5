import type { Period } from "../../goals/goal";
import { PERIODS } from "../../goals/range-sums";
import { isMetricType, type MetricType } from "../../metrics/metrics";
import { type Day, type DayRange, day } from "../../time/day";

/** The question "Why this number?", as a button carries it. */
export interface WhyQuestion {
  /** A Slack id, `me`, `nobody`, or `team:` with a team's id. */
  readonly whose: string;
  readonly type: MetricType;
  readonly range: DayRange;
  /** From 0 on. */
  readonly page: number;
  /** Set where a team's figure is a sum of individual goals of this period: only who has one counts. */
  readonly sum?: Period | undefined;
  /** The id of the digest that said that this figure fell, and is asked why. */
  readonly fellIn?: string | undefined;
}

/** A question as the value of a button: `phone_call_quantity me 2026-10-26 2026-11-01 0`, of a sum with ` sum:weekly` behind it, of one that fell with ` fell:` and its digest. */
export function encodeWhyQuestion({ whose, type, range, page, sum, fellIn }: WhyQuestion): string {
  const more = [...(sum === undefined ? [] : [`sum:${sum}`]), ...(fellIn === undefined ? [] : [`fell:${fellIn}`])];
  return [type, whose, range.from, range.to, page, ...more].join(" ");
}

const DIGEST = /^fell:(digest:[A-Z0-9]+:\d{4}-\d{2}-\d{2}(?::again:\d{1,3})?)$/;

/** @throws {RangeError} for a value that no button of ours carries. */
export function decodeWhyQuestion(value: string): WhyQuestion {
  const [type = "", whose = "", from = "", to = "", page = "", of = ""] = value.split(" ");
  const sum = PERIODS.find((period) => of === `sum:${period}`);
  const fellIn = DIGEST.exec(of)?.[1];
  if (of !== "" && sum === undefined && fellIn === undefined)
    throw new RangeError(`${JSON.stringify(value)} asks no question`);
  if (!isMetricType(type) || !/^(me|nobody|team:[a-z0-9]{1,20}|[A-Z0-9]+)$/.test(whose) || !/^\d{1,9}$/.test(page)) {
    throw new RangeError(`${JSON.stringify(value)} asks no question`);
  }
  const ends: readonly [Day, Day] = [day(from), day(to)];
  return { whose, type, range: { from: ends[0], to: ends[1] }, page: Number(page), sum, fellIn };
}

/** Slack takes no longer value of a button; a modal's metadata may have half as much again. */
const MAX_VALUE = 2_000;
/** Stands in no question. */
const BETWEEN = ",";

/**
 * Several questions as the value of one button, each once, the one that is answered first at the front: of these as many as Slack takes, so
 * that what is asked least stands last. One alone is a value of `encodeWhyQuestion`.
 */
export function encodeWhyQuestions(questions: readonly WhyQuestion[]): string {
  const values = [...new Set(questions.map(encodeWhyQuestion))];
  let taken = "";
  for (const value of values) {
    const more = taken === "" ? value : `${taken}${BETWEEN}${value}`;
    if (more.length > MAX_VALUE) break;
    taken = more;
  }
  return taken;
}

/**
 * The questions that a button carries, one or several.
 *
 * @throws {RangeError} for a value that no button of ours carries.
 */
export function decodeWhyQuestions(value: string): readonly [WhyQuestion, ...WhyQuestion[]] {
  const [first = "", ...rest] = value.split(BETWEEN);
  return [decodeWhyQuestion(first), ...rest.map(decodeWhyQuestion)];
}

/** A team as the subject of a question, by its id: `team:west`. */
export function encodeTeamSubject(teamId: string): string {
  return `team:${teamId}`;
}

/** The id of the team that a question is about; `null` where it is about a person or nobody. */
export function decodeTeamSubject(whose: string): string | null {
  return whose.startsWith("team:") ? whose.slice("team:".length) : null;
}
