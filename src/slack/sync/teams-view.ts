import type { KnownBlock } from "@slack/types";
import type { MembersFollowed } from "../../sync/report";
import { section } from "../ui/blocks";
import { counted, foreign, someOf } from "../ui/text";

const MAX_NAME_LENGTH = 40;

/** Who came to which team and who left it, with the Slack user groups that teams follow; nothing where nobody did. */
export function teamsFollowed(teams: readonly MembersFollowed[], most: number): readonly KnownBlock[] {
  if (teams.length === 0) return [];
  const shown = teams.slice(0, Math.max(3, most)).map((team) => teamLine(team, Math.max(1, most)));
  const more = teams.length - shown.length;
  return [section(["*Teams*", ...shown, ...(more > 0 ? [`and ${counted(more, "more team")}`] : [])].join("\n"))];
}

/** "• *West*: Ana Torres joined; Ben Okafor left". */
function teamLine({ team, joined, left }: MembersFollowed, most: number): string {
  const words = (names: readonly string[], did: string) =>
    names.length === 0 ? [] : [`${someOf(names.map(named), most)} ${did}`];
  return `• *${named(team)}*: ${[...words(joined, "joined"), ...words(left, "left")].join("; ")}`;
}

function named(name: string): string {
  return foreign(name, MAX_NAME_LENGTH);
}
