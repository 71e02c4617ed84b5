import { type ShownFigures, shownMonth } from "../../goals/shown/shown-figures";
import type { Actor } from "../../people/permissions";
import type { Person } from "../../people/person";
import { digestOf } from "../../people/person-settings";
import type { Progress } from "../../sync/report";
import { readerDays, readerZone } from "../../time/reader-day";
import type { SlackDeps } from "../deps";
import { figureState } from "../goals/figure-state";
import { historyOf } from "../goals/past/history";
import { askedAdmins } from "../middleware/access";
import { asOfLine } from "../ui/freshness";
import type { HealthState } from "./health";
import { ADMIN_START, allowedLocation, type HomeLocation, MY_PAGE, type Tab, TEAM_START, tabsOf } from "./location";
import { encodeLocation } from "./payload";
import { renderAdmin } from "./render-admin";
import { renderTeam } from "./team/render-team";
import { guestPage } from "./views/guest-page";
import { withIntro } from "./views/intro";
import type { HomePage } from "./views/layout";
import { FIRST_HISTORY_PAGE, historyPage, LAST_HISTORY_PAGE } from "./views/my/history-page";
import { myPage } from "./views/my-page";
import { type Choices, settingsPage } from "./views/my-settings";

export interface HomeModel {
  readonly userId: string;
  /** `null` for whoever has not chosen a page: then Home decides. */
  readonly location: HomeLocation | null;
  /** The progress of the sync that they requested. */
  readonly syncing: Progress | null;
  /** The state of the health check. */
  readonly health: HealthState;
  /** Slack's id of the workspace; `null` while it is not known. */
  readonly workspace: string | null;
  /** Tells whether they open it for the first time, which is asked of members alone. */
  readonly isFirst: () => Promise<boolean>;
}

/** A page with what it shows of its reader's own month; `null` where it is about something else, or nothing was ever read. */
export interface RenderedHome {
  readonly view: HomePage;
  readonly shown: ShownFigures | null;
}

/** Renders the page at a person's location from fresh data, or their own page where they may not see that. */
export async function renderHome(deps: SlackDeps, model: HomeModel): Promise<RenderedHome> {
  const actor = await deps.actor(model.userId);
  if (actor.role === "outsider") return withoutMonth(guestPage(await askedAdmins(deps), model.workspace));
  const location = allowedLocation(model.location ?? (await firstPage(deps, actor)), actor);
  const tabs = tabsOf(actor);
  // Admins have the checklist of the first days.
  if (location.tab === "admin") return withoutMonth(await renderAdmin(deps, { ...model, location, tabs }));
  const { syncing, workspace } = model;
  const [{ view, shown }, isFirst] = await Promise.all([
    location.tab === "team"
      ? renderTeam(deps, { location, tabs, actor, syncing, workspace }).then(withoutMonth)
      : renderMyPage(deps, { ...model, location, tabs }),
    model.isFirst(),
  ]);
  return { view: isFirst && isStart(location) ? withIntro(view, location.tab) : view, shown };
}

function withoutMonth(view: HomePage): RenderedHome {
  return { view, shown: null };
}

/** Tells whether it is where a tab opens, and no page behind it. */
function isStart({ part, page, person }: HomeLocation): boolean {
  return part === MY_PAGE.part && page === 0 && person === null;
}

/** Home opens on one's own page, but for managers on their team and for admins without goals of their own on what needs them. */
async function firstPage(deps: SlackDeps, actor: Actor): Promise<HomeLocation> {
  const { userId, role } = actor;
  if (role === "manager") return tabsOf(actor).includes("team") ? TEAM_START : MY_PAGE;
  if (role !== "admin") return MY_PAGE;
  return (await deps.overview(userId)).goals.length === 0 ? ADMIN_START : MY_PAGE;
}

type OwnPage = Omit<HomeModel, "health" | "location" | "isFirst" | "workspace"> & {
  readonly location: HomeLocation;
  readonly tabs: readonly Tab[];
};

async function renderMyPage(deps: SlackDeps, own: OwnPage): Promise<RenderedHome> {
  const { userId, location, tabs, syncing } = own;
  if (location.part === "settings") return renderMySettings(deps, own);
  if (location.page >= FIRST_HISTORY_PAGE) return withoutMonth(await renderHistory(deps, own));
  const at = deps.now();
  const [overview, state, person] = await Promise.all([
    deps.overview(userId),
    figureState(deps),
    deps.people.one(userId),
  ]);
  const asks = overview.goals.length === 0 && !tabs.includes("team");
  const goalSetters = asks ? goalSettersOf(await deps.people.all()) : [];
  const choices = person === null ? null : choicesOf(person, deps);
  const view = myPage({ ...state, overview, syncing, tabs, choices, goalSetters }, encodeLocation(location));
  return { view, shown: state.first === null ? shownMonth(overview, { at, surface: "home" }) : null };
}

/** One's settings; who has none yet, because no sync has seen them, is shown their page. */
async function renderMySettings(deps: SlackDeps, { location, ...own }: OwnPage): Promise<RenderedHome> {
  const { userId, tabs } = own;
  const [person, next] = await Promise.all([deps.people.one(userId), deps.digests.next(userId)]);
  if (person === null) return renderMyPage(deps, { ...own, location: MY_PAGE });
  const choices = { ...choicesOf(person, deps), next };
  return withoutMonth(settingsPage({ tabs, choices, days: deps.days, now: deps.now() }, encodeLocation(location)));
}

/** What one's goals came to in a month. */
async function renderHistory(deps: SlackDeps, { userId, location: asked, tabs, syncing }: OwnPage): Promise<HomePage> {
  const page = Math.min(asked.page, LAST_HISTORY_PAGE);
  const { freshness, ...history } = await historyOf(deps, { userId, months: page - FIRST_HISTORY_PAGE });
  const asOf = asOfLine(freshness.running, { days: deps.days, now: deps.now() });
  return historyPage({ ...history, asOf, syncing, tabs, location: { ...asked, page } });
}

/** A person's settings; days off that are over are left out. */
export function choicesOf(person: Person, { days, now }: Pick<SlackDeps, "days" | "now">): Choices {
  const { today } = readerDays(now(), days).of(person);
  const timeOff = (person.schedule?.timeOff ?? []).filter(({ to }) => to >= today);
  return { digest: digestOf(person), ...readerZone(person, days.zone), timeOff };
}

/** Lists managers by name, or admins where there are none. */
function goalSettersOf(people: readonly Person[]): readonly string[] {
  const named = (role: Person["role"]) =>
    people
      .filter((one) => one.active && one.role === role)
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, "en"));
  const managers = named("manager");
  return managers.length > 0 ? managers : named("admin");
}
