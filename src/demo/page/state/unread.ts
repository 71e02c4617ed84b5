import type { Message } from "./snapshot";

/** By person and conversation: the time stamp up to which it was read. */
export type ReadUpTo = Readonly<Record<string, string>>;

interface OpenConversation {
  readonly me: string;
  /** The conversation that is open; `null` for none. */
  readonly open: string | null;
  readonly messages: readonly Message[];
}

/** What is read once this is on the screen: everything in the open conversation. */
export function readNow(read: ReadUpTo, { me, open, messages }: OpenConversation): ReadUpTo {
  const last = messages.filter(({ channel }) => channel === open).at(-1)?.ts;
  const key = `${me}/${open}`;
  return last === undefined || read[key] === last ? read : { ...read, [key]: last };
}

/** The conversations with unread messages of others. */
export function unreadIn(read: ReadUpTo, { me, open, messages }: OpenConversation): ReadonlySet<string> {
  const fresh = messages.filter(({ channel, author, ts }) => {
    return author !== me && channel !== open && Number(ts) > Number(read[`${me}/${channel}`] ?? 0);
  });
  return new Set(fresh.map(({ channel }) => channel));
}
