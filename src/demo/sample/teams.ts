import type { Team } from "../../teams/team";
import { REPS, type Rep } from "./team";

/** The channels of the teams, which everybody in the workspace is in; the app is in neither. */
export const TEAM_CHANNELS = [
  { id: "C0EAST0002", name: "sales-east" },
  { id: "C0WEST0003", name: "sales-west" },
] as const;

/** Two teams of the same company by name, which share its reps: each manager sees their own people alone. */
export const SAMPLE_TEAMS: readonly Team[] = [
  team("east", { name: "East", reps: ["ben", "chloe"], manager: "chloe", channel: TEAM_CHANNELS[0].id }),
  team("west", { name: "West", reps: ["ana", "dev", "maya"], manager: "maya", channel: TEAM_CHANNELS[1].id }),
];

/** A team of these reps since ever, so that the month counts whole for it. */
function team(
  _id: string,
  given: {
    readonly name: string;
    readonly reps: readonly Rep[];
    readonly manager: Rep;
    readonly channel: string;
  },
): Team {
  const { name, reps, manager, channel } = given;
  const members = reps.map((rep) => ({ userId: REPS[rep].slack, from: null }));
  return { _id, name, members, managers: [REPS[manager].slack], channel, active: true, version: 1 };
}
