import type { Button, KnownBlock } from "@slack/types";
import { workspaceIn } from "../../platform/workspace";
import { actions, context, section } from "../../ui/blocks";
import { messageButton } from "../../ui/message-button";
import { plainForeign } from "../../ui/text";
import { firstShort, type PeoplePart, type PeopleWords } from "./recap-part-view";

const MAX_LABEL = 75;

interface Linked {
  /** By Slack id. */
  readonly names: ReadonlyMap<string, string>;
  /** The link to Home, which names the workspace. */
  readonly url: string;
}

/**
 * What somebody is short of, in small print what they reached, and "Message" below.
 *
 * @param isFirst whether theirs is the team with which a manager begins: of all buttons one is the first to press.
 */
export function personBlocks(
  { words, quiet, to, starts }: PeopleWords["people"][number],
  { url, names, isFirst }: Pick<Linked, "names"> & { readonly url: string | undefined; readonly isFirst: boolean },
): readonly KnownBlock[] {
  const buttons = to === null || url === undefined ? [] : messageTo(to, { names, url, isFirst: starts && isFirst });
  return [
    section(words.join("\n")),
    ...(quiet.length === 0 ? [] : [context(quiet.join("\n"))]),
    ...(buttons.length === 0 ? [] : [actions([...buttons])]),
  ];
}

/** What is said of somebody as lines, where a team has few blocks. */
export function inLines({ words, quiet }: PeopleWords["people"][number]): readonly string[] {
  return [...words, ...quiet];
}

/** "Message Ana Torres", with whom to begin, where not each has a button of their own. */
export function messageFirst(
  part: PeoplePart,
  { reader, ...linked }: Linked & { readonly reader?: string | undefined },
): readonly Button[] {
  const first = firstShort(part, reader);
  return first === undefined ? [] : messageTo(first.userId, { ...linked, named: true });
}

function messageTo(
  userId: string,
  { names, url, named = false, isFirst = false }: Linked & { readonly named?: boolean; readonly isFirst?: boolean },
): readonly Button[] {
  const workspace = workspaceIn(url);
  if (workspace === null) return [];
  const name = names.get(userId) ?? userId;
  const label = named ? plainForeign(`Message ${name}`, MAX_LABEL) : "Message";
  return [messageButton({ userId, name }, { workspace, label, isFirst })];
}
