import { can, mainTeam } from "../../people/permissions";
import { respondWithBoard } from "../boards/board";
import type { SlackContext } from "../deps";
import { respondToDigest } from "../digests/command";
import { deliveriesMessage, undeliveredSince } from "../digests/deliveries-view";
import { goalToday, ownerOf, prepareChange } from "../goals/change";
import { previewMessage } from "../goals/change-view";
import { openForm } from "../goals/form";
import { logOf, respondWithLog } from "../goals/log";
import { keyOf, parseArchive, parseSet, subjectIn, subjectOf } from "../goals/parse-edit";
import { goalAct } from "../goals/payload";
import { respondWithTeam } from "../goals/team/team";
import { teamNamed } from "../goals/team/team-choice";
import { authorize } from "../middleware/access";
import { type CommandEvent, type CommandResponse, respondingCommand } from "../middleware/commands";
import { notUnderstood } from "../parse/suggest";
import { extractTeamName } from "../parse/team-name";
import { trendCommand } from "../trends/command";
import { newcomerMessage, refusalText } from "../ui/access-messages";
import { type Message, sectionMessage } from "../ui/blocks";
import type { ChartMessage } from "../ui/charts";
import { goalEditHelp, goalsHelp } from "../ui/help";
import { whyCommand } from "../why/command";
import { encodeTeamSubject } from "../why/payload";
import { helpAnswer, respondToUnknown } from "./help-answer";
import { type GoalsCommand, parseGoals } from "./parse-goals";
import { goalsOf, monthOf } from "./shown-goals";

/** `/goals` and all its subcommands; only whoever typed it sees the answer. */
export const goalsCommand = respondingCommand(respondToGoalsCommand);

/** What comes of words behind `/goals`, typed or pressed: rights are asked when it is carried out. */
export function respondToGoalsCommand(context: SlackContext, event: CommandEvent): CommandResponse {
  const parsed = parseGoals(event.text);
  switch (parsed.kind) {
    case "why":
      return whyCommand(context, event);
    case "trend":
      return trendCommand(context, event);
    case "help":
      return { kind: "now", message: (may) => helpAnswer(parsed.topic, may) };
    case "fault":
      return { kind: "now", message: goalsHelp(parsed.fault) };
    case "unknown":
      return respondToUnknown(context, { ...event, ...parsed });
    case "form":
      return { kind: "later", doing: "/goals set", work: () => openFormOrRefuse(context, event) };
    default: {
      const doing = parsed.kind === "mine" ? "/goals" : `/goals ${parsed.kind}`;
      return { kind: "later", doing, work: () => respondToMember(context, { ...event, parsed }) };
    }
  }
}

/** Resolves to `null` where the form is open. */
async function openFormOrRefuse(
  context: SlackContext,
  { userId, triggerId }: Pick<CommandEvent, "userId" | "triggerId">,
): Promise<Message | null> {
  const doing = "/goals set";
  if ((await context.deps.actor(userId)).role === "newcomer")
    return newcomerMessage({ syncing: await context.deps.syncing() });
  const act = goalAct({});
  if (!(await authorize(context.deps, { userId, act, doing }))) return sectionMessage(refusalText(act));
  await openForm(context, { userId, triggerId, doing }, {});
  return null;
}

async function respondToMember(context: SlackContext, request: GoalsRequest): Promise<Message | ChartMessage> {
  const { role } = await context.deps.actor(request.userId);
  return role === "newcomer"
    ? newcomerMessage({ syncing: await context.deps.syncing() })
    : respondToGoals(context, request);
}

interface GoalsRequest extends Pick<CommandEvent, "userId" | "text" | "channel" | "channelName"> {
  readonly parsed: GoalsCommand;
}

const NOT_THE_DELIVERIES = "Only admins can see deliveries. Your next digest: `/goals digest`.";

