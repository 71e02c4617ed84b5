import type { SlackMember } from "../../src/demo/slack/state/members";
import { peopleStore } from "../../src/people/people-store";
import type { Actor } from "../../src/people/permissions";
import type { Person } from "../../src/people/person";
import type { parseGoals } from "../../src/slack/commands/parse-goals";
import { LISTENERS } from "../../src/slack/listeners";
import { idempotencyStore } from "../../src/slack/platform/idempotency-store";
import { guestMessage } from "../../src/slack/ui/access-messages";
import { aMember, aPerson } from "../support/builders/people";
import { closedAfterEach } from "../support/env/closed-after-each";
import { testDatabase } from "../support/env/database";
import { forgedRequests } from "../support/fakes/forged-requests";
import { slackHarness } from "../support/harness/slack";

/** Who may: everybody who is a full member, managers and admins, or admins alone. */
type Who = "member" | "manager" | "admin";
/** Who may, and what the log calls it: where that is not the listener's own name, and where it is asked only in the work. */
type Line = readonly [who: Who, doing?: string, asked?: string];

const SYNC: Readonly<Record<string, Line>> = {
  "": ["member", "/sync"],
  help: ["member", "help"],
  soon: ["member", "help"],
};

/** A command for each thing that `/goals` understands: one that is new does not compile without a line here. */
const GOALS: Readonly<Record<ReturnType<typeof parseGoals>["kind"], readonly [text: string, ...line: Line]>> = {
  mine: ["", "member", "/goals"],
  team: ["team", "manager", "/goals team"],
  board: ["board", "member", "/goals board"],
  deliveries: ["deliveries", "admin", "/goals deliveries"],
  digest: ["digest", "member", "/goals digest"],
  set: ["set <@U0BEN> emails 20 daily", "manager", "/goals set"],
  archive: ["archive <@U0BEN> emails daily", "manager", "/goals archive"],
  of: ["<@U0BEN>", "manager", "/goals of"],
  log: ["log <@U0BEN>", "manager", "/goals log"],
  help: ["help", "member", "help"],
  why: ["why calls", "member", "/goals why"],
  form: ["set", "manager", "/goals set"],
  fault: ["nonsense", "member", "help"],
};

const LISTENED = { ...LISTENERS.actions, ...LISTENERS.goals, ...LISTENERS.home };
const PAGE: Line = ["member", "a page of Home"];
const ACTIONS: Readonly<Record<string, Line>> = {
  sync_now: ["member", "sync_now"],
  recompute: ["member", "sync_now"],
  ...lines("member", "why_goal why_previous why_next why_left_out goal_cancel digest_again goal_log_previous"),
  team_goals_previous: ["manager", "team_goals_previous", "/goals team"],
  team_goals_next: ["manager", "team_goals_next", "/goals team"],
  ...lines("member", "my_digest my_away my_away_back digest_unsnooze goal_log_next"),
  ...lines("manager", "goal_set goal_edit goal_archive goal_back goal_confirm goal_undo board_post"),
  ...lines("admin", "accept_vanished import_apply import_forget map unmap give_role take_role_back forget_person"),
  ...lines("admin", "set_zone set_week set_region add_holiday remove_holiday run_check"),
  ...{ home_me: PAGE, home_team: PAGE, home_admin: PAGE, home_back: PAGE, home_on: PAGE },
  ...{ home_people: PAGE, home_roles: PAGE, home_settings: PAGE, home_runs: PAGE, home_health: PAGE },
  ...{ team_metric: PAGE, team_person: PAGE, team_back: PAGE },
};

/** One action for each listener: several lead to the same. */
const PRESSED: typeof ACTIONS = Object.fromEntries(
  [...new Map(Object.entries(LISTENED).map(([id, listener]) => [listener, id])).values()].map((id) => [
    id,
    ACTIONS[id] ?? ["admin"],
  ]),
);

const FORMS: Readonly<Record<string, Line>> = {
  ...lines("member", "digest_form away_form"),
  ...lines("manager", "goal_form goal_check"),
  ...lines("admin", "map_form role_form forget_form forget_check week_form holiday_form region_form"),
  ...lines("admin", "zone_form zone_check"),
};

const MESSAGE = { type: "message", channel_type: "im", text: "hello" };
const EVENTS: Readonly<Record<string, readonly (readonly [event: object, ...line: Line])[]>> = {
  // A page is refused by its own words.
  app_home_opened: [],
  "message.im": [
    [{ ...MESSAGE, ts: "1.1" }, "member", "message.im"],
    [{ ...MESSAGE, ts: "1.2", subtype: "file_share", files: [{ id: "F1" }] }, "admin", "message.im"],
  ],
};

type Setting = Partial<Person>;
const grant = (role: Person["role"]): Setting => ({ role, roleGiven: { role, by: "U0MAX", at: new Date(0) } });
const MANAGER = grant("manager");
const HAND = grant("admin");
const SLACK: Setting = { role: "admin", found: { tz: null, active: true, role: "admin" } };

interface Change {
  readonly of: string;
  /** As stored by the last sync. */
  readonly was: Setting | null;
  /** What Slack says by now. */
  readonly member?: Partial<SlackMember> | "nobody";
  readonly does?: (users: ReturnType<typeof peopleStore>, userId: string) => Promise<unknown>;
  /** Whether `ADMIN_SLACK_IDS` names them. */
  readonly listed?: true;
  readonly now: Actor["role"];
}
const takeBack: Change["does"] = (people, userId) => people.takeRoleBack(userId);

