import { type Leaderboard, type LeaderboardSection, placesUp } from "../../digests/content/leaderboard";
import { type MetricType, metricOf } from "../../metrics/metrics";
import { listed, plainForeign } from "../ui/text";
import { boardParts, isAlone } from "./board-parts";
import { apart, asOfWords, leadersOf, leadInWords, type Named, secondLead } from "./leaders";

/** More metrics that the same people lead are counted. */
const MAX_METRICS = 3;
const MAX_NAME = 24;
/** Slack takes no longer heading. */
const MAX_HEADING = 150;

/** Whether a headline's week is over, and what of it is not known to its end. */
interface HeadlineContext extends Pick<Named, "isOver"> {
  /** When a metric was last read that was not read to the end of these days: "Wed 3:06 PM PDT"; `null` of every other. */
  readonly asOf?: (type: MetricType) => string | null;
}

/**
 * Says as a person would who leads in what, of the first metric and of the others that the same people lead, money first: "Ben leads
 * calls and talk time", "Ana and Dev tie in emails"; of what is ranked in full below it alone, where anything is. Whoever was not first on the board before "takes the lead in" it, and of a week that `isOver` they "led"; of one metric by how much: "Ana leads
 * calls, 13 ahead of Maya", by percent "Ana leads calls, 133% to Ben's 75%", and of what was not read to its end as of when: "Ana leads wholesale as of Wed 3:06 PM PDT, $145 ahead of
 * Ben". Where others lead more of these metrics they come second instead: "Ana leads wholesale, Ben leads distribution and
 * calls". Nobody leads in what nobody else has a result in, nor is it counted. As plain text that fits a heading; `null` where nobody competes.
 */
export function headline(
  { sections, by, metrics: onBoard }: Pick<Leaderboard, "sections" | "by" | "metrics">,
  { isOver, asOf = () => null }: HeadlineContext,
): string | null {
  const { inFull } = boardParts({ sections, metrics: onBoard }, new Map());
  const seen = inFull.length > 0 ? inFull : sections.filter((board) => !isAlone(board));
  const [first] = seen;
  if (first === undefined) return null;
  const names = firstNames(sections);
  const who = leading(first, { names, isOver });
  const read = asOf(first.type);
  const isTheirs = (board: LeaderboardSection) =>
    leading(board, { names, isOver }) === who && asOf(board.type) === read;
  const led = seen.filter(isTheirs);
  const metrics = metricsNamed(led.map(({ type }) => metricOf(type).name));
  const lead = `${who} ${metrics}${asOfWords(read)}`;
  const most = secondLead(seen, { isOver, asOf, names });
  const both = most === null ? lead : `${lead}, ${most}`;
  if (both !== lead && both.length <= MAX_HEADING) return both;
  return `${lead}${led.length === 1 ? leadOf(first, { by, names }) : ""}`;
}

/** "wholesale, calls, and emails", "wholesale, calls, emails, and 5 more"; one more is named, too. */
function metricsNamed(metrics: readonly string[]): string {
  const more = metrics.length - MAX_METRICS;
  return listed(more > 1 ? [...metrics.slice(0, MAX_METRICS), `${more} more`] : metrics);
}

/** "Ben leads", "Ben takes the lead in", "Ana and Dev tie in"; of a week that is over "Ben led", "Ana and Dev tied in". */
function leading(board: LeaderboardSection, named: Named): string {
  const [one, ...tied] = leadersOf(board);
  const rose = one !== undefined && tied.length === 0 && (placesUp(board, one.userId) ?? 0) > 0;
  return rose && !named.isOver ? `${named.names.get(one.userId) ?? ""} takes the lead in` : leadInWords(board, named);
}

/** ", 13 ahead of Maya": how far one leads alone whom the board shows next; nothing where several tie, or nobody else is shown. */
function leadOf(
  board: LeaderboardSection,
  { by, names }: Pick<Leaderboard, "by"> & { readonly names: ReadonlyMap<string, string> },
): string {
  const [first, second] = board.rows;
  if (first === undefined || second === undefined || first.result === second.result) return "";
  const next = board.rows.filter(({ result }) => result === second.result);
  const who = next.length > 1 ? NEXT : { whom: names.get(second.userId) ?? "" };
  return apart([first.result, second.result], { by, unit: board.unit, ...who });
}

/** Several who tie behind whoever leads. */
const NEXT = { whom: "the next", whose: "the next ones'" };

/** What people are called who are on the board, by Slack id: the first name, where nobody else there has it. */
export function firstNames(boards: readonly LeaderboardSection[]): ReadonlyMap<string, string> {
  const full = new Map(
    boards.flatMap(({ rows }) => rows.map(({ userId, name }) => [userId, plainForeign(name, MAX_NAME)])),
  );
  const firsts = [...full.values()].map(firstName);
  const isShared = (first: string) => firsts.filter((one) => one === first).length > 1;
  return new Map([...full].map(([userId, name]) => [userId, isShared(firstName(name)) ? name : firstName(name)]));
}

/** "Ana" of "Ana Torres"; a name that is written with its surname first, or begins with a title, is left whole. */
function firstName(name: string): string {
  const [first = name] = name.split(" ");
  return first.length < 2 || /[,.]$/.test(first) ? name : first;
}
