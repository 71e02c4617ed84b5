import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import type { ApiRequest, ApiResponse } from "../fake-api/exchange";
import type { RecordChange } from "../fake-api/record-set";
import { isCallableUrl, type WebhookSender } from "../fake-api/webhook-sender";
import type { JustCallAccount, JustCallCall } from "./account";
import { errorResponse } from "./responses";
import { wireCall } from "./wire-call";

const NewSubscription = z.object({
  webhook_url: z.string(),
  type: z.string().regex(/^(call|sms|sd|jc|whatsapp|appointment)\./),
});

/** `/webhooks`, and `/webhooks/url/{id}` to delete one. */
export function webhookRoute(
  { subscriptions }: JustCallAccount,
  { method, path, query, body }: ApiRequest,
): ApiResponse {
  const [, id] = /^\/webhooks\/url\/(\d+)$/.exec(path) ?? [];
  if (method === "DELETE" && id !== undefined && subscriptions.remove(Number(id))) return success({});
  if (path !== "/webhooks") return errorResponse(404, "Not found");
  if (method === "GET") {
    const data = subscriptions.all().filter(({ type }) => query.type === undefined || query.type === type);
    return success({ count: data.length, current_page: 0, next_page_link: null, data });
  }
  const read = NewSubscription.safeParse(body);
  if (method !== "POST" || !read.success || !isCallableUrl(read.data.webhook_url)) {
    return errorResponse(400, "webhook_url must be an https URL and type an event");
  }
  const created = { id: (subscriptions.all().at(-1)?.id ?? 500) + 1, ...read.data };
  subscriptions.add(created);
  return success({ data: created });
}

function success(body: object): ApiResponse {
  return { status: 200, body: { status: "success", ...body } };
}

/**
 * Sends a webhook to each subscriber whenever a call is added or changed, and each again, the newest of several first, as order
 * is not guaranteed and duplicates are possible. JustCall sends none for a deletion.
 */
export function notifySubscribers(
  account: JustCallAccount,
  { webhooks, secret, now }: { webhooks: WebhookSender; secret: string; now: () => Date },
): void {
  account.calls.onChange((what, calls) => {
    for (const call of calls.toReversed()) {
      const type = eventOf(what, call);
      const subscribed = account.subscriptions.all().filter((one) => one.type === type);
      for (const { id, webhook_url: target } of subscribed) {
        const time = now().toISOString().slice(0, 19).replace("T", " ");
        const headers = signatureHeaders({ secret, target, type: type ?? "", time });
        const message = { request_id: randomUUID(), webhook_url: target, url_id: id, type };
        const webhook = { target, headers, body: { ...message, data: namedCall(account, call) } };
        for (let copy = 1; copy <= COPIES; copy += 1) webhooks.send(webhook);
      }
    }
  });
}

const COPIES = 2;

/** The call as its event has it: the id is empty in some, which are to be matched by the sid. */
function namedCall(account: JustCallAccount, call: JustCallCall): object {
  const data = wireCall(account, call);
  return call.id % 5 === 0 ? { ...data, id: "" } : data;
}

function eventOf(what: RecordChange, { type }: JustCallCall): string | null {
  if (what === "delete") return null;
  if (what === "update") return "call.updated";
  const ended: Record<string, string> = {
    Missed: "call.missed",
    Voicemail: "call.voicemail",
    "In Progress": "call.answered",
  };
  return ended[type] ?? "call.completed";
}

/** The headers with the documented signature, which covers the URL, the type and the time, but not the body. */
function signatureHeaders({
  secret,
  target,
  type,
  time,
}: Readonly<Record<"secret" | "target" | "type" | "time", string>>) {
  const text = [secret, encodeURIComponent(target), type, time].join("|");
  return {
    "x-justcall-signature": createHmac("sha256", secret).update(text).digest("hex"),
    "x-justcall-signature-version": "v1",
    "x-justcall-request-timestamp": time,
  };
}
