import { z } from "zod";
import type { GoalEdit, GoalKey, Subject } from "../../goals/edit";
import { METRICS } from "../../metrics/metrics";
import { type Act, EVERYONE } from "../../people/permissions";
import { daySchema } from "../../time/day-schema";

/** A change of a goal that was shown and is not made yet, as buttons and modals carry it. */
export interface GoalDraft {
  readonly key: GoalKey;
  readonly edit: GoalEdit;
  /** The `goalVersion` that was shown beside it. */
  readonly seen: string;
}

const what = {
  type: z.enum(METRICS.map(({ type }) => type)),
  period: z.enum(["daily", "weekly", "monthly"]),
};
const person = { userId: z.string().regex(/^[UW][A-Z0-9]{1,30}$/) };
/** What Everyone's goals named it before there were teams; messages of then have buttons still. */
const FORMER_TEAM = "sales";
const team = {
  team: z
    .string()
    .regex(/^[a-z0-9]{1,20}$/)
    .transform((id) => (id === FORMER_TEAM ? EVERYONE : id)),
};
const keys = z.union([z.object({ ...person, ...what }).strict(), z.object({ ...team, ...what }).strict()]);
const subjects = z.union([z.object(person).strict(), z.object(team).strict()]);
const drafts = z.object({
  key: keys,
  edit: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("set"), target: z.number(), from: daySchema }),
    z.object({ kind: z.literal("withdraw"), from: daySchema }),
    z.object({ kind: z.literal("archive") }),
    z.object({ kind: z.literal("reactivate") }),
  ]),
  seen: z.string().max(40),
});

/** What a button knows of a goal that is to be set: whose, which metric and period, as far as known. */
export type GoalStart = Partial<GoalKey>;

/** Encodes whose goal is to be set, as the value of a button. */
export function encodeStart(subject: Subject): string {
  return JSON.stringify(subject);
}

/** The key of the goal, if the start names one completely; else `null`. */
export function completeKey(start: GoalStart): GoalKey | null {
  return keys.safeParse(start).data ?? null;
}

/** Decodes the value of a button; an empty start where it names nothing. */
export function decodeStart(text: string): GoalStart {
  return decodeGoalKey(text) ?? subjects.safeParse(parsed(text)).data ?? {};
}

/** A goal as the value of a button: `{"userId":"U0BEN","type":"email_quantity","period":"daily"}`. */
export function encodeGoalKey({ userId, team, type, period }: GoalKey): string {
  return JSON.stringify({ ...(userId === undefined ? { team } : { userId }), type, period });
}

/** The goal that a button names; `null` when it names none. */
export function decodeGoalKey(text: string): GoalKey | null {
  return keys.safeParse(parsed(text)).data ?? null;
}

export function encodeDraft({ key, edit, seen }: GoalDraft): string {
  return JSON.stringify({ key: parsed(encodeGoalKey(key)), edit, seen });
}

/** @throws {RangeError} for a text that we did not write. */
export function decodeDraft(text: string): GoalDraft {
  const { data } = drafts.safeParse(parsed(text));
  if (data === undefined) throw new RangeError(`${JSON.stringify(text.slice(0, 200))} is no draft of a change`);
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What somebody wants who changes this goal; with no subject yet, any goal that they may change. */
export function goalAct({ userId, team }: GoalStart): Act {
  if (userId !== undefined) return { does: "edit-goals", of: userId };
  return team === undefined ? { does: "edit-goals" } : { does: "edit-goals", team };
}

/** What the value of a button or form that carries a draft amounts to; what is no draft of ours is refused in the work. */
export function draftAct(text: string): Act {
  const { data } = drafts.safeParse(parsed(text));
  return goalAct(data?.key ?? {});
}

/** A page of the log, as the buttons to its pages carry it. */
export interface LogRequest {
  /** The owner of the goals: a Slack id, `me`, `team` for goals of teams, `team:` with an id for one team's, or `all` for everybody's. */
  readonly whose: string;
  /** From 0 on. */
  readonly page: number;
}

/** `U0BEN 1`. */
export function encodeLogPage({ whose, page }: LogRequest): string {
  return `${whose} ${page}`;
}

/** @throws {RangeError} for a value that no button of ours carries. */
export function decodeLogPage(value: string): LogRequest {
  const [, whose, page] = /^(me|team(?::[a-z0-9]{1,20})?|all|[A-Z0-9]{2,31}) (\d{1,3})$/.exec(value) ?? [];
  if (whose === undefined || page === undefined) throw new RangeError(`${JSON.stringify(value)} is no page of the log`);
  return { whose, page: Number(page) };
}

/** A page of a team's goals. */
export interface TeamRequest {
  /** The id of the team; `null` for the one that whoever asks means. */
  readonly team: string | null;
  /** From 0 on. */
  readonly page: number;
}

/** A page of a team's goals as the value of a button: `1`, `1 k3x9q2ab`. */
export function encodeTeamPage({ team, page }: TeamRequest): string {
  return team === null ? String(page) : `${page} ${team}`;
}

/** The first page for a value that names none. */
export function decodeTeamPage(value: string): TeamRequest {
  const [, page = "0", team = null] = /^(\d{1,6})(?: ([a-z0-9]{1,20}))?$/.exec(value) ?? [];
  return { team, page: Number(page) };
}
