import type { KnownBlock } from "@slack/types";
import type { UpcomingDigests } from "../../../digests/schedule/digest-schedule";
import type { Holiday, TeamSettings } from "../../../goals/team-settings";
import type { Day } from "../../../time/day";
import { weekdaysInWords } from "../../../words/dates";
import { zoneInWords } from "../../../words/times";
import { actions, button, context, header, section } from "../../ui/blocks";
import { type DisplayContext, momentInWords } from "../../ui/dates";
import { counted, foreign } from "../../ui/text";
import type { HomeLocation } from "../location";
import { encodeHoliday, encodeLocation } from "../payload";
import { type HomePage, page, partTop } from "./layout";
import { daysOfWeekInWords } from "./week-fields";

export const SET_WEEK = "set_week";
export const SET_ZONE = "set_zone";
export const SET_REGION = "set_region";
export const ADD_HOLIDAY = "add_holiday";
export const REMOVE_HOLIDAY = "remove_holiday";

const MAX_HOLIDAYS = 30;

export interface AdminSettings extends DisplayContext {
  readonly location: HomeLocation;
  readonly zone: string;
  /** Whether the environment names the zone; then it is changed there. */
  readonly zoneConfigured: boolean;
  /** The zone from the next start on, where that is another one. */
  readonly nextZone: string | null;
  readonly today: Day;
  readonly settings: TeamSettings;
  /** The digests that come next; `null` where none is in sight. */
  readonly upcoming: UpcomingDigests | null;
  /** A person's name by their Slack id. */
  readonly nameOf: (userId: string) => string;
  /** "United States, California"; `null` for none. */
  readonly region: string | null;
  /** All holidays of the year that begins today, the region's and those added by hand, in the order of their days. */
  readonly holidays: readonly Holiday[];
}

/** The team's calendar: zone, week and holidays, with the buttons that change them. */
export function adminSettings(values: AdminSettings): HomePage {
  const { settings, region } = values;
  return page(
    [
      ...partTop("settings"),
      zoneRow(values),
      changed(`*Working week*\n${daysOfWeekInWords(settings.workdays)}`, SET_WEEK, "the working week"),
      changed(
        `*Public holidays*\n${region === null ? "Not set. Choose a country." : foreign(region)}`,
        SET_REGION,
        "the country",
      ),
      section(`*Digests*\n${digestsInWords(values)}`),
      header("Holidays in the next year"),
      ...holidayRows(values),
      actions([button(ADD_HOLIDAY, "Add a holiday", { style: "primary" })]),
    ],
    encodeLocation(values.location),
  );
}

function zoneRow({ zone, zoneConfigured, nextZone }: AdminSettings): KnownBlock {
  const words = `*Time zone*\n${foreign(zoneInWords(zone))}. Days start and end in this zone.`;
  if (zoneConfigured) return section(`${words} Whoever runs Paceline can change it in \`TEAM_TIMEZONE\`.`);
  return changed(
    nextZone === null ? words : `${words} After the next restart: ${foreign(zoneInWords(nextZone))}.`,
    SET_ZONE,
    "the time zone",
  );
}

/** "The next goes out today at 7:30 PM (Dev Patel), then 4 from tomorrow at 5:00 AM.", "The next go out tomorrow at 8:00 AM, to 4 people." */
function digestsInWords({ upcoming, nameOf, ...display }: AdminSettings): string {
  if (upcoming === null) return "None coming up.";
  const { at, first, later } = upcoming;
  const [userId = "", ...others] = first;
  const when = momentInWords(at, display);
  const next =
    others.length === 0
      ? `The next goes out ${when} (${foreign(nameOf(userId))})`
      : `The next go out ${when}, to ${counted(first.length, "person", "people")}`;
  if (later === null) return `${next}.`;
  return `${next}, then ${later.people.toLocaleString("en-US")} from ${momentInWords(later.at, display)}.`;
}

function changed(text: string, action: string, what: string): KnownBlock {
  return { ...section(text), accessory: button(action, "Change", { accessibility_label: `Change ${what}` }) };
}

function holidayRows({ holidays, settings, today }: AdminSettings): readonly KnownBlock[] {
  if (holidays.length === 0) return [section("None. Holidays don't count toward anyone's pace.")];
  const entered = new Set(settings.holidays.map((holiday) => holiday.day));
  const more = holidays.length - MAX_HOLIDAYS;
  const rows = holidays.slice(0, MAX_HOLIDAYS).map((holiday): KnownBlock => {
    const words = weekdaysInWords({ from: holiday.day, to: holiday.day }, today);
    if (!entered.has(holiday.day)) return context(`${words} · ${foreign(holiday.name)}`);
    return {
      ...section(`${words} · *${foreign(holiday.name)}* · added by hand`),
      accessory: button(REMOVE_HOLIDAY, "Remove", {
        value: encodeHoliday(holiday.day),
        accessibility_label: `Remove the holiday on ${words}`,
      }),
    };
  });
  return [...rows, ...(more > 0 ? [context(`and ${more.toLocaleString("en-US")} more`)] : [])];
}
