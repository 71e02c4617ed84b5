import type { KnownBlock } from "@slack/types";
import type { Period } from "../../../goals/goal";
import type { Overview } from "../../../goals/overview";
import { type Straggler, standings } from "../../../goals/teams/standings";
import type { MetricType } from "../../../metrics/metrics";
import { weekdayInWords } from "../../../words/dates";
import { context, section } from "../../ui/blocks";
import type { StaleMark } from "../../ui/stale-marks";
import { counted, foreign, plainForeign, someOf, unbrokenParts } from "../../ui/text";
import { STATUSES } from "../status-words";
import type { AwayToday } from "./away";
import { behindRow } from "./behind-row-view";
import type { LocalClock } from "./local-clocks";
import type { RowHead, RowPerson } from "./person-row-view";

/** A member of the team, by whose goals it is seen whether they need their manager. */
export interface NamedMember {
  /** Slack's member id. */
  readonly userId: string;
  readonly name: string;
  readonly overview: Overview;
  /** What time it is there, where that is worth a thought. */
  readonly clock?: LocalClock | null;
}

const MAX_BEHIND = 10;
const MAX_AWAY = 5;
const MAX_NAMED = 5;
const MAX_NAME_LENGTH = 40;

interface BehindContext {
  /** Which goals are looked at. */
  readonly asked: { readonly metric: MetricType | null; readonly period?: Period | undefined };
  readonly head: (person: RowPerson) => RowHead;
  readonly away: readonly AwayToday[];
  readonly mark: StaleMark;
  /** Slack id of whoever looks: counted as everywhere else, in words of their own instead of a row. */
  readonly reader?: string | undefined;
  /** So many have a row, ten where it is unset. */
  readonly most?: number;
  /** What is said where nobody is behind, if there is anything. */
  readonly instead?: readonly KnownBlock[];
  /** Whether the first row says with whom to begin. */
  readonly starts?: boolean;
  /** Whether a row is one line without figures, as where a table below has these. */
  readonly brief?: boolean;
  /** What today asks of the reader, "You need today: 134 emails", as mrkdwn, where they have goals. */
  readonly plan?: string | null;
}

/** Who needs their manager, below a heading that says so: whoever is behind in a row each, with all that they are behind in, money first; then how many do not, and who is away. */
export function behindPart(
  people: readonly NamedMember[],
  {
    asked,
    head,
    away,
    mark,
    reader,
    most = MAX_BEHIND,
    instead = [],
    starts = false,
    brief = false,
    plan = null,
  }: BehindContext,
): readonly KnownBlock[] {
  const { behind: all, onTrack, unread, notStarted } = standings(people, { type: asked.metric, period: asked.period });
  const own = all.find(({ userId }) => userId === reader);
  const behind = all.filter((one) => one !== own);
  const known = new Map(people.map((person) => [person.userId, person]));
  const shown = behind.slice(0, most);
  const leaves = new Map(away.map(({ userId, through }) => [userId, through]));
  const rows = shown.flatMap((one, at) => {
    const { userId } = one;
    const { name = userId, overview, clock = null } = known.get(userId) ?? {};
    const lines = overview?.goals ?? [];
    const isFirst = starts && at === 0;
    const lead = isFirst ? START : "";
    const through = leaves.get(userId) ?? null;
    return behindRow(one, { head: head({ userId, name, starts: isFirst }), lead, lines, through, clock, mark, brief });
  });
  const more = behind.length - shown.length;
  const begins = all.length + unread.length === 0 && onTrack.length > 0 && notStarted.length === onTrack.length;
  const nobodyElse = own === undefined ? (unread.length === 0 ? NOBODY : NONE_BEHIND_SYNCED) : NOBODY_ELSE;
  const some = all.length + onTrack.length + unread.length > 0;
  const nobody = begins ? NOBODY_BEGAN : some ? nobodyElse : NO_GOALS;
  const showsOnTrack = onTrack.length > 0 && !begins;
  const planIsSaid = showsOnTrack && onTrack.some((userId) => userId === reader);
  return [
    ...(behind.length > 0 ? rows : instead.length > 0 ? instead : [section(nobody)]),
    ...(more > 0 ? [context(`Also behind: ${namesOf(behind.slice(most), known)}`)] : []),
    ...(own === undefined
      ? []
      : [context(unbrokenParts([youBehind(own), ...(plan === null ? [] : [plan])].join(". ")))]),
    ...(showsOnTrack ? [context(unbrokenParts(onTrackLine(onTrack, { reader, known, plan })))] : []),
    ...(unread.length > 0
      ? [context(`${STATUSES.unread.sign} Not synced: ${namesAndYou(unread, { reader, known })}`)]
      : []),
    ...(away.length > 0 ? [context(`🏝 Away today: ${awayInWords(away)}`)] : []),
    ...(own === undefined && plan !== null && !planIsSaid ? [context(unbrokenParts(plan))] : []),
  ];
}

