import { isJson, jsonOf, textOf } from "../json";
import type { Entry } from "../state/inputs";
import type { ActionPlace } from "./action";
import type { Entries } from "./entries";

/** Where an action is to happen, as a request says it: a message, a view, or else the person's Home. */
export function placeFrom(asked: unknown, user: string): ActionPlace {
  const { messageTs, channel, viewId } = jsonOf(asked);
  if (typeof messageTs === "string") return { messageTs, channel: textOf(channel) ?? `D${user.slice(1)}` };
  return typeof viewId === "string" ? { viewId } : { home: user };
}

/** What is entered, as a request says it; anything else is nothing. */
export function asEntry(asked: unknown): Entry {
  if (Array.isArray(asked)) return asked.filter((each) => typeof each === "string");
  return typeof asked === "string" ? asked : null;
}

/** What is entered into fields, by block, then by action. */
export function asEntries(asked: unknown): Entries {
  const blocks = Object.entries(jsonOf(asked)).filter(([, fields]) => isJson(fields));
  return Object.fromEntries(
    blocks.map(([blockId, fields]) => [
      blockId,
      Object.fromEntries(Object.entries(jsonOf(fields)).map(([actionId, entry]) => [actionId, asEntry(entry)])),
    ]),
  );
}
