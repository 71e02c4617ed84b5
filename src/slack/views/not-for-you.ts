import { type Message, sectionMessage } from "./blocks";
import { refusalText } from "./refusal";
import { foreign, someOf } from "./text";

const MOST_NAMES = 5;

/** To whoever drops a file and may not import it: who may. */
export function notForYouMessage(admins: readonly string[]): Message {
  const names = someOf(
    admins.map((name) => foreign(name)),
    MOST_NAMES,
  );
  const who = admins.length === 0 ? "" : ` Here that is ${names}.`;
  return sectionMessage(`${refusalText({ does: "import-orders" })}${who} Your file was not read.`);
}