/** What somebody was, what happened since without a sync, and what they may be now. */
const CHANGES: readonly Change[] = [
  { of: "a rep", was: {}, now: "rep" },
  { of: "a newcomer", was: null, now: "newcomer" },
  { of: "a rep who became a guest", was: {}, member: { guest: true }, now: "outsider" },
  { of: "a manager who was deactivated", was: MANAGER, member: { deactivated: true }, now: "outsider" },
  { of: "an admin by hand who is of another workspace", was: HAND, member: { teamId: "T0FAR" }, now: "outsider" },
  { of: "an admin of the environment who left", was: SLACK, member: "nobody", listed: true, now: "outsider" },
  { of: "a manager who was demoted", was: MANAGER, does: takeBack, now: "rep" },
  { of: "an admin whom Slack demoted", was: SLACK, now: "rep" },
  { of: "an admin taken off the environment", was: SLACK, now: "rep" },
  { of: "an admin of Slack who is a rep by hand", was: grant("rep"), member: { workspaceAdmin: true }, now: "rep" },
  {
    of: "a rep who was made manager",
    was: {},
    does: (people, id) => people.giveRole(id, { role: "manager", by: "U0MAX", at: new Date(0) }),
    now: "manager",
  },
  { of: "a rep whom Slack made admin", was: {}, member: { workspaceAdmin: true }, now: "admin" },
];

const MAY: Readonly<Record<Actor["role"], readonly Who[]>> = {
  outsider: [],
  newcomer: ["member"],
  rep: ["member"],
  manager: ["member", "manager"],
  admin: ["member", "manager", "admin"],
};

describe("case 47: every command, action, submission and message", () => {
  const test = testDatabase();
  const closed = closedAfterEach();

  it("has a line here that says who may", () => {
    const { commands, forms, events } = LISTENERS;

    expect(Object.keys(commands)).toEqual(["/sync", "/goals"]);
    expect(Object.keys(ACTIONS).sort()).toEqual(Object.keys(LISTENED).sort());
    expect(Object.keys(FORMS).sort()).toEqual(Object.keys(forms).sort());
    expect(Object.keys(EVENTS).sort()).toEqual(Object.keys(events).sort());
  });

  it.each(CHANGES)("is for $of what it is for: $now", async ({ was, member, does, listed, now }) => {
    const user = member === "nobody" ? "U0GONE" : "U0ANA";
    const people = peopleStore(test.db);
    if (was !== null) await test.db.collection<Person>("users").insertOne(aPerson(user, was));
    const syncs: string[] = [];
    const requestSync = async ({ userId }: { readonly userId: string }) => {
      syncs.push(userId);
      throw new Error("No sync runs in this test");
    };
    const deps = { people, requestSync, idempotency: idempotencyStore(test.db) };
    const harness = closed(await slackHarness({ deps, admins: listed ? [user] : [] }));
    const requests = forgedRequests(harness);
    if (member !== "nobody") harness.slack.putMember({ ...aMember(user), ...member });
    await does?.(people, user);
    const before = await people.all();

    for (const text of Object.keys(SYNC)) await requests.command(user, ["/sync", text]);
    for (const [text] of Object.values(GOALS)) await requests.command(user, ["/goals", text]);
    for (const id of Object.keys(PRESSED)) await requests.press(user, { id });
    for (const id of Object.keys(FORMS)) await requests.submit(user, id);
    const channel = `D${user.slice(1)}`;
    for (const [event] of Object.values(EVENTS).flat()) await requests.event(user, { channel, ...event });
    await harness.app.idle();

    const refused = harness.log.at("info").filter(({ message }) => message === "Refused what others may do");
    expect(refused.flatMap(({ fields }) => ("doing" in fields ? [fields.doing] : [])).sort()).toEqual(
      [...refusalsOf(now)].sort(),
    );
    if (now !== "outsider") return;
    expect(await people.all()).toEqual(before);
    const told = harness.slack.messages(channel).map(({ text }) => text);
    const words = [...told, ...requests.answers(user).map((body) => JSON.parse(body).text)];
    expect([syncs, words.filter((text) => text !== guestMessage().text)]).toEqual([[], []]);
  });
});

/** What the log must say was refused. A newcomer's commands and messages are answered with how to be met. */
function refusalsOf(role: Actor["role"]): readonly string[] {
  const named = Object.entries({ ...PRESSED, ...FORMS }).map(([id, [who, doing = id, asked = doing]]) => ({
    ...{ who, doing: role === "outsider" ? doing : asked },
  }));
  const spoken = [...Object.values(SYNC), ...[...Object.values(GOALS), ...Object.values(EVENTS).flat()].map(lineOf)];
  const all = [...named, ...(role === "newcomer" ? [] : spoken.map(([who, doing = ""]) => ({ who, doing })))];
  return all.filter(({ who }) => !MAY[role].includes(who)).map(({ doing }) => doing);
}

function lineOf([, ...line]: readonly [unknown, ...Line]): Line {
  return line;
}

function lines(who: Who, ids: string): Readonly<Record<string, Line>> {
  return Object.fromEntries(ids.split(" ").map((id) => [id, [who]]));
}
