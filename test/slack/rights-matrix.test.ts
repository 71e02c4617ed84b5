import type { KnownBlock } from "@slack/types";
import { peopleAfter } from "../../src/people/matching";
import { peopleStore } from "../../src/people/people-store";
import type { Person } from "../../src/people/person";
import { LISTENERS } from "../../src/slack/listeners";
import { noRetryClient } from "../../src/slack/platform/clients";
import { idempotencyStore } from "../../src/slack/platform/idempotency-store";
import { readMembers } from "../../src/slack/platform/members";
import { guestMessage } from "../../src/slack/ui/access-messages";
import { aMember, aPerson } from "../support/builders/people";
import { testDatabase } from "../support/env/database";
import { forgedRequests } from "../support/fakes/forged-requests";
import { ACTIONS, EVENTS, FORMS, GOALS, LISTENED, PRESSED, refusalsOf, SYNC } from "../support/harness/rights/lines";
import { STANDINGS } from "../support/harness/rights/standings";
import { SECRETS, type SlackHarness, slackHarness } from "../support/harness/slack";
import { pressable } from "../support/harness/slack-blocks";

const PEOPLE = STANDINGS.map((standing, index) => ({ ...standing, user: `U0P${10 + index}` }));
const TOGETHER = 9;
type Someone = (typeof PEOPLE)[number];

describe("case 47: every command, action, submission and message", () => {
  const test = testDatabase();
  const admins = PEOPLE.filter(({ listed }) => listed !== undefined).map(({ user }) => user);
  const syncs: string[] = [];
  const homes = new Map<string, readonly KnownBlock[]>();
  let harness: SlackHarness;
  let requests: ReturnType<typeof forgedRequests>;
  /** Of each moment, by their ids. */
  let [before, after, synced] = [stored([]), stored([]), stored([])];
  let [actors, actorsThen] = [new Map<string, string>(), new Map<string, string>()];

  beforeAll(async () => {
    const people = peopleStore(test.db);
    const documents = PEOPLE.flatMap(({ user, stored: given }) => (given === null ? [] : [aPerson(user, given)]));
    await test.db.collection<Person>("users").insertMany(documents);
    const requestSync = async ({ userId }: { readonly userId: string }) => {
      syncs.push(userId);
      throw new Error("No sync runs in this test");
    };
    harness = await slackHarness({ deps: { people, requestSync, idempotency: idempotencyStore(test.db) }, admins });
    requests = forgedRequests(harness);
    for (const { user, was } of PEOPLE) if (was !== "nobody") harness.slack.putMember({ ...aMember(user), ...was });
    // The app has just heard of Slack who each of them is.
    await roles();
    for (const one of PEOPLE) await change(one);
    harness.forgetMembers();
    before = stored(await people.all());

    for (const { user } of PEOPLE) {
      await requests.event(user, { type: "app_home_opened", tab: "home", channel: `D${user.slice(1)}` });
    }
    await harness.app.idle();
    for (const { user } of PEOPLE) homes.set(user, harness.home(user));
    // As many at a time as the server has connections for.
    for (let at = 0; at < PEOPLE.length; at += TOGETHER) {
      await Promise.all(PEOPLE.slice(at, at + TOGETHER).map(tryEverything));
    }
    await harness.app.idle();

    after = stored(await people.all());
    actors = await roles();
    const members = await readMembers(
      noRetryClient({ token: SECRETS.botToken, apiUrl: harness.slack.url, log: harness.log }),
    );
    const known = await people.all();
    await people.save(known, peopleAfter({ known, members, copper: null, justcall: null, admins }));
    synced = stored(await people.all());
    actorsThen = await roles();
  }, 240_000);
  afterAll(() => harness.close());

  async function change({ user, was, is, listed, does }: Someone): Promise<void> {
    if (was !== "nobody") harness.slack.putMember({ ...aMember(user), ...was, ...is });
    if (listed === "no longer") admins.splice(admins.indexOf(user), 1);
    await does?.(peopleStore(test.db), user);
  }

  async function roles() {
    const all = await Promise.all(PEOPLE.map(({ user }) => harness.deps.actor(user)));
    return new Map(all.map(({ userId, role }): [string, string] => [userId, role]));
  }

  async function tryEverything({ user }: Someone): Promise<void> {
    const channel = `D${user.slice(1)}`;
    for (const text of Object.keys(SYNC)) await requests.command(user, ["/sync", text]);
    for (const [text] of Object.values(GOALS)) await requests.command(user, ["/goals", text]);
    for (const id of Object.keys(PRESSED)) await requests.press(user, { id });
    for (const id of Object.keys(FORMS)) await requests.submit(user, id);
    for (const [event] of Object.values(EVENTS).flat()) await requests.event(user, { channel, ...event });
  }

  it("has a line here that says who may", () => {
    const { commands, forms, events } = LISTENERS;

    expect(Object.keys(commands)).toEqual(["/sync", "/goals"]);
    expect(Object.keys(ACTIONS).sort()).toEqual(Object.keys(LISTENED).sort());
    expect(Object.keys(FORMS).sort()).toEqual(Object.keys(forms).sort());
    expect(Object.keys(EVENTS).sort()).toEqual(Object.keys(events).sort());
  });

  it.each(PEOPLE)("is for $of what it is for: $now, now and after the next sync", ({ user, now }) => {
    const refused = harness.log.at("info").flatMap(({ message, fields }) => {
      if (message !== "Refused what others may do" || !("userId" in fields) || fields.userId !== user) return [];
      return "doing" in fields ? [fields.doing] : [];
    });

    expect([actors.get(user), refused.sort()]).toEqual([now, [...refusalsOf(now)].sort()]);
    expect(tabs(homes.get(user) ?? [])).toEqual(TABS[now]);
    if (now === "outsider") expectNothingDone(user);
    // Who may is asked at each event; lists of people, of reps as of the admins who are alerted, follow with the next sync.
    const then = now === "newcomer" ? "rep" : now;
    const { role, active } = synced.get(user) ?? {};
    expect([actorsThen.get(user), active ?? false]).toEqual([then, then !== "outsider"]);
    if (then !== "outsider") expect(role).toBe(then);
  });

  function expectNothingDone(user: string): void {
    const told = harness.slack.messages(`D${user.slice(1)}`).map(({ text }) => text);
    const words = [...told, ...requests.answers(user).map((body) => JSON.parse(body).text)];
    expect([after.get(user), syncs.includes(user)]).toEqual([before.get(user), false]);
    // Whom they may ask differs by who is an admin at the time.
    const base = guestMessage().text.split("ask a workspace admin")[0] ?? "";
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((text) => !text.startsWith(base))).toEqual([]);
  }
});

function stored(people: readonly Person[]): ReadonlyMap<string, Person> {
  return new Map(people.map((person) => [person._id, person]));
}

const TABS = {
  outsider: [],
  newcomer: [],
  rep: [],
  manager: ["home_me", "home_team"],
  admin: ["home_me", "home_team", "home_admin"],
};

function tabs(blocks: readonly KnownBlock[]): readonly string[] {
  return pressable(blocks).filter((id) => /^home_(me|team|admin)$/.test(id));
}
