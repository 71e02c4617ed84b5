import { REPS } from "../../../../src/demo/sample/team";
import { isJson, type Json, jsonOf, objectsOf, textOf } from "../../../../src/demo/slack/json";
import type { Entries } from "../../../../src/demo/slack/people/entries";
import { elementsOf, unfolded } from "../../../../src/demo/slack/state/inputs";
import { decodeChoice } from "../../../../src/slack/home/payload";
import { TEAM_MORE } from "../../../../src/slack/home/views/layout";

/** Something that can be pressed or chosen from, and the block that it stands in; a choice of a menu of buttons goes by its button's action. */
export interface Pressable {
  readonly actionId: string;
  readonly block: Json;
  readonly element: Json;
}

/** All that can be pressed or chosen from among blocks; fields of forms and links are not. */
export function pressables(blocks: readonly Json[]): readonly Pressable[] {
  return unfolded(blocks)
    .filter(({ type }) => type !== "input")
    .flatMap((block) =>
      elementsOf(block)
        .flatMap(choicesIn)
        .map((element) => ({ block, element, actionId: standsFor(element) })),
    )
    .filter(({ actionId, element }) => actionId !== "" && element.url === undefined);
}

/** A menu of buttons as one for each choice; everything else as it is. */
function choicesIn(element: Json): readonly Json[] {
  if (element.action_id !== TEAM_MORE) return [element];
  return objectsOf(element.options).map((option) => ({ ...element, options: [option] }));
}

function standsFor(element: Json): string {
  const [only = ""] = element.action_id === TEAM_MORE ? optionsIn(element) : [];
  return only === "" ? (textOf(element.action_id) ?? "") : decodeChoice(only).actionId;
}

/** What Slack is told when it is pressed; of a menu the last choice, as the first is where one is already. */
export function pressOf({ block, element }: Pressable) {
  const actionId = textOf(element.action_id) ?? "";
  const value = element.type === "button" ? null : (entryFor(element) ?? null);
  return { actionId, blockId: textOf(block.block_id) ?? "", ...(value !== null && { value }) };
}

/** Entries for every field of a form; with `all` also into those that may be left alone, and a rep beside a manager. */
export function filledIn(blocks: readonly Json[], { all = true } = {}): Entries {
  const fields = unfolded(blocks)
    .filter(({ type }) => type === "input")
    .flatMap((block) => {
      const element = jsonOf(block.element);
      const entry = all ? entryFor(element) : isFree(block, element) ? null : fewest(entryFor(element), element);
      const [blockId, actionId] = [textOf(block.block_id), textOf(element.action_id)];
      return blockId === undefined || actionId === undefined ? [] : [[blockId, { [actionId]: entry }] as const];
    });
  return Object.fromEntries(fields);
}

function isFree({ optional }: Json, { type }: Json): boolean {
  return optional === true && (type === "static_select" || type === "plain_text_input");
}

function fewest(entry: ReturnType<typeof entryFor>, { type }: Json) {
  return type === "multi_users_select" && entry !== null ? entry.slice(0, 1) : entry;
}

function entryFor(element: Json): string | readonly string[] | null {
  const options = optionsIn(element);
  switch (element.type) {
    case "plain_text_input":
      return textOf(element.initial_value) ?? "7";
    case "number_input":
      return "7";
    case "users_select":
      return REPS.ana.slack;
    case "multi_users_select":
      return [REPS.maya.slack, REPS.ana.slack];
    case "conversations_select":
      return "C0SALES001";
    case "datepicker":
      return "2026-10-30";
    case "timepicker":
      return "09:15";
    case "radio_buttons":
      return options[0] ?? null;
    case "checkboxes":
    case "multi_static_select":
      return options;
    default:
      return options.at(-1) ?? null;
  }
}

function optionsIn(element: Json): readonly string[] {
  const groups = objectsOf(element.option_groups).flatMap(({ options }) => objectsOf(options));
  return [...objectsOf(element.options), ...groups].flatMap(({ value }) => (typeof value === "string" ? [value] : []));
}

/** The actions that a payload offers, those in fields of forms included. */
export function actionsIn({ blocks }: Json): readonly string[] {
  return unfolded(objectsOf(blocks)).flatMap((block) =>
    elementsOf(block)
      .filter(isJson)
      .flatMap((element) => [textOf(element.action_id) ?? "", ...choicesIn(element).map(standsFor)])
      .filter((id) => id !== ""),
  );
}
