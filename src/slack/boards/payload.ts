import { z } from "zod";
import { EVERYONE } from "../../people/permissions";
import { leaderboardSettingsSchema } from "../../teams/leaderboard-settings";

/** The team whose board a button is about; buttons of before there were teams are of Everyone's. */
export function boardTeam(value: string): string {
  return value === "" || value === "board" ? EVERYONE : value;
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
  try {
    return drafts.safeParse(JSON.parse(metadata)).data ?? null;
  } catch {
    return null;
  }
}
