import type { WebClient } from "@slack/web-api";
import { zoneOf } from "../../digests/due";
import type { Person } from "../../people/person";
import { digestOf } from "../../people/person-settings";
import { may } from "../../people/rights";
import type { Progress } from "../../sync/report";
import { standing } from "../access";
import type { SlackNeeds } from "../needs";
import { myPage } from "../views/home/my-page";
import type { Choices } from "../views/home/my-settings";
import { type Page, plainHome } from "../views/home/page";
import { guestMessage } from "../views/standing";
import { drawAdmin } from "./draw-admin";
import { drawTeam } from "./draw-team";
import type { HealthState } from "./health-check";
import { allowedPlace, type HomePlace, placeText, tabsOf } from "./place";

export interface Seen {
  readonly userId: string;
  readonly place: HomePlace;
  /** Where the sync stands that they asked for. */
  readonly syncing: Progress | null;
  /** Where the doctor's check stands. */
  readonly health: HealthState;
}

interface Drawing {
  readonly needs: SlackNeeds;
  readonly client: WebClient;
}

/** The page that somebody looks at, from fresh data; one's own where they may not look at another. */
export async function drawHome({ needs, client }: Drawing, seen: Seen): Promise<Page> {
  const { userId } = seen;
  if ((await standing({ needs, client }, userId)) === "guest") return plainHome(guestMessage().text);
  const person = await needs.people.one(userId);
  const actor = { userId, role: person?.role ?? null };
  const place = allowedPlace(seen.place, actor);
  const tabs = tabsOf(actor);
  if (place.tab === "team") return drawTeam(needs, { place, tabs, edits: may(actor, { does: "edit-goals" }) });
  if (place.tab === "admin") return drawAdmin(needs, { place, tabs, health: seen.health });
  return drawMyPage(needs, { ...seen, place, person });
}

async function drawMyPage(
  needs: SlackNeeds,
  { userId, place, person, syncing }: Omit<Seen, "health"> & { person: Person | null },
): Promise<Page> {
  const [overview, freshness] = await Promise.all([needs.overview(userId), needs.freshness()]);
  const tabs = tabsOf({ userId, role: person?.role ?? null });
  const asks = overview.goals.length === 0 && !tabs.includes("team");
  const goalSetters = asks ? goalSettersOf(await needs.people.all()) : [];
  const choices = person === null ? null : { ...choicesOf(person, needs), next: await needs.mornings.next(userId) };
  const { days } = needs;
  return myPage({ overview, freshness, syncing, tabs, choices, goalSetters, days, now: needs.now() }, placeText(place));
}

/** What somebody chose, of time off only what is not over. */
export function choicesOf(person: Person, { days, now }: Pick<SlackNeeds, "days" | "now">): Choices {
  const today = days.dayOf(now());
  const timeOff = (person.schedule?.timeOff ?? []).filter(({ to }) => to >= today);
  return { digest: digestOf(person), ...zoneOf(person, days.zone), timeOff };
}

/** Managers by name, or where there is none the admins. */
function goalSettersOf(people: readonly Person[]): readonly string[] {
  const named = (role: Person["role"]) =>
    people
      .filter((one) => one.active && one.role === role)
      .map(({ name }) => name)
      .sort((a, b) => a.localeCompare(b, "en"));
  const managers = named("manager");
  return managers.length > 0 ? managers : named("admin");
}
