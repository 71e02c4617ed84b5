import type { Db } from "mongodb";
import type { DayRange } from "../../time/day";
import type { LiveMessages } from "../platform/live-message";
import type { MessageRef } from "../platform/messages";

/** A message that shows a sync as running whose process runs no more. */
export interface AbandonedMessage {
  readonly ref: MessageRef;
  /** The days of the sync. */
  readonly range: DayRange;
  /** It says by now how it ended. */
  forget(): Promise<void>;
}

/** Keeps which messages show a sync that is under way, so that one whose process ended before it is not left to say so for good. */
export interface LiveMessageStore extends LiveMessages {
  /** Lists those of processes that do not run any more, until each is forgotten. */
  abandoned(): Promise<readonly AbandonedMessage[]>;
}

interface LiveMessagesDocument {
  /** `live:` and the name of the process. */
  readonly _id: string;
  readonly messages: readonly (MessageRef & { readonly range: DayRange })[];
}

interface LiveMessageStoreDeps {
  /** This process, which knows of its own messages. */
  readonly owner: string;
  /** Tells whether the named process runs. */
  readonly isRunning: (owner: string) => Promise<boolean>;
}

const PREFIX = "live:";

/** Forgets all of them, of which a backup knew: their reports came long ago. */
export async function forgetLiveMessages(db: Db): Promise<void> {
  await db.collection<LiveMessagesDocument>("settings").deleteMany({ _id: { $regex: `^${PREFIX}` } });
}

/** A document of `settings` for each process that syncs for somebody. */
export function liveMessageStore(db: Db, { owner, isRunning }: LiveMessageStoreDeps): LiveMessageStore {
  const settings = db.collection<LiveMessagesDocument>("settings");
  const _id = `${PREFIX}${owner}`;
  const forget = async (of: string, { channel, ts }: MessageRef) => {
    await settings.updateOne({ _id: of }, { $pull: { messages: { channel, ts } } });
    await settings.deleteOne({ _id: of, messages: [] });
  };
  return {
    async shown({ channel, ts }, { from, to }) {
      const message = { channel, ts, range: { from, to } };
      await settings.updateOne({ _id }, { $push: { messages: message } }, { upsert: true });
    },
    ended: (message) => forget(_id, message),
    async abandoned() {
      const others = await settings.find({ _id: { $regex: `^${PREFIX}`, $ne: _id } }).toArray();
      const running = await Promise.all(others.map((other) => isRunning(other._id.slice(PREFIX.length))));
      return others
        .filter((_, at) => running[at] === false)
        .flatMap((gone) =>
          gone.messages.map(({ range, ...ref }) => ({ ref, range, forget: () => forget(gone._id, ref) })),
        );
    },
  };
}
