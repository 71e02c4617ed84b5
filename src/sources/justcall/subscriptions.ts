import { z } from "zod";
import type { Subscription, Subscriptions } from "../subscriptions";
import type { JustCallClient } from "./client";
import { TOPICS } from "./webhook";

const id = z.union([z.int(), z.string().min(1)]).transform(String);

/** How JustCall lists a subscription is not documented: both names that its own messages use are understood. */
const Listed = z
  .object({ id: id.optional(), url_id: id.optional(), webhook_url: z.string(), type: z.string() })
  .transform(({ id: own, url_id: urlId, ...rest }) => ({ ...rest, id: own ?? urlId }));

/** JustCall's subscriptions, one a kind of event; it signs by itself, with the API secret. */
export function justcallSubscriptions(client: () => JustCallClient): Subscriptions {
  return {
    path: "/webhooks/justcall",
    topics: TOPICS,
    list: async () => {
      const { items } = await client().page("/webhooks", {});
      return items.flatMap((raw): Subscription[] => {
        const { data } = Listed.safeParse(raw);
        if (data?.id === undefined) return [];
        return [{ id: data.id, topic: data.type, target: data.webhook_url, current: true }];
      });
    },
    add: async ({ topic, target }) => {
      await client().send("POST", "/webhooks", { webhook_url: target, type: topic });
    },
    remove: async (one) => {
      await client().send("DELETE", `/webhooks/url/${encodeURIComponent(one)}`);
    },
  };
}
