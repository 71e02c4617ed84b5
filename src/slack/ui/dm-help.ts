import { BOTH_FORMATS } from "../../sync/order-formats";
import { type Message, sectionMessage } from "./blocks";

const AND_THEN = "and I'll show what it would change before anything is written.";
const COMMANDS = [
  "Here's what I can do:",
  "• `/goals`: what's left today, and where each goal stands",
  "• `/goals why calls`: the records behind a number",
  "• `/sync`: brings every number up to date now",
  "• `/goals help`: everything else",
];
const FILES = `• Drop a CSV file of Fishbowl's orders here, ${AND_THEN}`;

/** Tells admins how to import orders, and of which kind a file may be. */
export const HOW_TO_IMPORT = `Import orders from Fishbowl: drop a CSV file into Messages, ${AND_THEN} The file is ${BOTH_FORMATS}.`;

/** Answers a message in the DM that is no file. */
export function dmHelp({ imports }: { readonly imports: boolean }): Message {
  return sectionMessage([...COMMANDS, ...(imports ? [FILES] : [])].join("\n"));
}
