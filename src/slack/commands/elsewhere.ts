import type { Button } from "@slack/types";
import type { Day } from "../../time/day";
import { monthName } from "../../words/dates";
import { historyExportButton } from "../exports/export-view";
import type { May } from "../middleware/commands";
import { normalizeText } from "../parse/normalize";
import { nearestWord } from "../parse/suggest";
import { actions, button, type Message, sectionMessage } from "../ui/blocks";
import { HOW_TO_IMPORT } from "../ui/dm-help";
import { runButton } from "../ui/run-button";
import { SYNC_NOW } from "../ui/sync-button";

/** Whoever typed a word for something that is no subcommand of `/goals`. */
interface Asker {
  /** Slack's member id. */
  readonly userId: string;
  readonly may: May;
  /** The first day of the month whose history opens first in their Home; `null` while that is not known. */
  readonly exported: Day | null;
}

/** Something that has a button, a page or another command of its own: where it is, and the button where it needs no page. */
interface Place {
  /** The words that people type for it, as `normalizeText` has them. */
  readonly words: readonly string[];
  readonly says: (asker: Asker) => string;
  readonly buttons?: (asker: Asker) => readonly (Button | null)[];
}

const EXPORT: Place = {
  words: ["export", "csv", "download", "excel", "spreadsheet"],
  says: (asker) => {
    const month = sentMonth(asker);
    const own =
      month === null
        ? "*Export CSV* on *History* in Home sends your goals of that month to our DM."
        : `*Export CSV* below sends your ${monthName(month)} goals to our DM.`;
    const team = asker.may({ does: "see-team" }) ? " Your team's is on the *Team* page in Home." : "";
    return `${own} The records behind a number: \`/goals why calls\`, then *Export CSV*.${team}`;
  },
  buttons: (asker) => {
    const month = sentMonth(asker);
    return month === null ? [] : [historyExportButton(month)];
  },
};

/** The month that the button sends: its first day; `null` where there is no button. */
function sentMonth({ exported, userId, may }: Asker): Day | null {
  return may({ does: "see-figures", of: userId }) ? exported : null;
}

const PLACES: readonly Place[] = [
  EXPORT,
  {
    words: ["settings", "setting", "preferences", "options", "time zone", "timezone"],
    says: ({ may }) => {
      const team = may({ does: "edit-settings" }) ? " The team's are there under *Admin*." : "";
      return `*Settings* is the last button on your page in Home: morning digest and days off.${team}`;
    },
  },
  {
    words: [
      "holidays",
      "holiday",
      "vacation",
      "pto",
      "away",
      "time off",
      "day off",
      "days off",
      "leave",
      "sick",
      "ooo",
    ],
    says: ({ may }) => {
      const whose = may({ does: "edit-settings" }) ? "are in Home, *Admin*, then *Settings*" : "are set by your admins";
      return `Your days off: Home, *Settings*, then *Add days off*. Public holidays ${whose}.`;
    },
  },
  {
    words: ["recap", "recaps", "review", "summary"],
    says: ({ may }) => {
      const team = may({ does: "see-team" }) ? " Your team's recap is switched under *Settings* in Home." : "";
      return `A recap comes with your digest on the first workday of a week and of a month. Any time: \`/goals last month\`.${team}`;
    },
    buttons: () => [runButton("last month")],
  },
  {
    words: ["undo", "revert", "restore"],
    says: ({ may }) =>
      may({ does: "edit-goals" })
        ? "*Undo* is below the message that confirmed a change. What changed: `/goals log`."
        : "Managers set goals, and can undo a change. What changed: `/goals log`.",
    buttons: () => [runButton("log")],
  },
  {
    words: ["home", "app", "dashboard"],
    says: () => "*Home* is the first tab of this app, beside *Messages*. The same numbers here: `/goals`.",
    buttons: () => [runButton("me")],
  },
  {
    words: ["sync", "refresh", "reload"],
    says: () => "`/sync` is a command of its own: it reads the newest numbers for everyone.",
    buttons: () => [button(SYNC_NOW, "Sync now")],
  },
  {
    words: ["import", "upload", "orders"],
    says: ({ may }) =>
      may({ does: "import-orders" }) ? HOW_TO_IMPORT : "Admins import Fishbowl's orders. They count toward your goals.",
  },
  {
    words: ["teams"],
    says: ({ may }) => {
      if (!may({ does: "see-team" })) return "Teams are for managers and admins. How you stand: `/goals`.";
      const edits = may({ does: "see-runs" }) ? " Who is in which team: Home, *Admin*, then *Teams*." : "";
      return `\`/goals team\` shows how your team stands, as *Team* in Home does.${edits}`;
    },
    buttons: ({ may }) => [runButton(may({ does: "see-team" }) ? "team" : "me")],
  },
  {
    words: ["admin", "health", "people", "roles", "matching", "unmatched", "sources"],
    says: ({ may }) =>
      may({ does: "see-runs" })
        ? "*Admin* in Home has people, roles, teams, leaderboards, settings, and health."
        : FOR_ADMINS,
  },
];

const FOR_ADMINS = "That's for admins. Ask one of yours.";

/**
 * Says where something is that people look for behind `/goals` and that is a button, a page or another command; `null` for words
 * that name nothing of the kind. `near` takes a mistyped word, too.
 */
export function elsewhere(text: string, asker: Asker, { near = false } = {}): Message | null {
  const place = near ? nearbyPlace(text) : placeOf(normalizeText(text));
  if (place === undefined) return null;
  const said = sectionMessage(place.says(asker));
  const buttons = (place.buttons?.(asker) ?? []).filter((one) => one !== null);
  return buttons.length === 0 ? said : { ...said, blocks: [...said.blocks, actions(buttons)] };
}

/** Tells whether what is said of words may name the month that is exported, so that it is worth reading which it is. */
export function mayExport(text: string): boolean {
  return [placeOf(normalizeText(text)), nearbyPlace(text)].includes(EXPORT);
}

function nearbyPlace(text: string): Place | undefined {
  const word = nearestWord(normalizeText(text), LONG_WORDS);
  return word === null ? undefined : placeOf(word);
}

/** A shorter word is near to too many others. */
const LONG_WORDS = PLACES.flatMap(({ words }) => words).filter((word) => word.length > 4);

function placeOf(words: string): Place | undefined {
  const [first = ""] = words.split(" ");
  return PLACES.find((place) => place.words.includes(words) || place.words.includes(first));
}
