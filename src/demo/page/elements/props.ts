import { useState } from "preact/hooks";
import { isJson, jsonOf } from "../../slack/json";
import { plainText } from "../mrkdwn/text-object";
import { type FieldRef, useField } from "../surface/fields";
import { useSurface } from "../surface/surface-context";
import { useConfirm } from "../ui/confirm";
import type { Entry } from "./entry";

/** The props of every element. */
export interface ElementProps extends FieldRef {
  /** Whether a change is sent to the app at once, rather than with the whole form. */
  readonly dispatches: boolean;
  /** The ids of its label and notes, in an input block. */
  readonly label?: LabelIds;
}

/** The ids of the elements around an input. */
export interface LabelIds {
  readonly field: string;
  readonly label: string;
  readonly notes: string;
  readonly invalid: boolean;
}

/** The attributes that name the element for screen readers: its label, otherwise its placeholder. */
export function labelProps({ element, label }: ElementProps) {
  if (label === undefined) return { "aria-label": plainText(element.placeholder) || "Choose" };
  const { field: id, label: labelledBy, notes, invalid } = label;
  return { id, "aria-labelledby": labelledBy, "aria-describedby": notes, "aria-invalid": invalid };
}

/**
 * Sends the action to the app, after a confirmation if the element has one; `false` when that was denied. Meanwhile the
 * element is busy but never disabled, since that would move the focus away.
 */
export function useDispatch({ element, blockId }: FieldRef) {
  const { perform } = useSurface();
  const confirm = useConfirm();
  const [busy, setBusy] = useState(false);
  const run = async (value?: Entry): Promise<boolean> => {
    if (isJson(element.confirm) && !(await confirm(jsonOf(element.confirm)))) return false;
    setBusy(true);
    try {
      await perform({ element, blockId, value });
    } finally {
      setBusy(false);
    }
    return true;
  };
  return { busy, run };
}

/** The element's entry, and how to change it; a denied confirmation restores the old entry. */
export function useEntry(props: ElementProps) {
  const [entry, enter] = useField(props);
  const { run } = useDispatch(props);
  const change = async (next: Entry): Promise<void> => {
    enter(next);
    if (props.dispatches && !(await run(next))) enter(entry);
  };
  return { entry, enter, change, run };
}

/** The entry of an element that holds one value; empty for none. */
export function asText(entry: Entry): string {
  return typeof entry === "string" ? entry : (entry?.[0] ?? "");
}

/** The entry of an element that holds several. */
export function asList(entry: Entry): readonly string[] {
  if (entry === null) return [];
  return typeof entry === "string" ? [entry] : entry;
}
