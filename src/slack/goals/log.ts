import type { LogFilter } from "../../goals/edit-store";
import { type Act, type Actor, can, EVERYONE } from "../../people/permissions";
import { namesOf } from "../../people/person";
import type { SlackContext } from "../deps";
import { authorize } from "../middleware/access";
import { respondingAction } from "../middleware/actions";
import { type Message, sectionMessage } from "../ui/blocks";
import { foreign } from "../ui/text";
import { decodeTeamSubject } from "../why/payload";
import { goalLogMessage } from "./log-view";
import { decodeLogPage, encodeLogPage, type LogRequest } from "./payload";

const LINES_A_PAGE = 10;
const MAX_PAGES = 100;
const NOT_YOURS = "Only their managers and admins can see other people's goal log. Yours: `/goals log`.";

/** `/goals log`: who changed which goal, when, from what and to what, for those who may see it. */
export async function respondWithLog(
  context: SlackContext,
  { userId, whose, page }: LogRequest & { userId: string },
): Promise<Message> {
  const { deps } = context;
  const of = whose === "me" ? userId : whose;
  const team = decodeTeamSubject(of);
  if (!(await authorize(deps, { userId, act: logAct(of), doing: "/goals log" }))) return sectionMessage(NOT_YOURS);
  const everybody = of === "all" || of === "team";
  const own = team === null ? { userIds: [of] } : { teams: [team] };
  const filter = everybody ? seenBy(await deps.actor(userId), of) : own;
  const read = await deps.goalEdits.log({ ...filter, limit: (page + 1) * LINES_A_PAGE + 1 });
  const changes = read.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE);
  const [people, teams] = await Promise.all([deps.people.all(), deps.teams.all()]);
  const names = namesOf([...people, ...teams]);
  const more = read.length > (page + 1) * LINES_A_PAGE && page < MAX_PAGES;
  const value = (to: number) => encodeLogPage({ whose, page: to });
  const title = titleOf(of, { userId, names });
  return goalLogMessage(
    { title, changes, names, named: of === "all", page, more, value },
    { days: deps.days, now: deps.now() },
  );
}

/** What somebody wants who asks for a log. */
function logAct(of: string): Act {
  if (of === "all" || of === "team") return { does: "see-team" };
  const team = decodeTeamSubject(of);
  return team === null ? { does: "see-figures", of } : { does: "see-team", team };
}

/** Limits the log to what somebody may see: a manager of named teams to these and to whoever is in them today. */
function seenBy(actor: Actor, of: "all" | "team" | string): Omit<LogFilter, "limit"> {
  const all = can(actor, { does: "see-team", team: EVERYONE });
  const teams = all ? [EVERYONE] : (actor.teams ?? []);
  if (of === "team") return { teams };
  return all ? {} : { teams, userIds: [...(actor.members ?? [])] };
}

/** What `/goals log` means without a name: everybody's changes to whoever may see them, else one's own. */
export async function logOf({ deps }: SlackContext, userId: string): Promise<"all" | "me"> {
  return can(await deps.actor(userId), { does: "see-team" }) ? "all" : "me";
}

/** Replaces this page by another one. */
export const logPageAction = respondingAction((context, { userId, value }) =>
  respondWithLog(context, { userId, ...decodeLogPage(value) }),
);

function titleOf(of: string, { userId, names }: { userId: string; names: ReadonlyMap<string, string> }): string {
  if (of === "all") return "Changes to all goals";
  if (of === "team") return "Changes to team goals";
  const team = decodeTeamSubject(of);
  if (team !== null) return `Changes to ${foreign(names.get(team) ?? "Everyone", 40)}'s goals`;
  return of === userId ? "Changes to your goals" : `Changes to ${foreign(names.get(of) ?? of, 40)}'s goals`;
}
