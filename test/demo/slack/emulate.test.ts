import * as does from "../../support/harness/demo/slack-calls";
import {
  asks,
  type Doing,
  HOME,
  homeOfAna,
  inSales,
  METADATA,
  MODAL,
  ofMessage,
  refused,
  SECTION,
  twice,
} from "../../support/harness/demo/slack-calls";
import { DIFFERENT } from "../../support/harness/demo/slack-differences";
import { ourSide, type Side, theirSide } from "../../support/harness/demo/two-slacks";

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
const toAna = (more: object) => (side: Side) => ({ channel: side.id("sales"), user: side.id("ana"), ...more });

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

describe("our Slack keeps to Slack's word where another's does not", () => {
  it.each(DIFFERENT)("$name. $slack", async ({ doing, here, there }) => {
    const found = [await doing(ours), await doing(theirs)];

    expect(found).toMatchObject([here, there]);
  });
});