/** Answers `/goals` for somebody whom a sync has seen. */
async function respondToGoals(
  context: SlackContext,
  { userId, text, parsed, channel, channelName }: GoalsRequest,
): Promise<Message | ChartMessage> {
  switch (parsed.kind) {
    case "mine":
      return goalsOf(context, { userId, of: userId });
    case "of":
      return goalsOf(context, { userId, of: parsed.userId });
    case "month":
      return monthOf(context, { userId, ...parsed });
    case "team":
      return respondWithTeam(context, { userId, team: null, name: parsed.name, page: 0 });
    case "board":
      return respondWithBoard(context, { userId, name: parsed.team, channel, channelName });
    case "digest":
      return respondToDigest(context, { userId, text });
    case "deliveries":
      return deliveriesAnswer(context, userId);
    case "log":
      return logAnswer(context, { userId, whose: parsed.whose });
    case "set":
    case "archive":
      return changeAnswer(context, { userId, text, parsed });
  }
}

async function deliveriesAnswer({ deps }: SlackContext, userId: string): Promise<Message> {
  const act = { does: "see-runs" } as const;
  if (!(await authorize(deps, { userId, act, doing: "/goals deliveries" }))) return sectionMessage(NOT_THE_DELIVERIES);
  const reading = { days: deps.days, now: deps.now() };
  const [latest, undelivered] = await Promise.all([
    deps.digests.deliveries(),
    deps.digests.undelivered(undeliveredSince(reading)),
  ]);
  return deliveriesMessage({ latest, undelivered }, reading);
}

async function logAnswer(
  context: SlackContext,
  { userId, whose }: { readonly userId: string; readonly whose: Extract<GoalsCommand, { kind: "log" }>["whose"] },
): Promise<Message> {
  if (whose === null) return respondWithLog(context, { userId, whose: await logOf(context, userId), page: 0 });
  if (typeof whose === "string") return respondWithLog(context, { userId, whose, page: 0 });
  if ("userId" in whose) return respondWithLog(context, { userId, whose: whose.userId, page: 0 });
  const team = teamNamed(whose.team, await context.deps.teams.all());
  if (team === null) return goalsHelp(notUnderstood(`team ${whose.team}`, "/goals log team"));
  return respondWithLog(context, { userId, whose: encodeTeamSubject(team), page: 0 });
}

/** The team that words name behind "team", where they are not understood as they are; a team may be called Calls. */
async function namedTeam({ teams, days, now }: SlackContext["deps"], { text, parsed }: Omit<GoalsRequest, "userId">) {
  const edit = parsed.kind === "set" ? parseSet(text, days.dayOf(now())) : parseArchive(text);
  return edit.kind === "fault" ? extractTeamName(text, await teams.all()) : null;
}

/** Answers with a preview and its buttons; nothing is changed yet. */
async function changeAnswer(context: SlackContext, { userId, text, parsed }: GoalsRequest): Promise<Message> {
  const { deps } = context;
  const doing = `/goals ${parsed.kind}`;
  const actor = await deps.actor(userId);
  const named = await namedTeam(deps, { text, parsed });
  const words = named?.rest ?? text;
  const speaker = { userId, team: named?.team ?? mainTeam(actor) };
  const subject = subjectOf(subjectIn(words), speaker);
  const act = goalAct(subject);
  if (!(await authorize(deps, { userId, act, doing }))) return sectionMessage(refusalText(act));
  const today = goalToday(deps, await ownerOf(deps, subject));
  const edit = parsed.kind === "set" ? parseSet(words, today) : parseArchive(words);
  if (edit.kind === "fault") return goalEditHelp(edit.fault);
  const key = keyOf(edit, speaker);
  if (!can(actor, goalAct(key))) return sectionMessage(refusalText(act));
  const ready = await prepareChange(context, { by: userId, key, edit: edit.edit });
  return ready.kind === "fault" ? goalEditHelp(ready.fault.message) : previewMessage(ready.shown, { today });
}
