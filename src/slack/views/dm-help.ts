import { type Message, sectionMessage } from "./blocks";

const AND_THEN = "and I show what it would change before anything is written.";
const COMMANDS = "I read commands rather than words: type `/sync` or `/goals help`.";
const FILES = `Drop a CSV file of Fishbowl's orders here, ${AND_THEN}`;

/** For admins, where they look for imports. */
export const HOW_TO_IMPORT = `Orders out of Fishbowl: drop the CSV file into Messages, ${AND_THEN}`;

/** What one may do in the DM, for whoever writes something else. */
export function dmHelp({ imports }: { readonly imports: boolean }): Message {
  return sectionMessage(imports ? `${COMMANDS} ${FILES}` : COMMANDS);
}
