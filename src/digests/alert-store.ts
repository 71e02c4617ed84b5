import type { Db } from "mongodb";
import type { Day } from "../metrics/day";
import type { Alert } from "./alert";

interface AlertDocument {
  readonly _id: string;
  readonly at: Date;
}

/** Which alerts were told, once a day each. Those of messages are kept with the messages. */
export interface AlertStore {
  wasTold(alert: Alert, day: Day): Promise<boolean>;
  told(alert: Alert, day: Day): Promise<void>;
}

export function alertStore(db: Db): AlertStore {
  const alerts = db.collection<AlertDocument>("alerts");
  const id = (alert: Alert, day: Day) => {
    return alert.kind === "vanished" ? `${alert.kind}:${alert.source}:${day}` : `${alert.kind}:${day}`;
  };
  return {
    wasTold: async (alert, day) => (await alerts.findOne({ _id: id(alert, day) })) !== null,
    told: async (alert, day) => {
      await alerts.updateOne({ _id: id(alert, day) }, [{ $set: { at: "$$NOW" } }], { upsert: true });
    },
  };
}
