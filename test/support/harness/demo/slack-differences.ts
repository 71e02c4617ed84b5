import { jsonOf, objectsOf } from "../../../../src/demo/slack/json";
import { asks, type Doing, HOME, homeOfAna, inSales, METADATA, MODAL, ofMessage } from "./slack-calls";

const TAKEN = { ok: true };

/** What the two make of the same, and what is right. */
interface Difference {
  readonly name: string;
  readonly doing: Doing;
  readonly here: object;
  readonly there: object;
  /** What Slack's documents say. */
  readonly slack: string;
}

/** Where they differ, and ours keeps to Slack's word. */
export const DIFFERENT: readonly Difference[] = [
  {
    name: "a method that does not exist",
    doing: asks("chat.nothing", () => ({})),
    here: error("unknown_method"),
    there: { status: 404 },
    slack: "Every answer but those of rate limits has status 200, and says ok: false.",
  },
  {
    name: "an unknown token",
    doing: (side) => side.call("auth.test", {}, "xoxb-other"),
    here: error("invalid_auth"),
    there: TAKEN,
    slack: "invalid_auth: some aspect of authentication cannot be validated.",
  },
  {
    name: "an address in capitals",
    doing: asks("users.lookupByEmail", () => ({ email: "BEN@ACME.COM" })),
    here: TAKEN,
    there: error("users_not_found"),
    slack: "An address of the workspace is found, however it is written.",
  },
  {
    name: "deactivated people",
    doing: async (side) => {
      const { members } = await side.call("users.list", { limit: 100 });
      return { gone: objectsOf(members).filter(({ deleted }) => deleted === true).length };
    },
    here: { gone: 1 },
    there: { gone: 0 },
    slack: "users.list gives deactivated people, too, with deleted: true.",
  },
  {
    name: "zones",
    doing: async (side) => {
      const { user } = await side.call("users.info", { user: side.id("ana") });
      return { tz: jsonOf(user).tz ?? null };
    },
    here: { tz: "America/New_York" },
    there: { tz: null },
    slack: "A user has tz, tz_label and tz_offset.",
  },
  {
    name: "metadata that nobody asked for",
    doing: async (side) => {
      const channel = side.id("sales");
      await side.call("chat.postMessage", { channel, text: "x", metadata: METADATA });
      const { messages } = await side.call("conversations.history", { channel, limit: 1 });
      return { metadata: objectsOf(messages)[0]?.metadata ?? null };
    },
    here: { metadata: null },
    there: { metadata: METADATA },
    slack: "conversations.history gives it for include_all_metadata alone.",
  },
  {
    name: "a private channel that the app is not in",
    doing: asks("chat.postMessage", (side) => ({ channel: side.id("secret"), text: "x" })),
    here: error("channel_not_found"),
    there: error("not_in_channel"),
    slack: "channel_not_found: the app may not even know that it is there.",
  },
  {
    name: "a public channel that the app is not in",
    doing: asks("chat.postMessage", (side) => ({ channel: side.id("other"), text: "x" })),
    here: error("not_in_channel"),
    there: TAKEN,
    slack: "not_in_channel: without the scope chat:write.public, an app posts only where it is.",
  },
  {
    name: "a conversation with itself",
    doing: asks("conversations.open", () => ({ users: "U0PACELINE" })),
    here: error("cannot_dm_self"),
    there: error("users_list_not_supplied"),
    slack: "users_list_not_supplied is for a list that is missing.",
  },
  {
    name: "a kind of channel that does not exist",
    doing: asks("conversations.list", () => ({ types: "x" })),
    here: error("invalid_types"),
    there: TAKEN,
    slack: "invalid_types: the value could not be used.",
  },
  {
    name: "a change in no channel",
    doing: ofMessage("chat.update", () => ({ channel: "C0NONE", text: "x" })),
    here: error("channel_not_found"),
    there: error("message_not_found"),
    slack: "channel_not_found is among the errors of chat.update.",
  },
  {
    name: "a change to more than 4,000 characters",
    doing: ofMessage("chat.update", () => ({ text: "x".repeat(4_001) })),
    here: error("msg_too_long"),
    there: TAKEN,
    slack: "msg_too_long: the text of chat.update may have 4,000 characters.",
  },
  {
    name: "blocks that are no JSON",
    doing: asks("chat.postMessage", inSales({ text: "x", blocks: "{" })),
    here: error("invalid_blocks_format"),
    there: error("invalid_blocks"),
    slack: "invalid_blocks_format: the blocks are no valid JSON, or no list.",
  },
  {
    name: "51 blocks",
    doing: asks("chat.postMessage", inSales({ text: "x", blocks: Array(51).fill({ type: "divider" }) })),
    here: error("invalid_blocks"),
    there: TAKEN,
    slack: "A message has at most 50 blocks.",
  },
  {
    name: "a kind of block that does not exist",
    doing: asks("chat.postMessage", inSales({ text: "x", blocks: [{ type: "bar" }] })),
    here: error("invalid_blocks"),
    there: TAKEN,
    slack: "invalid_blocks: the blocks are not valid.",
  },
  {
    name: "a Home of 101 blocks",
    doing: asks("views.publish", homeOfAna({ view: { type: "home", blocks: Array(101).fill({ type: "divider" }) } })),
    here: error("invalid_arguments"),
    there: TAKEN,
    slack: "A view has at most 100 blocks.",
  },
  {
    name: "a Home that is a modal",
    doing: asks("views.publish", homeOfAna({ view: MODAL })),
    here: error("invalid_arguments"),
    there: error("invalid_view"),
    slack: "invalid_arguments: views know no other word for a view that is not valid.",
  },
  {
    name: "a Home of nobody",
    doing: asks("views.publish", () => ({ user_id: "U0NOBODY", view: HOME })),
    here: error("invalid_arguments"),
    there: error("user_not_found"),
    slack: "user_not_found is not among the errors of views.publish.",
  },
  {
    name: "a modal without a trigger",
    doing: asks("views.open", () => ({ view: MODAL })),
    here: error("invalid_arguments"),
    there: error("invalid_trigger_id"),
    slack: "invalid_arguments, with the name of the missing field beside it.",
  },
];

function error(code: string): object {
  return { ok: false, error: code };
}
