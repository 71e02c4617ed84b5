import type { Day } from "../time/day";
import type { BoardChoice } from "./leaderboard-settings";

/** Days on which somebody is in a team, by the company's zone. One person may have several in one team, which never overlap. */
export interface Membership {
  /** Slack's member id. */
  readonly userId: string;
  /** The first day, included; `null` for since ever. */
  readonly from: Day | null;
  /** The last day, included; absent while they are in it. */
  readonly to?: Day;
}

/** Who is in a team, now and before. */
export type Members = readonly Membership[];

/** The days that a team works; what is absent is as the company's. */
export interface TeamWork {
  /** 1 for Monday to 7 for Sunday. */
  readonly workdays?: readonly number[];
  /** All of its holidays, in place of the company's. */
  readonly holidays?: readonly { readonly day: Day; readonly name: string }[];
}

/** One document of `teams`. Everyone, the team of all active people, has none: its id is `EVERYONE`. */
export interface Team extends TeamWork {
  readonly _id: string;
  readonly name: string;
  readonly members: Members;
  /** Slack ids of whoever sees and edits the team's people and goals, in the order in which they were named. */
  readonly managers: readonly string[];
  /** The channel that its board is posted in. */
  readonly channel?: string;
  /** What was chosen for its board. */
  readonly board?: BoardChoice;
  /** Slack's id of the user group whose users are its members. */
  readonly usergroup?: string;
  /** A team that is not active has no page, no board and no goal; its history stays. */
  readonly active: boolean;
  /** Rises with each change. */
  readonly version: number;
}

/** Why a team's name cannot be taken; `null` when it can. */
export function teamNameFault(name: string, others: readonly Pick<Team, "_id" | "name">[]): string | null {
  const trimmed = name.trim();
  if (trimmed === "") return "A team needs a name.";
  if (trimmed.length > MAX_NAME_LENGTH) return `A team's name has at most ${MAX_NAME_LENGTH} characters.`;
  if (RESERVED.has(foldTeamName(trimmed))) return "This word means something else in a command: pick another name.";
  const taken = others.some((other) => foldTeamName(other.name) === foldTeamName(trimmed));
  return taken ? "Another team has this name." : null;
}

const MAX_NAME_LENGTH = 40;
const RESERVED: ReadonlySet<string> = new Set(["everyone", "everybody", "all", "team", "teams", "me", "mine", "help"]);

/** Normalizes a team's name for comparing: case and spaces make no difference. */
export function foldTeamName(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, " ");
}
