import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Day } from "../../../time/day";
import { monthInWords } from "../../../words/dates";
import { actions, button, header, plainText, section } from "../../ui/blocks";
import { field, form } from "../../ui/modal";
import { plainForeign } from "../../ui/text";
import { severalButton } from "../form-view";
import { type TargetStart, targetFields } from "../target-fields";
import type { PickableTeam } from "../team/team-choice";

/** The two forms: one target for several people, and what each of them had last month. */
export const GOALS_FORM = "goals_form";
export const GOALS_COPY_FORM = "goals_copy_form";
/** Goes from the first to the second. */
export const GOALS_COPY = "goals_copy";

/** So many people at once. */
export const MAX_PEOPLE = 200;
/** Slack takes so many options in a group, and in a menu without groups. */
export const MAX_OPTIONS = 100;
/** A menu of more people would make the modal too large: then everybody is offered. */
const MAX_LISTED = 1_000;
const MAX_NAME_LENGTH = 60;

/** Somebody whose goals may be set. */
export interface PickablePerson {
  /** Slack's member id. */
  readonly id: string;
  readonly name: string;
  /** Which targets they have now; only where all fit one menu. */
  readonly now?: string;
}

/** Who can be picked, and who is picked to begin with. */
export interface Picking {
  /** By name. */
  readonly people: readonly PickablePerson[];
  readonly teams: readonly PickableTeam[];
  readonly picked?: readonly string[];
}

/** The form of one goal for several people. `presumed` is the day that is today by the clock of whoever opened it. */
export function severalForm({
  presumed,
  start,
  ...picking
}: Picking & { readonly start: TargetStart; readonly presumed: Day }): ModalView {
  return form({
    callback: GOALS_FORM,
    title: "Goals for several",
    submit: "Review",
    metadata: presumed,
    blocks: [
      header("Who"),
      ...peopleFields(picking),
      header("Goal"),
      ...targetFields(start),
      actions([button(GOALS_COPY, "Copy last month's goals instead")]),
    ],
  });
}

/** The form that gives several people the goals that they had last month. */
export function copyForm({ month, ...picking }: Picking & { readonly month: Day }): ModalView {
  const explained = [
    `Brings back each person's goals of ${monthInWords(month)} that have ended since.`,
    "Goals that still run carry over by themselves, and what was set for this month stays.",
  ];
  return form({
    callback: GOALS_COPY_FORM,
    title: "Copy last month's goals",
    submit: "Review",
    blocks: [section(explained.join("\n")), ...peopleFields(picking), actions([severalButton("Set one goal instead")])],
  });
}

function peopleFields({ people, teams, picked = [] }: Picking): readonly KnownBlock[] {
  return [
    field("people", { label: "People", element: peopleMenu(people, picked), optional: true }),
    ...wholeTeam(teams),
  ];
}

/** The people whose goals one may set; those of a long list by their first letters, and of a very long one everybody. */
function peopleMenu(people: readonly PickablePerson[], picked: readonly string[]): InputBlock["element"] {
  if (people.length === 0 || people.length > MAX_LISTED) {
    const initial = picked.length === 0 ? {} : { initial_users: [...picked] };
    return { type: "multi_users_select", max_selected_items: MAX_PEOPLE, ...initial };
  }
  const options = people.map(({ id, name, now = "" }): PlainTextOption => {
    const described = now === "" ? {} : { description: plainText(now) };
    return { text: plainText(plainForeign(name, MAX_NAME_LENGTH)), value: id, ...described };
  });
  const chosen = options.filter(({ value }) => value !== undefined && picked.includes(value));
  return {
    type: "multi_static_select",
    ...(options.length <= MAX_OPTIONS ? { options } : { option_groups: lettered(options) }),
    max_selected_items: MAX_PEOPLE,
    ...(chosen.length === 0 ? {} : { initial_options: chosen }),
  };
}

/** Groups of a hundred at most, each named by the first letters that are in it: "A – C". */
function lettered(options: readonly PlainTextOption[]) {
  const count = Math.ceil(options.length / MAX_OPTIONS);
  return Array.from({ length: count }, (_, index) => {
    const group = options.slice(index * MAX_OPTIONS, (index + 1) * MAX_OPTIONS);
    const [first, last] = [group[0], group.at(-1)].map((one) => (one?.text.text ?? "").slice(0, 1).toUpperCase());
    return { label: plainText(first === last ? `${first}` : `${first} – ${last}`), options: group };
  });
}

function wholeTeam(teams: readonly PickableTeam[]): readonly KnownBlock[] {
  const options = teams.slice(0, MAX_OPTIONS).map(({ id, name }): PlainTextOption => {
    return { text: plainText(name === null ? "Everyone" : plainForeign(name, MAX_NAME_LENGTH)), value: id };
  });
  if (options.length === 0) return [];
  const hint = "Everyone on it today, besides the people above.";
  return [
    field("team", { label: "Or a whole team", hint, element: { type: "static_select", options }, optional: true }),
  ];
}
