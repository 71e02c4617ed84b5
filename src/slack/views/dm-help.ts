import { type Message, sectionMessage } from "./blocks";

const COMMANDS = "I read commands rather than words: type `/sync` or `/goals help`.";
const FILES = "Drop a CSV file of Fishbowl's orders here, and I show what it would change before anything is written.";

/** What one may do in the DM, for whoever writes something else. */
export function dmHelp({ imports }: { readonly imports: boolean }): Message {
  return sectionMessage(imports ? `${COMMANDS} ${FILES}` : COMMANDS);
}
