import type { KnownBlock, PlainTextOption } from "@slack/types";
import { checkedValues, type FormState, fieldValue, pickedPeople } from "../../middleware/form-values";
import { plainText } from "../../ui/blocks";
import { field } from "../../ui/modal";
import { plainForeign, plainLabel } from "../../ui/text";
import type { PickableTeam } from "../team/team-choice";

/** So many people at once. */
export const MAX_PEOPLE = 200;
/** Slack takes so many options in a group, and in a menu without groups. */
export const MAX_OPTIONS = 100;
/** A menu of more people would make the modal too large: then everybody is offered. */
const MAX_LISTED = 1_000;
const MAX_NAME_LENGTH = 60;
/** Begins a team's value, which tells it from a person's among them. */
const TEAM = "team:";

/** Somebody whose goals may be set. */
export interface PickablePerson {
  /** Slack's member id. */
  readonly id: string;
  readonly name: string;
  /** Which targets they have now; only where all fit one menu. */
  readonly now?: string;
}

/** Who can be picked. */
export interface Picking {
  /** By name. */
  readonly people: readonly PickablePerson[];
  readonly teams: readonly PickableTeam[];
}

/**
 * Asks for whom it is: one menu of teams and people, those of a long list by their first letters. Of a very long one everybody in
 * Slack is offered, in a menu of Slack's own that has no teams, so that these have one beside it.
 */
export function whoFields({ people, teams }: Picking): readonly KnownBlock[] {
  if (people.length === 0 || people.length > MAX_LISTED) return fieldsOfEverybody(teams);
  const options = people.map(({ id, name, now = "" }): PlainTextOption => {
    const described = now === "" ? {} : { description: plainText(plainLabel(now)) };
    return { text: plainText(plainForeign(name, MAX_NAME_LENGTH)), value: id, ...described };
  });
  const whole = optionsOf(teams, TEAM);
  const teamGroup = whole.length === 0 ? [] : [{ label: plainText("Teams"), options: whole }];
  return [
    field("people", {
      label: "Who",
      element: {
        type: "multi_static_select",
        placeholder: plainText(whole.length === 0 ? "Pick people" : "Pick people, teams, or both"),
        option_groups: [...teamGroup, ...lettered(options)],
        max_selected_items: MAX_PEOPLE,
      },
    }),
  ];
}

/** The people and the teams that are picked, by their ids. */
export function pickedIn(form: FormState): { readonly people: readonly string[]; readonly teams: readonly string[] } {
  const values = checkedValues(form, "people");
  const team = fieldValue(form, "team");
  return {
    people: [...values.filter((value) => !value.startsWith(TEAM)), ...pickedPeople(form, "people")],
    teams: [
      ...values.filter((value) => value.startsWith(TEAM)).map((value) => value.slice(TEAM.length)),
      ...(team === null ? [] : [team]),
    ],
  };
}

/** Groups of a hundred at most, each named by the first letters that are in it where there are several: "A – C". */
function lettered(options: readonly PlainTextOption[]) {
  const count = Math.ceil(options.length / MAX_OPTIONS);
  return Array.from({ length: count }, (_, index) => {
    const group = options.slice(index * MAX_OPTIONS, (index + 1) * MAX_OPTIONS);
    const [first, last] = [group[0], group.at(-1)].map((one) => Array.from(one?.text.text ?? "")[0]?.toUpperCase());
    const letters = first === last ? `${first}` : `${first} – ${last}`;
    return { label: plainText(count === 1 ? "People" : letters), options: group };
  });
}

function fieldsOfEverybody(teams: Picking["teams"]): readonly KnownBlock[] {
  const options = optionsOf(teams, "");
  const whole = field("team", {
    label: "Or a whole team",
    element: { type: "static_select", options },
    optional: true,
  });
  return [
    field("people", {
      label: "People",
      element: { type: "multi_users_select", max_selected_items: MAX_PEOPLE },
      optional: true,
    }),
    ...(options.length === 0 ? [] : [whole]),
  ];
}

function optionsOf(teams: readonly PickableTeam[], prefix: string): PlainTextOption[] {
  return teams.slice(0, MAX_OPTIONS).map(({ id, name }): PlainTextOption => {
    const text = name === null ? "Everyone" : plainForeign(name, MAX_NAME_LENGTH);
    return { text: plainText(text), value: `${prefix}${id}` };
  });
}
