import { z } from "zod";
import { SourceError } from "../source-error";
import type { Subscription, Subscriptions } from "../subscriptions";
import type { CopperClient } from "./client";
import { SECRET_HEADER } from "./webhook";

const Listed = z.object({
  id: z.union([z.int(), z.string()]).transform(String),
  target: z.string(),
  type: z.string(),
  event: z.string(),
  headers: z.record(z.string(), z.unknown()).nullish().catch(null),
});

const TOPICS = ["activity_log", "opportunity"].flatMap((type) =>
  ["new", "update", "delete"].map((event) => `${type}/${event}`),
);

/** Manages Copper's subscriptions, each for one kind of record and one event; they send the secret in a header. */
export function copperSubscriptions(client: () => CopperClient, secret: string | undefined): Subscriptions {
  return {
    path: "/webhooks/copper",
    topics: TOPICS,
    list: async () => {
      const answer = z.array(z.unknown()).safeParse(await client().get("/webhooks"));
      if (!answer.success) {
        throw new SourceError(
          "copper",
          "unexpected-answer",
          "Copper answered /webhooks with something that isn't a list",
        );
      }
      return answer.data.flatMap((raw): Subscription[] => {
        const read = Listed.safeParse(raw);
        return read.success ? [subscription(read.data, secret)] : [];
      });
    },
    add: async ({ topic, target }) => {
      if (secret === undefined) {
        throw new SourceError("copper", "credentials", "Copper's webhooks need a secret: set COPPER_WEBHOOK_SECRET");
      }
      const [type, event] = topic.split("/");
      await client().send("POST", "/webhooks", { target, type, event, headers: { [SECRET_HEADER]: secret } });
    },
    remove: async (id) => {
      await client().send("DELETE", `/webhooks/${encodeURIComponent(id)}`);
    },
  };
}

function subscription(
  { id, target, type, event, headers }: z.infer<typeof Listed>,
  secret: string | undefined,
): Subscription {
  const sent = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === SECRET_HEADER)?.[1];
  return { id, target, topic: `${type}/${event}`, current: secret !== undefined && sent === secret };
}
