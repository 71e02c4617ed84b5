import { objectsOf } from "../../slack/json";
import { Element } from "../elements/element";
import type { BlockProps } from "./props";

/** Buttons and menus in a row that wraps. */
export function Actions({ block, blockId }: BlockProps) {
  return (
    <div class="actions">
      {objectsOf(block.elements).map((element, index) => (
        <Element key={String(element.action_id ?? index)} element={element} blockId={blockId} acts />
      ))}
    </div>
  );
}
