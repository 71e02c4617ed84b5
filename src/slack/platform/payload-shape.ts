import { z } from "zod";
import { mayBeAnswered } from "./slack-fetch";

/** Ids become parts of keys and queries: they hold capital letters and digits alone. */
const id = z.string().regex(/^[A-Z][A-Z0-9]{1,40}$/);
const userId = z.string().regex(/^[UW][A-Z0-9]{1,40}$/);
const ts = z.string().regex(/^\d{1,15}(\.\d{1,10})?$/);
const name = z.string().min(1).max(255);
/** The longest text that Slack lets a button, a field or a view carry. */
const value = z.string().max(3_000);
/** The most options and people that one of our fields may have chosen: goals are set for 200 people at once. */
const MAX_CHOSEN = 200;
const MAX_PICKED = 1_000;
/** Tokens that are handed back to Slack as they came. */
const token = z.string().max(500);

const whole = <T extends z.ZodType>(inner: T) => inner.nullish();
const thing = whole(z.looseObject({ id: whole(id) }));
const chosen = whole(z.looseObject({ value: whole(value) }));

const installation = {
  api_app_id: whole(id),
  team_id: whole(id),
  team: thing,
  enterprise_id: whole(z.union([id, z.literal("")])),
  enterprise: thing,
};

/** What somebody entered or chose in a field, or pressed. */
const element = z.looseObject({
  type: name,
  value: whole(value),
  selected_option: chosen,
  selected_options: whole(z.array(z.looseObject({ value: whole(value) })).max(MAX_CHOSEN)),
  selected_date: whole(name),
  selected_time: whole(name),
  selected_user: whole(userId),
  selected_users: whole(z.array(userId).max(MAX_PICKED)),
  selected_conversation: whole(id),
  selected_channel: whole(id),
});

const view = z.looseObject({
  id: whole(id),
  hash: whole(token),
  callback_id: whole(z.string().max(255)),
  private_metadata: whole(value),
  state: whole(z.looseObject({ values: z.record(z.string(), z.record(z.string(), element)) })),
});

const interaction = {
  ...installation,
  type: name,
  user: z.looseObject({ id: userId }),
  trigger_id: whole(token),
  response_url: whole(z.string().max(2_000)),
};

const command = z.looseObject({
  ...installation,
  command: name,
  text: whole(z.string()),
  user_id: userId,
  channel_id: whole(id),
  trigger_id: whole(token),
  response_url: whole(z.string().max(2_000)),
});

const press = z.looseObject({
  ...interaction,
  type: z.literal("block_actions"),
  channel: thing,
  message: whole(z.looseObject({ ts: whole(ts), text: whole(z.string()) })),
  view: whole(view),
  actions: z
    .array(z.looseObject({ ...element.shape, action_id: name, block_id: name }))
    .min(1)
    .max(25),
});

const submission = z.looseObject({ ...interaction, type: z.enum(["view_submission", "view_closed"]), view });

const anyEvent = z.looseObject({ type: name, channel: z.union([id, z.looseObject({})]).optional() });
const message = z.looseObject({
  type: z.literal("message"),
  channel: id,
  channel_type: whole(name),
  subtype: whole(name),
  bot_id: whole(id),
  user: whole(userId),
  ts: whole(ts),
  thread_ts: whole(ts),
  text: whole(z.string()),
  files: whole(z.array(z.looseObject({ id, name: whole(z.string()) })).max(100)),
});
const homeOpened = z.looseObject({
  type: z.literal("app_home_opened"),
  user: userId,
  channel: id.optional(),
  tab: whole(name),
  view: whole(view),
});
const event = z.looseObject({
  ...installation,
  type: z.literal("event_callback"),
  event_id: whole(name),
  event: anyEvent.extend({ item: z.looseObject({}).optional() }),
});

/** Slack's own questions, which Bolt answers by itself. */
const question = z.union([
  z.looseObject({ ssl_check: z.literal("1") }),
  z.looseObject({ type: z.literal("url_verification"), challenge: token }),
]);

/**
 * Says which field of a payload of Slack's is not what it must be, as a path without any value; `null` when each of those
 * that we or Bolt read is. A `response_url` must be on a host of Slack's, or where `apiUrl` points.
 */
export function payloadFault(body: object, apiUrl?: string): string | null {
  const shape = shapeOf(body);
  if (shape === null) return question.safeParse(body).success ? null : "type";
  const { error } = shape.safeParse(body);
  if (error !== undefined) return error.issues[0]?.path.join(".") || "type";
  const url: unknown = Reflect.get(body, "response_url");
  if (typeof url === "string" && !mayBeAnswered(url, apiUrl)) return "response_url";
  // A submitted form has an empty list of them: none of our forms asks for one.
  const urls: unknown = Reflect.get(body, "response_urls");
  return urls === undefined || (Array.isArray(urls) && urls.length === 0) ? null : "response_urls";
}

/** Chooses as Bolt does, by which fields there are; what could be two of them at once is none. */
function shapeOf(body: object): z.ZodType | null {
  const kinds = ["event", "command", "name", "actions"].filter((field) => field in body);
  if (kinds.length > 1) return z.never();
  if ("event" in body) return event.extend({ event: eventOf(body.event) });
  if ("command" in body) return command;
  if ("actions" in body) return press;
  return "view" in body ? submission : null;
}

function eventOf(sent: unknown): z.ZodType {
  const type: unknown = typeof sent === "object" && sent !== null ? Reflect.get(sent, "type") : null;
  if (type === "app_home_opened") return homeOpened;
  if (type !== "message") return event.shape.event;
  const bySomebody = message.extend({ user: userId, ts });
  return z.union([bySomebody, message.extend({ subtype: name }), message.extend({ bot_id: id })]);
}
