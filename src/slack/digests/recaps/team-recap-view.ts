import type { KnownBlock } from "@slack/types";
import type { LoadedRecap } from "../../../digests/content/load-deliveries";
import type { Recap } from "../../../digests/content/recap";
import { type RecapPerson, recapPeople } from "../../../digests/content/recap-people";
import type { PersonsPast, TeamRecapPart } from "../../../digests/content/team-recap";
import { isNeverRead } from "../../../sync/state/freshness";
import type { Day } from "../../../time/day";
import { dayInWords, monthName } from "../../../words/dates";
import { clocksApart } from "../../goals/team/local-clocks";
import { actions, button, context, DIVIDER, fits, fitsTogether, header, sections } from "../../ui/blocks";
import type { DisplayContext } from "../../ui/dates";
import { staleNotes } from "../../ui/stale-marks";
import { counted, foreign, plainForeign } from "../../ui/text";
import type { DigestMessage, DigestValues } from "../digest-view";
import { ownBlocks, recapSpan } from "./own-recaps-view";
import { inLines, messageFirst, personBlocks } from "./person-blocks-view";
import { countsOf, firstShort, type PeoplePart, type PeopleWords, peopleWords, startLine } from "./recap-part-view";
import { awayLine, teamLines } from "./team-lines-view";

/** Turns Home to a team's page; the value is the team's id. */
export const RECAP_TEAM = "team_recap_open";

export interface TeamRecapValues
  extends Omit<LoadedRecap, "members" | "reader" | "own" | "zones">,
    Partial<Pick<LoadedRecap, "reader" | "own" | "zones">>,
    DisplayContext,
    Pick<DigestValues, "homeUrl"> {}

const FOOTER = "Only you get this, every week. Home > *My page* > *Settings* turns it off.";
const MAX_NAME_LENGTH = 40;
const MAX_TEAMS = 10;
/** How a recap is cut. */
interface Length {
  /** How many people a team has in full. */
  readonly most: number;
  /** Whether each of them has a row with its own button, rather than a team its people in few blocks, as Slack takes fifty. */
  readonly rows: boolean;
}

/** The first of these is taken with which all teams and the reader's own lines fit, else the shortest. */
const LENGTHS: readonly Length[] = [
  { most: 5, rows: true },
  { most: 3, rows: true },
  { most: 5, rows: false },
  { most: 3, rows: false },
  { most: 1, rows: false },
];
const SHORTEST: Length = { most: 0, rows: false };

/** Renders what a manager's week begins with: a part a team, each with whom to begin and why. */
export function teamRecapMessage(values: TeamRecapValues): DigestMessage {
  const { recap, homeUrl } = values;
  const shown = recap.teams.slice(0, MAX_TEAMS).map((part): PeoplePart => ({ ...part, people: recapPeople(part) }));
  const [only] = shown;
  const whose = shown.length === 1 && only !== undefined ? nameOf(only) : "Your teams";
  const title = `${plainForeign(whose, MAX_NAME_LENGTH)}${ofWhen(shown, recap.monday)}`;
  const summaries = shown.map((part) => summary(part, { ...values, named: shown.length > 1 })).join(" ");
  const known = !isNeverRead(values.freshness);
  const text = `${foreign(title, 80)}. ${known ? summaries : "No data yet."}`;
  const mine = known ? (values.own?.recaps ?? []) : [];
  const framed = (length: Length, own: readonly Recap[], url?: string): KnownBlock[] => [
    // It mostly comes right below one's own digest.
    DIVIDER,
    header(`👥 ${title}`),
    ...notes(values).map(context),
    ...shown.flatMap((part, at) => teamBlocks(part, { ...values, ...length, divided: at > 0, url, ownShown: own })),
    ...(recap.teams.length > shown.length
      ? [context(`and ${counted(recap.teams.length - shown.length, "more team")}`)]
      : []),
    ...(shown.length === 1 ? [] : ownBlocks(own, values.own?.today ?? recap.monday)),
    context(FOOTER),
  ];
  const fitting = [...LENGTHS, SHORTEST].find((length) => fits({ text, blocks: framed(length, mine, homeUrl) }));
  const [length, own] = fitting === undefined ? [SHORTEST, []] : [fitting, mine];
  const drawn = homeUrl === undefined ? [] : framed(length, own, homeUrl);
  return {
    text: text.slice(0, 3_000),
    blocks: framed(length, own),
    // What there is no room for, the next digest says.
    recapsTold: own.map(recapSpan),
    ...(drawn.length > 0 && fitsTogether(drawn) ? { drawn } : {}),
  };
}

