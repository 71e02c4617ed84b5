import type { KnownBlock } from "@slack/types";
import { buildDigests, digestRows, neededRanges } from "../../../../src/digests/content/build-digests";
import { overviewOf } from "../../../../src/goals/figures";
import type { Goal } from "../../../../src/goals/goal";
import { teamOverviewOf } from "../../../../src/goals/teams/team-figures";
import type { MetricType } from "../../../../src/metrics/metrics";
import type { Person } from "../../../../src/people/person";
import { digestMessage } from "../../../../src/slack/digests/digest-view";
import { csvText } from "../../../../src/slack/exports/csv";
import { teamRows } from "../../../../src/slack/exports/team-rows";
import { goalsMessage } from "../../../../src/slack/goals/list-view";
import { teamGoalsPage } from "../../../../src/slack/goals/team/team";
import { teamGoalsShown } from "../../../../src/slack/goals/team/team-table";
import { MY_PAGE } from "../../../../src/slack/home/location";
import { myPage } from "../../../../src/slack/home/views/my-page";
import { personPage, teammateRow } from "../../../../src/slack/home/views/person-page";
import { teamPage } from "../../../../src/slack/home/views/team/team-page";
import type { Day } from "../../../../src/time/day";
import { PLAIN_CALENDAR } from "../../builders/calendars";
import { rangeSums, someFigures } from "../../builders/goal-figures";
import type { Figure } from "../../builders/goals";
import { aTeamPage } from "../../builders/overviews";
import { aMyPage, READING } from "../home";
import { lines } from "../slack-blocks";

/** A company on one of its days: the first of its people is whose figures are asked about. */
export interface RunningCompany {
  readonly today: Day;
  readonly people: readonly Person[];
  readonly goals: readonly Goal[];
  readonly figures: readonly Figure[];
  /** The metric that the team's pages are narrowed to. */
  readonly type: MetricType;
}

/** What each surface says of the periods that go on: of one person, and of the team; and the team's file. */
export function runningSurfaces({ today, people, goals, figures: did, type }: RunningCompany) {
  const [person] = people;
  if (person === undefined) throw new Error("There is a person");
  const figures = someFigures({ today, goals, figures: did });
  const overview = overviewOf(person, { figures, day: figures.days.of(person) });
  const team = teamOverviewOf(people, figures);
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  const mine = { userId: person._id, name: person.name, overview };
  const asked = { ...MY_PAGE, tab: "team", metric: type } as const;
  const state = { freshness: [], first: null, ...READING };
  const page = teamGoalsPage(team, { names, page: 0, state });
  const shown = teamGoalsShown(page, { people: team.members, names });
  if (!("plain" in shown)) throw new Error("Nothing is drawn of the team");
  const tableRows = shown.blocks.flatMap((block) => ("rows" in block ? block.rows : []));
  const own = tableRows.map((row) => row.map((cell) => ("text" in cell ? cell.text : "")).join(" | "));
  const inTeam = teamPage(aTeamPage({ ...READING, today, location: asked, people: [mine], team: team.team, of: null }));
  return {
    overview,
    person: {
      "App Home": textOf(myPage(aMyPage({ overview })).blocks),
      "/goals": textOf(goalsMessage(overview).blocks),
      "/goals of a manager": textOf(goalsMessage(overview, { other: { userId: person._id, name: "Ana" } }).blocks),
      digest: textOf(
        digestMessage({ digest: digestOf({ person, figures, did, today }), freshness: [], ...READING }).blocks,
      ),
      "a row of the team's page": textOf([teammateRow(mine, { at: asked })]),
      "a person's page": textOf(
        personPage({
          ...READING,
          person: mine,
          tabs: ["team"],
          location: asked,
          edits: false,
          freshness: [],
          first: null,
        }).blocks,
      ),
      "the team's table": own.filter((row) => row.startsWith(person.name)).join("\n"),
      "the team's table in words": textOf(shown.plain),
    },
    team: {
      "the team's page": textOf(inTeam.blocks),
      "/goals team": textOf(shown.blocks.flatMap((block) => ("rows" in block ? [] : [block as KnownBlock]))),
    },
    file: csvText(teamRows({ team: null, everybody: people }, figures)),
  };
}

function digestOf({
  person,
  figures,
  did,
  today,
}: {
  readonly person: Person;
  readonly figures: ReturnType<typeof someFigures>;
  readonly did: readonly Figure[];
  readonly today: Day;
}) {
  const { week, holidays } = PLAIN_CALENDAR;
  const due = [{ _id: "d", to: person._id, day: today }];
  const rows = digestRows(due, { people: [person], team: { week, holidays, today } });
  const ranges = neededRanges(rows, { goals: figures.goals, reported: new Map() });
  const digest = buildDigests(rows, {
    ...{ figures, ranges, reported: new Map(), praised: new Map(), isFinal: () => true, teamZone: "America/New_York" },
    ...{ isRead: () => true, calendar: PLAIN_CALENDAR },
    sums: rangeSums(did, { today, ranges }).rows,
  }).get("d");
  if (digest === undefined) throw new Error("There is a digest");
  return digest;
}

function textOf(blocks: readonly KnownBlock[]): string {
  return lines(blocks).join("\n");
}
