import { useState } from "preact/hooks";
import { isJson, jsonOf } from "../../slack/json";
import { plainText } from "../mrkdwn/text-object";
import { type FieldRef, useField } from "../surface/fields";
import { useSurface } from "../surface/surface-context";
import { useConfirm } from "../ui/confirm";
import type { Entry } from "./entry";

/** What every element is handed. */
export interface ElementProps extends FieldRef {
  /** Whether a choice is told to the app at once, and not only with the whole form. */
  readonly dispatches: boolean;
  /** What names it, in an input. */
  readonly label?: LabelIds;
}

/** The ids of what stands around an input. */
export interface LabelIds {
  readonly field: string;
  readonly label: string;
  readonly notes: string;
  readonly invalid: boolean;
}

/** What names the element for those who do not see it: its label, else its placeholder. */
export function labelProps({ element, label }: ElementProps) {
  if (label === undefined) return { "aria-label": plainText(element.placeholder) || "Choose" };
  const { field: id, label: labelledBy, notes, invalid } = label;
  return { id, "aria-labelledby": labelledBy, "aria-describedby": notes, "aria-invalid": invalid };
}

/**
 * Tells the app, after asking where the element wants that; `false` when the answer was no. While that goes on the
 * element is busy, never disabled: that would take the focus away.
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

/** What the element holds, and what a change does; after a "No" it holds what it did. */
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
