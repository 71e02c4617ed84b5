import type { ModalView } from "@slack/types";
import { viewFaults } from "../../../../src/demo/slack/rules/views";
import { holidayBook } from "../../../../src/goals/holidays";
import { DEFAULT_TEAM_SETTINGS } from "../../../../src/goals/team-settings";
import { PARTS } from "../../../../src/slack/home/location";
import { type AdminPeople, adminPeople, mapForm } from "../../../../src/slack/home/views/admin-people";
import { type AdminSettings, adminSettings } from "../../../../src/slack/home/views/admin-settings";
import { groupedParts, partTop } from "../../../../src/slack/home/views/layout";
import { awayForm, digestForm } from "../../../../src/slack/home/views/my-forms";
import { holidayForm, regionForm, weekForm } from "../../../../src/slack/home/views/settings-forms";
import { addDays, day } from "../../../../src/time/day";
import { CHOICES, HOSTILE, location, many, READING } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

const lee = { source: "fishbowl", name: "B. Lee", email: null, owner: "B. Lee", records: 14, value: 9120 } as const;

function people(fields: Partial<AdminPeople> = {}): AdminPeople {
  const unmatched = { open: [lee], mappedSince: [], unknownTo: [] };
  const counted = { from: day("2026-09-29"), to: day("2026-10-28") };
  return { location, unmatched, counted, made: [], nameOf: (id) => id, synced: true, ...fields };
}

describe("the admin's people", () => {
  it("are whom to map, what waits for a recompute, who is unknown, and what was mapped by hand", () => {
    const { blocks } = adminPeople(
      people({
        unmatched: {
          open: [
            lee,
            { ...lee, source: "copper", name: "Zed", email: "z@x.example", owner: null, records: 1, value: null },
          ],
          mappedSince: [{ ...lee, name: "C. Day", userId: "Ana" }],
          unknownTo: [{ source: "justcall", name: "Noor", email: "noor@acme.com" }],
        },
        made: [
          { source: "fishbowl", owner: "A. Torres", name: null, userId: "UANA", person: "Ana" },
          { source: "copper", owner: "900207", name: "Trade <Show>", userId: "UANA", person: "Ana" },
          { source: "copper", owner: "900204", name: null, userId: "UDEV", person: "Dev" },
        ],
      }),
    );

    expect(lines(blocks).slice(1)).toEqual([
      "# People",
      "*Unmatched people*: their activity isn't credited to anyone until you match them. Last 30 days, Sep 29 – Oct 28.",
      "*B. Lee*: Fishbowl sales rep, 14 records, $9,120",
      "*Zed*: Copper user, z@x.example, 1 record; run `/sync` again to match them",
      "✅ *C. Day* → Ana: credited from the next sync.",
      "[recompute]",
      "No *JustCall* user with this email: Noor (noor@acme.com)",
      "# Matched by hand",
      "*A. Torres*, Fishbowl sales rep → Ana",
      "*Trade &lt;Show&gt;* (900207), Copper user → Ana",
      "*Copper user 900204* → Dev",
      "[name_add]",
      "[edit_person]",
      "[forget_person]",
    ]);
    expect(pressable(blocks).slice(1)).toEqual([
      "map",
      "recompute",
      "name_remove",
      "unmap",
      "unmap",
      "name_add",
      "edit_person",
      "forget_person",
    ]);
  });

  it.each([
    [{ synced: false }, "No sync yet. Run `/sync` to see unmatched people here."],
    [{ unmatched: { open: [], mappedSince: [], unknownTo: [] } }, "✅ Everyone in your data sources is matched."],
  ])("say what there is when there is nobody: %j", (fields, words) => {
    expect(lines(adminPeople(people(fields)).blocks)).toContain(words);
  });

  it("stay within Slack's limits with thousands of hostile names", () => {
    const open = many(3_000, (index) => ({
      ...lee,
      name: `${HOSTILE}${index}`,
      owner: `${HOSTILE.slice(0, 400)}${index}`,
    }));
    const mappedSince = open.map((one) => ({ ...one, userId: HOSTILE }));
    const unknownTo = many(3_000, () => ({ source: "copper" as const, name: HOSTILE, email: HOSTILE }));
    const made = open.map(({ source, owner }) => ({ source, owner, name: HOSTILE, userId: "U1", person: HOSTILE }));
    const at = { ...location, page: 7 };

    const view = adminPeople(people({ unmatched: { open, mappedSince, unknownTo }, made, location: at }));

    expect(viewFaults(view, "home")).toEqual([]);
    expect(JSON.stringify(lines(view.blocks))).not.toMatch(/<!channel>/);
  });
});

