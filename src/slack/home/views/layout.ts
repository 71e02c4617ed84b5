import type { Button, HomeView, KnownBlock } from "@slack/types";
import { actions, button, context, header, section } from "../../ui/blocks";
import { pageButtons } from "../../ui/pagination";
import type { HomeLocation, Part, Tab } from "../location";
import { encodeLocation } from "../payload";

/** A page of blocks we know. */
export interface HomePage extends HomeView {
  blocks: KnownBlock[];
}

/** Slack takes 100 blocks in a page. */
export const MAX_BLOCKS = 100;

/** App Home; `location` comes back with whatever is pressed there. */
export function page(blocks: readonly KnownBlock[], location?: string): HomePage {
  return { type: "home", blocks: [...blocks], ...(location === undefined ? {} : { private_metadata: location }) };
}

/** App Home with a text alone, for people without figures here, or when they cannot be shown. */
export function plainHome(text: string): HomePage {
  return page([section(text)]);
}

/** The actions that lead to another location of App Home, which the button's value names. */
const TAB_ACTIONS: Readonly<Record<Tab, string>> = { me: "home_me", team: "home_team", admin: "home_admin" };
/** The parts of the admin's tab but its first, to which the tab's own button leads. */
type MenuPart = Exclude<Part, "start">;
const PART_ACTIONS: Readonly<Record<MenuPart, string>> = {
  people: "home_people",
  roles: "home_roles",
  teams: "home_teams",
  boards: "home_boards",
  settings: "home_settings",
  imports: "home_imports",
  runs: "home_runs",
  health: "home_health",
};
export const PAGE_BACK = "home_back";
export const PAGE_ON = "home_on";
/** On one's own page: to one's history, and to one's settings. */
const MY_HISTORY = "home_history";
const MY_SETTINGS = "home_my_settings";
/** On the team's page: to one metric or period, to everybody's figures, to another team, to one person, and back. */
export const TEAM_METRIC = "team_metric";
export const TEAM_PERIOD = "team_period";
export const TEAM_EVERYBODY = "team_everybody";
export const TEAM_PICK = "team_pick";
export const TEAM_PERSON = "team_person";
export const TEAM_BACK = "team_back";
/** On the team's page: the menu of what is done there now and then. */
export const TEAM_MORE = "team_more";
/** On the page of the health check: to what passed, and away from it. */
export const HEALTH_DETAILS = "health_details";
export const NAVIGATION_ACTIONS: readonly string[] = [
  ...Object.values(TAB_ACTIONS),
  ...Object.values(PART_ACTIONS),
  PAGE_BACK,
  PAGE_ON,
  MY_HISTORY,
  MY_SETTINGS,
  TEAM_METRIC,
  TEAM_PERIOD,
  TEAM_EVERYBODY,
  TEAM_PICK,
  TEAM_PERSON,
  TEAM_BACK,
  HEALTH_DETAILS,
];

const TAB_LABELS: Readonly<Record<Tab, string>> = { me: "My page", team: "Team", admin: "Admin" };
const PART_LABELS: Readonly<Record<MenuPart, string>> = {
  people: "People",
  roles: "Roles",
  teams: "Teams",
  boards: "Leaderboards",
  settings: "Settings",
  imports: "Imports",
  runs: "Last syncs",
  health: "Health",
};

/** The buttons to the other tabs; nothing for a person who has only one. */
export function tabs(all: readonly Tab[], here: Tab): readonly KnownBlock[] {
  if (all.length < 2) return [];
  return [
    actions(
      all.map((tab) => locationButton(TAB_ACTIONS[tab], TAB_LABELS[tab], { location: { tab }, here: tab === here })),
    ),
  ];
}

/** How each part of the admin's tab but its first begins: the way back, from which all others are one press away, and its name, or a title that begins with it. */
export function partTop(part: MenuPart, title = PART_LABELS[part]): readonly KnownBlock[] {
  return [actions([{ ...startButton("‹ Admin"), accessibility_label: "Admin: back" }]), header(title)];
}

/** Makes the first button beside a row green, of those that are `eligible`, unless one below a row before it is: it is what to do first. */
export function withFirstGreen(blocks: readonly KnownBlock[], eligible = hasButton): readonly KnownBlock[] {
  const first = blocks.findIndex(eligible);
  return blocks.map((block, at) => {
    if (at !== first || block.type !== "section" || block.accessory?.type !== "button") return block;
    return { ...block, accessory: { ...block.accessory, style: "primary" as const } };
  });
}

/** Tells whether a button stands beside it, or is green below it. */
export function hasButton(block: KnownBlock): boolean {
  if (block.type === "actions") return block.elements.some((one) => one.type === "button" && one.style === "primary");
  return block.type === "section" && block.accessory?.type === "button";
}

/** The button from a part of the admin's tab to its first page. */
export function startButton(label: string): Button {
  return locationButton(TAB_ACTIONS.admin, label, { location: { tab: "admin" }, here: false });
}

/** The parts of the admin's tab: those for every week, behind `more` buttons of syncs, then under what they are for those that are set up once. */
export function groupedParts(more: readonly Button[]): readonly KnownBlock[] {
  return [
    actions([...more, ...WEEKLY.map((part) => partButton(part))]),
    context("*Setup*: who may do what, what is posted, and which days count"),
    actions(SETUP.map((part) => partButton(part))),
  ];
}

const WEEKLY: readonly MenuPart[] = ["runs", "imports", "people", "health"];
const SETUP: readonly MenuPart[] = ["roles", "teams", "boards", "settings"];

/** The button to a part of the admin's tab, under its own name unless another says more where it stands. */
export function partButton(part: MenuPart, { label = PART_LABELS[part] } = {}): Button {
  return locationButton(PART_ACTIONS[part], label, { location: { tab: "admin", part }, here: false });
}

/** The buttons to the pages before and after this one; nothing when it is the only one. */
export function pager(location: HomeLocation, pages: number): readonly KnownBlock[] {
  const value = (page: number) => encodeLocation({ ...location, page });
  return pageButtons({ page: location.page, pages, previous: PAGE_BACK, next: PAGE_ON, value });
}

/** The buttons from one's own page to this page of its history and to its settings. */
export function myPageButtons(history: number): readonly Button[] {
  return [
    button(MY_HISTORY, "History", { value: encodeLocation({ tab: "me", page: history }) }),
    button(MY_SETTINGS, "Settings", { value: encodeLocation({ tab: "me", part: "settings" }) }),
  ];
}

/** The button back from these. */
export function backToMyPage(): Button {
  return locationButton(TAB_ACTIONS.me, "Back to my page", { location: { tab: "me" }, here: false });
}

/** A button to another location; a dot marks the one where the reader is, and its label says so: green is for what a page is there to do. */
function locationButton(
  action: string,
  label: string,
  { location, here }: { location: Partial<HomeLocation> & Pick<HomeLocation, "tab">; here: boolean },
) {
  const value = encodeLocation(location);
  return here
    ? button(action, `● ${label}`, { value, accessibility_label: `${label}: you are here` })
    : button(action, label, { value });
}
