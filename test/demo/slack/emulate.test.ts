import { jsonOf, objectsOf } from "../../../src/demo/slack/json";
import * as does from "./doings";
import { asks, type Doing, HOME, METADATA, MODAL, ofMessage, refused, SECTION, twice } from "./doings";
import { ourSide, type Side, theirSide } from "./sides";

let ours: Side;
let theirs: Side;

beforeAll(async () => {
  [ours, theirs] = await Promise.all([ourSide(), theirSide()]);
});
afterAll(() => Promise.all([ours.close(), theirs.close()]));

const NOWHERE = () => ({ channel: "C0NONE" });
const PERSON = ["id", "name", "real_name", "is_admin", "is_bot", "deleted", "profile.email", "profile.real_name"];
const USER = ["ok", ...PERSON.map((field) => `user.${field}`)];
const CHANNEL = ["ok", "channel.id", "channel.name", "channel.is_channel", "channel.is_private", "channel.is_member"];
const POSTED = ["ok", "channel", "ts", "message.type", "message.user", "message.text", "message.ts"];
const inSales = (more: object) => (side: Side) => ({ channel: side.id("sales"), ...more });
const toAna = (more: object) => (side: Side) => ({ channel: side.id("sales"), user: side.id("ana"), ...more });
const homeOfAna = (more: object) => (side: Side) => ({ user_id: side.id("ana"), ...more });

/** What the app builds on, as far as both play it. */
const SAME: readonly (readonly [name: string, doing: Doing])[] = [
  ["auth.test", asks("auth.test", () => ({}), "ok", "url", "team", "user", "user_id", "bot_id")],
  ["team.info", asks("team.info", () => ({}), "ok", "team.name", "team.domain")],
  ["users.list has everybody active", does.listOfUsers],
  ["users.info", asks("users.info", (side) => ({ user: side.id("ana") }), ...USER)],
  ["users.info of nobody", refused("users.info", () => ({ user: "U0NOBODY" }))],
  ["users.lookupByEmail", asks("users.lookupByEmail", () => ({ email: "ben@acme.com" }), ...USER)],
  ["users.lookupByEmail of nobody", refused("users.lookupByEmail", () => ({ email: "no@acme.com" }))],
  ["conversations.open, then again", does.openTwice],
  ["conversations.open with nobody", refused("conversations.open", () => ({ users: "U0NOBODY" }))],
  ["conversations.open without saying with whom", refused("conversations.open", () => ({}))],
  ["conversations.list leaves out what is private", does.listOfChannels],
  ["conversations.info", asks("conversations.info", inSales({}), ...CHANNEL, "channel.is_im", "channel.is_archived")],
  ["conversations.info of no channel", refused("conversations.info", NOWHERE)],
  ["conversations.join where it is already", twice("conversations.join", inSales({}), ...CHANNEL)],
  ["conversations.join of no channel", refused("conversations.join", NOWHERE)],
  ["conversations.join of an archived one", refused("conversations.join", (side) => ({ channel: side.id("old") }))],
  ["conversations.members", does.membersOfSales],
  ["conversations.members of no channel", refused("conversations.members", NOWHERE)],
  ["conversations.history, newest first, with metadata when asked for", does.history],
  ["conversations.history of no channel", refused("conversations.history", NOWHERE)],
  ["chat.postMessage by id", asks("chat.postMessage", inSales({ text: "Hi" }), ...POSTED)],
  ["chat.postMessage by name", asks("chat.postMessage", () => ({ channel: "sales", text: "Hi" }), ...POSTED)],
  ["chat.postMessage to a person stands in their conversation", does.postToPerson],
  [
    "chat.postMessage keeps blocks and metadata",
    asks("chat.postMessage", inSales({ blocks: [SECTION], metadata: METADATA }), "message.blocks", "message.metadata"),
  ],
  [
    "chat.postMessage cuts a text at 40,000 characters and says so",
    asks("chat.postMessage", inSales({ text: "x".repeat(40_001) }), "ok", "message.text", "warning"),
  ],
  ["chat.postMessage to no channel", refused("chat.postMessage", () => ({ channel: "C0NONE", text: "x" }))],
  ["chat.postMessage without a channel", refused("chat.postMessage", () => ({ text: "x" }))],
  ["chat.postMessage without content", refused("chat.postMessage", inSales({}))],
  [
    "chat.postMessage to an archived one",
    refused("chat.postMessage", (side) => ({ channel: side.id("old"), text: "x" })),
  ],
  ["chat.postMessage with broken metadata", refused("chat.postMessage", inSales({ text: "x", metadata: "{" }))],
  [
    "chat.update with a text takes the blocks away",
    ofMessage("chat.update", () => ({ text: "2" }), ...POSTED, "text", "message.edited.user", "message.blocks?"),
  ],
  [
    "chat.update with blocks keeps them",
    ofMessage("chat.update", () => ({ text: "2", blocks: [SECTION] }), "ok", "text", "message.blocks"),
  ],
  ["chat.update with nothing", ofMessage("chat.update", () => ({}), "ok", "error")],
  ["chat.update of no message", ofMessage("chat.update", () => ({ ts: "1.000001", text: "x" }), "ok", "error")],
  ["chat.delete, then again", does.deleteTwice],
  ["chat.postEphemeral is in no history", does.ephemeral],
  ["chat.postEphemeral to no channel", refused("chat.postEphemeral", toAna({ channel: "C0NONE", text: "x" }))],
  ["chat.postEphemeral without content", refused("chat.postEphemeral", toAna({}))],
  [
    "views.publish",
    asks("views.publish", homeOfAna({ view: HOME }), "ok", "view.type", "view.blocks", "view.app_id", "view.state"),
  ],
  ["views.publish for an old hash", twice("views.publish", homeOfAna({ view: HOME, hash: "1.old" }), "ok", "error?")],
  ["views.publish for the hash that is shown, once", does.publishForHash],
  ["views.open by a trigger, once", does.openModalTwice],
  ["views.open by a trigger nobody gave", refused("views.open", () => ({ trigger_id: "1.2.x", view: MODAL }))],
  ["views.update, then for the old hash", does.updateModal],
  ["views.update of no view", refused("views.update", () => ({ view_id: "V0NONE", view: MODAL }))],
];

describe("our Slack and another's agree", () => {
  it.each(SAME)("%s", async (_name, doing) => {
    const [here, there] = [ours.plain(await doing(ours)), theirs.plain(await doing(theirs))];

    expect(here).toEqual(there);
  });
});

const TAKEN = { ok: true };

interface Difference {
  readonly name: string;
  readonly doing: Doing;
  readonly here: object;
  readonly there: object;
  /** What Slack's documents say. */
  readonly slack: string;
}

/** Where they differ, and ours keeps to Slack's word. */
const DIFFERENT: readonly Difference[] = [
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

describe("our Slack keeps to Slack's word where another's does not", () => {
  it.each(DIFFERENT)("$name. $slack", async ({ doing, here, there }) => {
    const found = [await doing(ours), await doing(theirs)];

    expect(found).toMatchObject([here, there]);
  });
});

function error(code: string): object {
  return { ok: false, error: code };
}
