import type { Json } from "../json";
import { type Entry, elementNamed, entered, isBlank, type Values, valuesOf } from "../state/inputs";

/** The entries of a person, by block, then by action. */
export interface Entries {
  readonly [blockId: string]: { readonly [actionId: string]: Entry };
}

/**
 * The values of the fields after the entries.
 *
 * @throws {Error} when there is no such field, or it does not offer what is entered.
 */
export function withEntries(blocks: readonly Json[], before: Values, entries: Entries): Values {
  const values: Record<string, Record<string, Json>> = {};
  for (const [blockId, fields] of Object.entries(entries)) {
    for (const [actionId, entry] of Object.entries(fields)) {
      const found = elementNamed(blocks, { blockId, actionId });
      if (found === undefined) throw new Error(`There is no field ${actionId} in a block ${blockId}`);
      values[blockId] = { ...values[blockId], [actionId]: entered(found.element, entry) };
    }
  }
  const merged = Object.entries(values).map(([blockId, fields]) => [blockId, { ...before[blockId], ...fields }]);
  return valuesOf(blocks, { ...before, ...Object.fromEntries(merged) });
}

/** Slack's own validation errors, by block, which keep a view from being submitted. */
export function entryErrors(blocks: readonly Json[], values: Values): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const block of blocks) {
    const { block_id: blockId, element } = block;
    if (block.type !== "input" || typeof blockId !== "string") continue;
    const value = Object.values(values[blockId] ?? {})[0];
    const error = isBlank(value) ? requiredError(block) : valueError(element, value);
    if (error !== null) errors[blockId] = error;
  }
  return errors;
}

function requiredError(block: Json): string | null {
  return block.optional === true ? null : "Please complete this required field.";
}

function valueError(element: unknown, value: Json | undefined): string | null {
  const rule: Json = typeof element === "object" && element !== null ? { ...element } : {};
  const text = String(value?.value ?? "");
  if (rule.type === "number_input") return numberError(rule, text);
  if (rule.type !== "plain_text_input") return null;
  if (typeof rule.max_length === "number" && text.length > rule.max_length) {
    return `Must be at most ${rule.max_length} characters.`;
  }
  if (typeof rule.min_length === "number" && text.length < rule.min_length) {
    return `Must be at least ${rule.min_length} characters.`;
  }
  return null;
}

function numberError(rule: Json, text: string): string | null {
  const number = Number(text);
  if (!Number.isFinite(number)) return "Must be a number.";
  if (rule.is_decimal_allowed === false && !Number.isInteger(number)) return "Must be a whole number.";
  if (typeof rule.min_value === "string" && number < Number(rule.min_value))
    return `Must be at least ${rule.min_value}.`;
  if (typeof rule.max_value === "string" && number > Number(rule.max_value))
    return `Must be at most ${rule.max_value}.`;
  return null;
}
