import { z } from "zod";
import type { PostRequest } from "../../digests/schedule/board-posting";
import { EVERYONE } from "../../people/permissions";
import { leaderboardSettingsSchema } from "../../teams/leaderboard-settings";
import { day, parseDay } from "../../time/day";

/** The team whose board a button is about; buttons of before there were teams are of Everyone's. */
export function boardTeam(value: string): string {
  return value === "" || value === "board" ? EVERYONE : value;
}

const posts = z.object({
  team: z.string().regex(/^[a-z0-9]{1,20}$/),
  channel: z.string().regex(/^[A-Z0-9]{1,20}$/),
  day: z
    .string()
    .refine((text) => parseDay(text) !== null)
    .transform(day),
  number: z.int().min(0),
});

/** Encodes which board a button posts, where, and which post of the day it is: two presses of one button are one message. */
export function encodePost({ teamId: team, channel, day: of, number }: PostRequest): string {
  return JSON.stringify({ team, channel, day: of, number });
}

/** `null` for a value that no button of ours carries. */
export function decodePost(value: string): PostRequest | null {
  const read = posts.safeParse(parsed(value)).data;
  return read === undefined ? null : { teamId: read.team, channel: read.channel, day: read.day, number: read.number };
}

const drafts = z.object({
  team: z.string().regex(/^[a-z0-9]{1,20}$/),
  settings: leaderboardSettingsSchema,
  was: leaderboardSettingsSchema,
});

/** The settings of a team's board as somebody entered them and has not saved yet; `was` is what they were shown. */
export type BoardDraft = Readonly<z.infer<typeof drafts>>;

/** Encodes a draft as the metadata of the modal that shows it. */
export function encodeBoardDraft({ team, settings, was }: BoardDraft): string {
  return JSON.stringify({ team, settings, was });
}

/** `null` for metadata that no modal of ours carries. */
export function decodeBoardDraft(metadata: string): BoardDraft | null {
  return drafts.safeParse(parsed(metadata)).data ?? null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
