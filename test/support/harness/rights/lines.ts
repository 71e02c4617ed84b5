import type { Actor } from "../../../../src/people/permissions";
import type { parseGoals } from "../../../../src/slack/commands/parse-goals";
import { LISTENERS } from "../../../../src/slack/listeners";
import { WHY_METRICS, WHY_PICK } from "../../../../src/slack/why/button-view";

/** Who may: whoever presses, as it does nothing, everybody who is a full member, managers and admins, or admins alone. */
type Who = "anyone" | "member" | "manager" | "admin";
/** Who may, and what the log calls it: where that is not the listener's own name, and where it is asked only in the work. */
type Line = readonly [who: Who, doing?: string, asked?: string];

export const SYNC: Readonly<Record<string, Line>> = {
  "": ["member", "/sync"],
  help: ["member", "help"],
  soon: ["member", "help"],
};

/** A command for each thing that `/goals` understands: one that is new does not compile without a line here. */
export const GOALS: Readonly<Record<ReturnType<typeof parseGoals>["kind"], readonly [text: string, ...line: Line]>> = {
  mine: ["", "member", "/goals"],
  team: ["team", "manager", "/goals team"],
  board: ["board", "member", "/goals board"],
  deliveries: ["deliveries", "admin", "/goals deliveries"],
  digest: ["digest", "member", "/goals digest"],
  set: ["set <@U0BEN> emails 20 daily", "manager", "/goals set"],
  archive: ["archive <@U0BEN> emails daily", "manager", "/goals archive"],
  of: ["<@U0BEN>", "manager", "/goals of"],
  month: ["last month <@U0BEN>", "manager", "/goals month"],
  log: ["log <@U0BEN>", "manager", "/goals log"],
  help: ["help", "member", "help"],
  why: ["why calls", "member", "/goals why"],
  trend: ["trend calls <@U0BEN>", "manager", "/goals trend"],
  form: ["set", "manager", "/goals set"],
  fault: ["@ana", "member", "help"],
  unknown: ["nonsense", "member", "help"],
};

export const LISTENED = { ...LISTENERS.actions, ...LISTENERS.goals, ...LISTENERS.home };
const PAGE: Line = ["member", "a page of Home"];
export const ACTIONS: Readonly<Record<string, Line>> = {
  sync_now: ["member", "sync_now"],
  recompute: ["member", "sync_now"],
  ...lines(
    "member",
    "why_goal why_figure why_previous why_next why_left_out why_export history_export goal_cancel digest_again",
  ),
  ...lines("member", [WHY_PICK, ...WHY_METRICS].join(" ")),
  ...lines("member", "goal_log_previous goal_log_next"),
  ...{ goals_run: ["member", "goals_run"], goals_mine: ["member", "goals_run"], goals_others: ["member", "goals_run"] },
  goals_more: ["member", "goals_run"],
  ...lines("member", "trend_goal trend_this_month trend_last_month trend_weeks"),
  // The value that is pressed is no team of theirs.
  board_show: ["manager", "board_show", "/goals board"],
  board_place: ["manager", "board_place", "/goals board"],
  team_goals_previous: ["manager", "team_goals_previous", "/goals team"],
  team_goals_next: ["manager", "team_goals_next", "/goals team"],
  ...lines("member", "my_digest my_away my_away_back digest_unsnooze open_home"),
  // The value that is pressed stands for no choice.
  ...lines("member", "team_more"),
  // What a team's page shows is decided when it is rendered.
  ...lines("member", "my_recap team_recap_open intro_done"),
  ...lines("anyone", "message_person"),
  ...lines(
    "manager",
    "goal_set goal_edit goal_archive goal_confirm goal_undo goals_several goals_copy goals_undo board_post board_publish board_edit board_undo team_export",
  ),
  ...lines(
    "admin",
    "accept_vanished sync_details account_types import_apply import_forget import_details import_undo map unmap give_role take_role_back forget_person edit_person name_add name_remove",
  ),
  ...lines("admin", "set_zone set_week set_region add_holiday remove_holiday run_check"),
  ...lines("admin", "team_create team_change team_deactivate team_reactivate"),
  ...{ home_me: PAGE, home_team: PAGE, home_admin: PAGE, home_back: PAGE, home_on: PAGE },
  ...{ home_people: PAGE, home_roles: PAGE, home_teams: PAGE, home_boards: PAGE },
  ...{ home_settings: PAGE, home_imports: PAGE, home_runs: PAGE, home_health: PAGE, health_details: PAGE },
  ...{ home_history: PAGE, home_my_settings: PAGE },
  ...{ team_period: PAGE, team_everybody: PAGE },
  ...{ team_metric: PAGE, team_pick: PAGE, team_person: PAGE, team_back: PAGE },
};

/** One action for each listener: several lead to the same. */
export const PRESSED: typeof ACTIONS = Object.fromEntries(
  [...new Map(Object.entries(LISTENED).map(([id, listener]) => [listener, id])).values()].map((id) => [
    id,
    ACTIONS[id] ?? ["admin"],
  ]),
);

export const FORMS: Readonly<Record<string, Line>> = {
  ...lines("member", "digest_form away_form"),
  ...lines("manager", "goal_form goal_check goals_form goals_copy_form goals_check board_form board_check"),
  ...lines(
    "admin",
    "map_form role_form person_pick person_form name_form name_check forget_form forget_check week_form holiday_form region_form",
  ),
  ...lines("admin", "zone_form zone_check team_form team_check"),
};

const MESSAGE = { type: "message", channel_type: "im", text: "hello" };
export const EVENTS: Readonly<Record<string, readonly (readonly [event: object, ...line: Line])[]>> = {
  // A page is refused by its own words.
  app_home_opened: [],
  "message.im": [
    [{ ...MESSAGE, ts: "1.1" }, "member", "message.im"],
    [{ ...MESSAGE, ts: "1.2", subtype: "file_share", files: [{ id: "F1" }] }, "admin", "message.im"],
  ],
};

const MAY: Readonly<Record<Actor["role"], readonly Who[]>> = {
  outsider: ["anyone"],
  newcomer: ["anyone", "member"],
  rep: ["anyone", "member"],
  manager: ["anyone", "member", "manager"],
  admin: ["anyone", "member", "manager", "admin"],
};

/** What the log must say was refused. A newcomer's commands and messages are answered with how to be met. */
export function refusalsOf(role: Actor["role"]): readonly string[] {
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
