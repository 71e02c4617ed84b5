import { periodOf } from "../../goals/goal";
import { addDays, type Day } from "../../time/day";
import { dayInWords } from "../../words/dates";
import type { Message } from "../ui/blocks";
import { sourceTitles } from "../ui/freshness";
import { helpMessage } from "../ui/help";

/** How `/sync` is used, with days that have come by the team's date; `fault`, as mrkdwn, says instead what was not understood, on one line. */
export function syncHelp(today: Day, fault?: string): Message {
  const to = addDays(today, -1);
  // A week or more, on the first days of a month too.
  const { from } = periodOf("monthly", addDays(to, -7));
  return helpMessage({ topic: "/sync help", fault }, [
    [
      `*Sync* reads ${sourceTitles()}, and everyone's numbers update.`,
      "• `/sync`: the last 30 days",
      "• `/sync today`: today alone",
      "• `/sync 7d`: seven days, through today",
      "• `/sync last week`: Monday to Sunday",
      "• `/sync last month`: the whole month before",
      `• \`/sync ${dayInWords(from)} - ${dayInWords(to)}\`: those days, both included`,
      `• \`/sync ${dayInWords(from)}\`: that day through today`,
    ],
    ["Everything else: `/goals help`"],
  ]);
}