function nameOf({ name }: TeamRecapPart): string {
  return name ?? "Everyone";
}

/** ": last week and October"; ", week of Oct 26" where nothing ended for anybody. */
function ofWhen(parts: readonly TeamRecapPart[], monday: Day): string {
  const [month] = parts.flatMap(({ lastMonth }) => lastMonth);
  const ended = [
    ...(parts.some(({ lastWeek }) => lastWeek.length > 0) ? ["last week"] : []),
    ...(month === undefined ? [] : [monthName(month.past.from)]),
  ];
  return ended.length === 0 ? `, week of ${dayInWords(monday)}` : `: ${ended.join(" and ")}`;
}

/** "West: Start with Ana Torres: 14 calls short last week." */
function summary(part: PeoplePart, { names, reader, named }: TeamRecapValues & { readonly named: boolean }): string {
  const words = startLine(part, { names, reader }).replaceAll("*", "");
  return `${named ? `${foreign(nameOf(part), MAX_NAME_LENGTH)}: ` : ""}${words}`;
}

function notes({ recap, freshness, ...display }: TeamRecapValues): readonly string[] {
  if (isNeverRead(freshness)) return ["No data yet. Figures follow once the first sync is done."];
  const lines = recap.teams.flatMap(({ standings, goals }) => [
    ...standings.behind.flatMap((one) => one.goals),
    ...goals,
  ]);
  return staleNotes(lines, { freshness, ...display });
}

/** `most` is also how many lines a team's goals have, and how many names a line. */
interface PartValues extends TeamRecapValues, Length {
  readonly divided: boolean;
  readonly url: string | undefined;
  /** The reader's own weeks and months of which stands below what they came to, of a single team before the way to it. */
  readonly ownShown: readonly Recap[];
}

function teamBlocks(part: PeoplePart, values: PartValues): readonly KnownBlock[] {
  const { divided, url, recap, rows } = values;
  const name = nameOf(part);
  const short = plainForeign(name, MAX_NAME_LENGTH);
  const known = !isNeverRead(values.freshness);
  const several = recap.teams.length > 1;
  const heading = several ? [`*${foreign(name, MAX_NAME_LENGTH)}*`] : [];
  const more =
    url === undefined
      ? context(`Everyone's goals: \`/goals team ${foreign(name.toLowerCase(), MAX_NAME_LENGTH)}\``)
      : actions([
          ...(!rows && values.most > 0 && known ? messageFirst(part, { ...values, url }) : []),
          button(RECAP_TEAM, "See the team", { value: part.teamId, url, accessibility_label: `See ${short} in Home` }),
        ]);
  // The first of the people below says so, with what of.
  const begins = values.most > 0 && firstShort(part, values.reader) !== undefined;
  const start = [...heading, ...(known && !begins ? [startLine(part, values)] : [])];
  const counts = known && values.most > 0 ? countsOf(part) : [];
  const options = { ...values, monday: recap.monday };
  const apartOf = clocksApart(values.zones ?? [], values);
  const others = part.people.filter((person) => person.userId !== values.reader || !isToldBelow(person, values));
  const { people, rest } = known ? peopleWords({ people: others }, { ...values, apartOf }) : NOBODY;
  const below = [rest, known ? teamLines(part, options) : awayLine(part, options)];
  const parts = rows
    ? [
        ...sections([...start, ...counts]),
        ...people.flatMap((person) => personBlocks(person, { ...values, isFirst: !divided })),
        ...sections(apart(below)),
      ]
    : sections(apart([[...start, ...counts], ...people.map(inLines), ...below]));
  return [
    ...(divided ? [DIVIDER] : []),
    ...parts,
    ...(several ? [] : ownBlocks(values.ownShown, values.own?.today ?? recap.monday)),
    more,
  ];
}

/** Tells whether the reader's own lines say all that their row would of what ended; what goes on is in their digest. */
function isToldBelow({ missed, reached, unread }: RecapPerson, { ownShown }: Pick<PartValues, "ownShown">): boolean {
  const isTold = ({ past }: PersonsPast) =>
    ownShown.some(({ period, from }) => period === past.period && from === past.from);
  return ownShown.length > 0 && [missed, reached, unread].every((of) => of.every(isTold));
}

const NOBODY: PeopleWords = { people: [], rest: [] };

/** Puts an empty line between groups of lines. */
function apart(groups: readonly (readonly string[])[]): readonly string[] {
  return groups.filter(({ length }) => length > 0).flatMap((group, at) => (at === 0 ? group : ["", ...group]));
}
