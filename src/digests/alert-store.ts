import type { Db } from "mongodb";
import type { Day } from "../metrics/day";
import type { Alert } from "./alert";

interface AlertDocument {
  readonly _id: string;
  readonly at: Date;
}

/** Which alerts were told, once a day and kind. Those of messages are kept with the messages. */
export interface AlertStore {
  wasTold(kind: Alert["kind"], day: Day): Promise<boolean>;
  told(kind: Alert["kind"], day: Day): Promise<void>;
}

export function alertStore(db: Db): AlertStore {
  const alerts = db.collection<AlertDocument>("alerts");
  const id = (kind: Alert["kind"], day: Day) => `${kind}:${day}`;
  return {
    wasTold: async (kind, day) => (await alerts.findOne({ _id: id(kind, day) })) !== null,
    told: async (kind, day) => {
      await alerts.updateOne({ _id: id(kind, day) }, [{ $set: { at: "$$NOW" } }], { upsert: true });
    },
  };
}
