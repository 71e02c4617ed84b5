import type { KnownBlock, ModalView } from "@slack/types";
import { SOURCE_IDS, SOURCES } from "../../../metrics/sources";
import type { UnmatchedOwner, UnmatchedOwners } from "../../../sync/run/unmatched";
import type { DayRange } from "../../../time/day";
import { rangeInWords } from "../../../words/dates";
import { exactFigure } from "../../../words/figures";
import { encodeMapping, type Mapping, withMatchButton } from "../../sync/match-button";
import { actions, button, context, DIVIDER, header, section } from "../../ui/blocks";
import { field, form } from "../../ui/modal";
import { counted, foreign, someOf } from "../../ui/text";
import type { HomeLocation } from "../location";
import type { MadeMapping } from "../mapping";
import { NAME_ADD, NAME_REMOVE } from "../names/name-forms";
import { encodeLocation } from "../payload";
import { EDIT_PERSON } from "../person/person-forms";
import { FORGET_PERSON } from "./forget-forms";
import { type HomePage, page, pager, partTop } from "./layout";

export const UNMAP = "unmap";
export const RECOMPUTE = "recompute";

const A_PAGE = 12;
const MAX_MAPPINGS = 20;
const MAX_NAMES = 6;
const MAX_NAME_LENGTH = 40;

export interface AdminPeople {
  readonly location: HomeLocation;
  readonly unmatched: UnmatchedOwners;
  /** The days whose records are counted, both included: the last thirty. */
  readonly counted: DayRange;
  readonly made: readonly MadeMapping[];
  readonly nameOf: (userId: string) => string;
  /** Whether any sync has come to an end yet. */
  readonly synced: boolean;
}

/** Unmatched owners, people who wait for a sync, and the mappings made by hand. */
export function adminPeople(values: AdminPeople): HomePage {
  const { unmatched, location, made, synced } = values;
  return page(
    [
      ...partTop("people"),
      ...openPart(values),
      ...matchedSincePart(values),
      ...unknownPart(unmatched),
      ...(made.length === 0 ? [] : [DIVIDER, header("Matched by hand"), ...madePart(made)]),
      ...(synced ? [actions(PEOPLE_BUTTONS)] : []),
    ],
    encodeLocation(location),
  );
}

const PEOPLE_BUTTONS = [
  button(NAME_ADD, "Add a Fishbowl name"),
  button(EDIT_PERSON, "Edit a person"),
  button(FORGET_PERSON, "Erase a person"),
];

function openPart({ unmatched: { open }, counted: days, location, synced }: AdminPeople): readonly KnownBlock[] {
  if (!synced) return [section("No sync yet. Run `/sync` to see unmatched people here.")];
  if (open.length === 0) return [section("✅ Everyone in your data sources is matched.")];
  const pages = Math.ceil(open.length / A_PAGE);
  const at = { ...location, page: Math.min(location.page, pages - 1) };
  const shown = open.slice(at.page * A_PAGE, (at.page + 1) * A_PAGE);
  const count = pages === 1 ? [] : [context(`Page ${at.page + 1} of ${pages}`)];
  return [
    context(
      `*Unmatched people*: their activity isn't credited to anyone until you match them. Last 30 days, ${rangeInWords(days, days.to)}.`,
    ),
    ...shown.map((one, index) => openRow(one, index === 0)),
    ...count,
    ...pager(at, pages),
  ];
}

/** An unmatched owner with what waits for them, and the button that matches them, which is green on the first alone. */
function openRow(unmatched: UnmatchedOwner, isFirst: boolean): KnownBlock {
  const { source, owner, name } = unmatched;
  const row = section(`*${foreign(name)}*: ${unmatchedInWords(unmatched)}`);
  if (SOURCES[source].mapsBy === null) return row;
  if (owner === null) return { ...row, ...section(`${row.text?.text}; run \`/sync\` again to match them`) };
  return withMatchButton(row, { source, owner, name, isFirst });
}

/** "Fishbowl sales rep, 14 records, $9,120". */
function unmatchedInWords({ source, email, records, value }: UnmatchedOwner): string {
  const address = email === null ? [] : [foreign(email)];
  const sum = value === null ? "" : `, ${exactFigure(value, "dollars")}`;
  const waiting = records === 0 ? [] : [`${counted(records, "record")}${sum}`];
  return [SOURCES[source].ownerNoun, ...address, ...waiting].join(", ");
}

/** Who was matched since the last sync: that needs no new reading of records, only a recompute, which a sync of the last 30 days does. */
export function matchedSincePart({
  unmatched: { mappedSince },
  nameOf,
}: Pick<AdminPeople, "unmatched" | "nameOf">): readonly KnownBlock[] {
  if (mappedSince.length === 0) return [];
  const lines = mappedSince.map(({ name, userId }) => `*${short(name)}* → ${short(nameOf(userId))}`);
  return [
    section(`✅ ${someOf(lines, MAX_NAMES)}: credited from the next sync.`),
    actions([button(RECOMPUTE, "Recompute now")]),
  ];
}

function unknownPart({ unknownTo }: UnmatchedOwners): readonly KnownBlock[] {
  return SOURCE_IDS.flatMap((source) => {
    const names = unknownTo
      .filter((one) => one.source === source)
      .map(({ name, email }) => (email === null ? short(name) : `${short(name)} (${short(email)})`));
    return names.length === 0
      ? []
      : [context(`No *${SOURCES[source].title}* user with this email: ${someOf(names, MAX_NAMES)}`)];
  });
}

function short(name: string): string {
  return foreign(name, MAX_NAME_LENGTH);
}

function madePart(made: readonly MadeMapping[]): readonly KnownBlock[] {
  const more = made.length - MAX_MAPPINGS;
  return [
    ...made.slice(0, MAX_MAPPINGS).map((one) => ({
      ...section(`${nameInWords(one)} → ${foreign(one.person)}`),
      // What a name of Fishbowl's takes with it is shown before.
      accessory: button(one.source === "fishbowl" ? NAME_REMOVE : UNMAP, "Unlink", {
        value: encodeMapping(one),
        accessibility_label: `Unlink ${one.name ?? one.owner}`,
      }),
    })),
    ...(more > 0 ? [context(`and ${more.toLocaleString("en-US")} more`)] : []),
  ];
}

/** "*Trade Show* (900207), Copper user", "*B. Lee*, Fishbowl sales rep"; "*Copper user 900204*" without a name. */
function nameInWords({ source, name, owner }: MadeMapping): string {
  const kind = SOURCES[source].ownerNoun;
  if (name !== null) return `*${foreign(name)}* (${foreign(owner)}), ${kind}`;
  return source === "copper" ? `*${kind} ${foreign(owner)}*` : `*${foreign(owner)}*, ${kind}`;
}

export const MAP_FORM = "map_form";

/** The form that asks who an owner at a source is in Slack. */
export function mapForm(mapping: Mapping): ModalView {
  return form({
    callback: MAP_FORM,
    title: "Match a person",
    metadata: encodeMapping(mapping),
    blocks: [
      section(`*${foreign(mapping.owner)}*, a ${SOURCES[mapping.source].ownerNoun}`),
      field("person", {
        label: "Slack member",
        hint: "Only full members a sync has already seen. Their activity is credited from the next sync.",
        element: { type: "users_select" },
      }),
    ],
  });
}
