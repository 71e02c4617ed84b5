import { useId } from "preact/hooks";
import { jsonOf, textOf } from "../../slack/json";
import { Element } from "../elements/element";
import { plainText } from "../mrkdwn/text-object";
import { useSurface } from "../surface/surface-context";
import type { BlockProps } from "./basic-blocks";

/** A field with its label, its hint, and what is wrong with it. */
export function Input({ block, blockId }: BlockProps) {
  const { errors } = useSurface();
  const id = useId();
  const error = textOf(errors[blockId]);
  const label = { field: `${id}-field`, label: `${id}-label`, notes: `${id}-notes`, invalid: error !== undefined };
  return (
    <div class={error === undefined ? "field" : "field wrong"}>
      <label class="label" id={label.label} for={label.field}>
        {plainText(block.label)}
        {block.optional === true && <span class="optional"> (optional)</span>}
      </label>
      <Element
        element={jsonOf(block.element)}
        blockId={blockId}
        dispatches={block.dispatch_action === true}
        label={label}
      />
      <div id={label.notes}>
        {error !== undefined && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
        {block.hint !== undefined && <p class="hint">{plainText(block.hint)}</p>}
      </div>
    </div>
  );
}