describe("an admin's other pages", () => {
  it.each(PARTS.filter((part) => part !== "start"))("lead back to the first, which leads to all: %s", (part) => {
    const top = partTop(part);

    expect(pressable(top)).toEqual(["home_admin"]);
    expect(JSON.stringify(top)).toContain('"value":"{\\"tab\\":\\"admin\\"');
    expect(pressable(groupedParts([]))).toContain(`home_${part}`);
  });
});

describe("the admin's settings", () => {
  const today = day("2026-10-28");
  const thanks = { day: day("2026-11-26"), name: "Thanksgiving Day" };
  const retreat = { day: day("2026-11-27"), name: "Retreat <!here>" };

  it("are the team's calendar, in which only what was entered can be taken away", () => {
    const { blocks } = adminSettings({
      location,
      ...{ zone: "America/New_York", zoneConfigured: false, nextZone: "Asia/Kolkata" },
      today,
      settings: { ...DEFAULT_TEAM_SETTINGS, holidays: [retreat] },
      ...{ upcoming: null, nameOf: (id: string) => id, ...READING },
      region: "United States",
      holidays: [thanks, retreat],
    });

    expect(lines(blocks).slice(2)).toEqual([
      "*Time zone*",
      "New York time. Days start and end in this zone. After the next restart: Kolkata time.",
      "*Working week*",
      "Monday, Tuesday, Wednesday, Thursday, Friday",
      "*Public holidays*",
      "United States",
      "*Digests*",
      "None coming up.",
      "# Holidays in the next year",
      "Thu, Nov 26 · Thanksgiving Day",
      "Fri, Nov 27 · *Retreat &lt;!here&gt;* · added by hand",
      "[add_holiday]",
    ]);
    expect(pressable(blocks).slice(1)).toEqual(["set_zone", "set_week", "set_region", "remove_holiday", "add_holiday"]);
  });

  it("say who has the next digest alone, and how many have theirs when in the day after it", () => {
    const at = new Date("2026-10-29T12:00:00Z");
    const later = { at: new Date("2026-10-29T12:30:00Z"), people: 4 };
    const digests = (upcoming: AdminSettings["upcoming"]) =>
      lines(
        adminSettings({
          ...{ location, zone: "UTC", zoneConfigured: true, nextZone: null, today, region: null, holidays: [] },
          ...{ settings: DEFAULT_TEAM_SETTINGS, upcoming, nameOf: (id) => `${id} <b>`, ...READING },
        }).blocks,
      ).find((line) => line.startsWith("The next "));

    expect(digests({ at, first: ["Dev"], later })).toBe(
      "The next goes out Oct 29, 8:00 AM EDT (Dev &lt;b&gt;), then 4 from Oct 29, 8:30 AM EDT.",
    );
    expect(digests({ at, first: ["Dev", "Ana"], later: null })).toBe(
      "The next go out Oct 29, 8:00 AM EDT, to 2 people.",
    );
  });

  it("stay within Slack's limits with a holiday each day", () => {
    const holidays = many(366, (index) => ({ day: addDays(today, index), name: HOSTILE }));
    const settings = { ...DEFAULT_TEAM_SETTINGS, holidays };
    const view = adminSettings({
      location,
      zone: "UTC",
      zoneConfigured: false,
      nextZone: HOSTILE,
      today,
      settings,
      ...{ upcoming: { at: READING.now, first: ["U0ANA"], later: null }, nameOf: () => HOSTILE, ...READING },
      region: HOSTILE,
      holidays,
    });

    expect(viewFaults(view, "home")).toEqual([]);
  });
});

describe("the modals of App Home", () => {
  const book = holidayBook();

  const states = book.countries().flatMap(({ code, name }): readonly (readonly [string, ModalView])[] => {
    const places = book.within({ country: code });
    return places.length === 0 ? [] : [[`the states of ${name}`, regionForm({ country: code }, { places })]];
  });

  it.each<readonly [string, ModalView]>([
    ["a mapping", mapForm({ source: "fishbowl", owner: HOSTILE.slice(0, 400) })],
    ["a holiday", holidayForm(day("2026-10-28"))],
    ["the week", weekForm({ workdays: [1, 2] }, day("2026-10-28"))],
    ["no week", weekForm({ workdays: [] }, day("2026-10-28"))],
    ["the country", regionForm({}, { places: book.countries(), initial: "US" })],
    ["the morning message", digestForm({ ...CHOICES, zone: HOSTILE }, day("2026-10-28"))],
    ["the morning message by the team's clock", digestForm({ ...CHOICES, own: false }, day("2026-10-28"))],
    ["days away", awayForm(day("2026-10-28"))],
    ...states,
  ])("are what Slack takes: %s", (_, view) => {
    expect(viewFaults(view, "modal")).toEqual([]);
  });
});
