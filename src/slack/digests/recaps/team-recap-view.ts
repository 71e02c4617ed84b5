import type { KnownBlock } from "@slack/types";
import type { LoadedRecap } from "../../../digests/content/load-deliveries";
import type { Recap } from "../../../digests/content/recap";
import { type RecapPerson, recapPeople } from "../../../digests/content/recap-people";
import type { PersonsPast, TeamRecapPart } from "../../../digests/content/team-recap";
import { isNeverRead } from "../../../sync/state/freshness";
import type { Day } from "../../../time/day";
import { dayInWords, monthName } from "../../../words/dates";
import { workspaceIn } from "../../platform/workspace";
import { actions, button, context, DIVIDER, fits, fitsTogether, header, section, sections } from "../../ui/blocks";
import type { DisplayContext } from "../../ui/dates";
import { messageButton } from "../../ui/message-button";
import { staleNotes } from "../../ui/stale-marks";
import { counted, foreign, plainForeign } from "../../ui/text";
import type { DigestMessage, DigestValues } from "../digest-view";
import { ownBlocks, recapSpan } from "./own-recaps-view";
import { countsOf, firstShort, type PeoplePart, type PeopleWords, peopleWords, startLine } from "./recap-part-view";
import { awayLine, teamLines } from "./team-lines-view";

/** Turns Home to a team's page; the value is the team's id. */
export const RECAP_TEAM = "team_recap_open";

export interface TeamRecapValues
  extends Omit<LoadedRecap, "members" | "reader" | "own">,
    Partial<Pick<LoadedRecap, "reader" | "own">>,
    DisplayContext,
    Pick<DigestValues, "homeUrl"> {}

const FOOTER = "Only you get this, every week · Home > *My page* > *Settings* stops it";
const MAX_NAME_LENGTH = 40;
const MAX_LABEL = 75;
const MAX_TEAMS = 10;
/** How many people a team has in full: the first of these with which all teams and the reader's own lines fit, else the shortest. */
const LENGTHS = [5, 3, 1];
const SHORTEST = 0;

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
  const framed = (people: number, own: readonly Recap[], url?: string): KnownBlock[] => [
    // It mostly comes right below one's own digest.
    DIVIDER,
    header(`👥 ${title}`),
    ...notes(values).map(context),
    ...shown.flatMap((part, at) => teamBlocks(part, { ...values, most: people, divided: at > 0, url, ownShown: own })),
    ...(recap.teams.length > shown.length
      ? [context(`and ${counted(recap.teams.length - shown.length, "more team")}`)]
      : []),
    ...(shown.length === 1 ? [] : ownBlocks(own, values.own?.today ?? recap.monday)),
    context(FOOTER),
  ];
  const length = [...LENGTHS, SHORTEST].find((people) => fits({ text, blocks: framed(people, mine, homeUrl) }));
  const [most, own] = length === undefined ? [SHORTEST, []] : [length, mine];
  const drawn = homeUrl === undefined ? [] : framed(most, own, homeUrl);
  return {
    text: text.slice(0, 3_000),
    blocks: framed(most, own),
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

interface PartValues extends TeamRecapValues {
  /** How many lines, and names in a line. */
  readonly most: number;
  readonly divided: boolean;
  readonly url: string | undefined;
  /** The reader's own weeks and months of which stands below what they came to, of a single team before the way to it. */
  readonly ownShown: readonly Recap[];
}

function teamBlocks(part: PeoplePart, values: PartValues): readonly KnownBlock[] {
  const { divided, url, recap } = values;
  const name = nameOf(part);
  const known = !isNeverRead(values.freshness);
  const several = recap.teams.length > 1;
  const heading = several ? [`*${foreign(name, MAX_NAME_LENGTH)}*`] : [];
  const more =
    url === undefined
      ? context(`Everyone's goals: \`/goals team ${foreign(name.toLowerCase(), MAX_NAME_LENGTH)}\``)
      : actions([
          ...(several && values.most > 0 && known ? messageFirst(part, { ...values, url }) : []),
          button(RECAP_TEAM, "See the team", { value: part.teamId, url, accessibility_label: seeInWords(name) }),
        ]);
  // The first of the people below says so, with what of.
  const begins = values.most > 0 && firstShort(part, values.reader) !== undefined;
  const start = [...heading, ...(known && !begins ? [startLine(part, values)] : [])];
  const counts = known && values.most > 0 ? countsOf(part).join(" · ") : "";
  const options = { ...values, monday: recap.monday };
  const others = part.people.filter((person) => person.userId !== values.reader || !isToldBelow(person, values));
  const { people, rest } = known ? peopleWords({ people: others }, values) : NOBODY;
  const below = [rest, known ? teamLines(part, options) : awayLine(part, options)];
  // Of several teams each has few blocks, as a message takes fifty.
  const parts = several
    ? sections(apart([[...start, ...(counts === "" ? [] : [counts])], ...people.map(inLines), ...below]))
    : [
        ...sections(start),
        ...(counts === "" ? [] : [section(counts)]),
        ...people.flatMap(({ words, quiet, to }) => [
          section(words.join("\n")),
          ...quiet.map(context),
          ...(to === null || url === undefined ? [] : messageRow(to, { ...values, url })),
        ]),
        ...sections(apart(below)),
      ];
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

type Linked = Pick<PartValues, "names"> & { readonly url: string };

/** "Message Ana Torres", with whom to begin: of several teams there is no room for more. */
function messageFirst(part: PeoplePart, { reader, ...linked }: Linked & Pick<PartValues, "reader">) {
  const first = firstShort(part, reader);
  return first === undefined ? [] : messageTo(first.userId, { ...linked, named: true });
}

/** "Message", below what somebody is short of. */
function messageRow(userId: string, linked: Linked): readonly KnownBlock[] {
  const buttons = messageTo(userId, { ...linked, named: false });
  return buttons.length === 0 ? [] : [actions(buttons)];
}

function messageTo(userId: string, { names, url, named }: Linked & { readonly named: boolean }) {
  const workspace = workspaceIn(url);
  if (workspace === null) return [];
  const name = names.get(userId) ?? userId;
  const label = named ? plainForeign(`Message ${name}`, MAX_LABEL) : "Message";
  return [messageButton({ userId, name }, { workspace, label })];
}

function inLines({ words, quiet }: PeopleWords["people"][number]): readonly string[] {
  return [...words, ...quiet];
}

function seeInWords(name: string): string {
  return `See ${foreign(name, MAX_NAME_LENGTH)} in Home`;
}

/** Puts an empty line between groups of lines. */
function apart(groups: readonly (readonly string[])[]): readonly string[] {
  return groups.filter(({ length }) => length > 0).flatMap((group, at) => (at === 0 ? group : ["", ...group]));
}
