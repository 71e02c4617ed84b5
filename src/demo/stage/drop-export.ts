import { fishbowlExport } from "../sample/fishbowl-export";
import { ADMIN } from "../sample/team";
import type { StageNeeds } from "./deed";

/** Has the admin drop an export of Fishbowl's into the DM with the app, as it would be today. */
export async function dropExport({ clock, days, farEnds }: Pick<StageNeeds, "clock" | "days" | "farEnds">) {
  const { name, text } = fishbowlExport(days.dayOf(clock.now()));
  await farEnds.slack.write({ user: ADMIN.slack, text: "", files: [{ name, bytes: Buffer.from(text) }] });
  return `Alex Kim has dropped ${name} into the DM with Paceline. Become Alex and open Messages: it says what the file would change. Press Apply, and look at Ana's new sales.`;
}