/** "🔴 You're behind in 2 goals". */
function youBehind({ goals }: Straggler): string {
  return `${STATUSES.behind.sign} You're behind in ${counted(goals.length, "goal")}`;
}

/** Heads those who need their manager, "Who needs you in West", as plain text; without a team those of Everyone. */
export function behindTitle(team: { readonly name: string } | null): string {
  return `Who needs you${team === null ? "" : ` in ${plainForeign(team.name, MAX_NAME_LENGTH)}`}`;
}

/** Before whoever needs their manager the most. */
export const START = "Start with ";
const NOBODY = "Nobody is behind.";
/** On the first day of a period, which is no praise. */
const NOBODY_BEGAN = `${STATUSES["not-started"].sign} Nobody has started yet.`;
/** While some have goals of which nothing is known. */
export const NONE_BEHIND_SYNCED = "Nobody is behind in what is synced.";
const NOBODY_ELSE = "Nobody besides you is behind.";
const NO_GOALS = "Nobody has a goal here yet.";

/** "🟢 On track: Ben Okafor, Noor Aziz, you. You need today: 1 call": the reader's own plan beside their name, once. */
function onTrackLine(
  onTrack: readonly string[],
  { plan, ...people }: { readonly reader: string | undefined; readonly known: Known; readonly plan: string | null },
): string {
  const { sign } = STATUSES["on-pace"];
  const [first, ...others] = onTrack;
  const isReaderAlone = first === people.reader && others.length === 0;
  const who = isReaderAlone ? "You're on track" : `On track: ${namesAndYou(onTrack, people)}`;
  const isReaderIn = onTrack.some((userId) => userId === people.reader);
  return [`${sign} ${who}`, ...(isReaderIn && plan !== null ? [plan] : [])].join(". ");
}

/** "Ben Okafor, Noor Aziz, you"; of more than five the first five and how many more. */
function namesAndYou(
  userIds: readonly string[],
  { reader, known }: { readonly reader: string | undefined; readonly known: Known },
): string {
  const others = userIds.filter((userId) => userId !== reader).map((userId) => ({ userId }));
  const own = others.length === userIds.length ? [] : ["you"];
  return [...(others.length === 0 ? [] : [namesOf(others, known)]), ...own].join(", ");
}

/** The people of the team by their ids. */
type Known = ReadonlyMap<string, Pick<NamedMember, "name">>;

function namesOf(people: readonly { readonly userId: string }[], known: Known): string {
  const names = people.map(({ userId }) => foreign(known.get(userId)?.name ?? userId, MAX_NAME_LENGTH));
  return someOf(names, MAX_NAMED);
}

function awayInWords(away: readonly AwayToday[]): string {
  const each = away.map(
    ({ name, through }) => `${foreign(name, MAX_NAME_LENGTH)} (through ${weekdayInWords(through)})`,
  );
  return someOf(each, MAX_AWAY);
}
