import type { Db } from "mongodb";
import type { LiveMessages } from "../platform/live-message";
import type { MessageRef } from "../platform/messages";

/** Keeps which messages show a sync that is under way, so that one whose process ended before it is not left to say so for good. */
export interface LiveMessageStore extends LiveMessages {
  /** Takes those of processes that do not run any more, for whoever asks first. */
  takeAbandoned(): Promise<readonly MessageRef[]>;
}

interface LiveMessagesDocument {
  /** `live:` and the name of the process. */
  readonly _id: string;
  readonly messages: readonly MessageRef[];
}

interface LiveMessageStoreDeps {
  /** This process, which knows of its own messages. */
  readonly owner: string;
  /** Tells whether the named process runs. */
  readonly isRunning: (owner: string) => Promise<boolean>;
}

const PREFIX = "live:";

/** A document of `settings` for each process that syncs for somebody. */
export function liveMessageStore(db: Db, { owner, isRunning }: LiveMessageStoreDeps): LiveMessageStore {
  const settings = db.collection<LiveMessagesDocument>("settings");
  const _id = `${PREFIX}${owner}`;
  return {
    async shown({ channel, ts }) {
      await settings.updateOne({ _id }, { $push: { messages: { channel, ts } } }, { upsert: true });
    },
    async ended({ channel, ts }) {
      await settings.updateOne({ _id }, { $pull: { messages: { channel, ts } } });
      await settings.deleteOne({ _id, messages: [] });
    },
    async takeAbandoned() {
      const others = await settings.find({ _id: { $regex: `^${PREFIX}`, $ne: _id } }).toArray();
      const taken: MessageRef[] = [];
      for (const other of others) {
        if (await isRunning(other._id.slice(PREFIX.length))) continue;
        const gone = await settings.findOneAndDelete({ _id: other._id });
        taken.push(...(gone?.messages ?? []));
      }
      return taken;
    },
  };
}
