import { isJson, objectsOf } from "../../slack/json";
import { Element } from "../elements/element";
import { TextObject } from "../mrkdwn/text-object";
import type { BlockProps } from "./basic-blocks";

/** A text, fields in two columns, and an accessory next to them. */
export function Section({ block, blockId }: BlockProps) {
  const { text, accessory } = block;
  const fields = objectsOf(block.fields);
  return (
    <div class="section">
      <div class="section-text">
        {isJson(text) && (
          <div class="text">
            <TextObject of={text} />
          </div>
        )}
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field, index) => (
              <div key={index} class="text">
                <TextObject of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {isJson(accessory) && (
        <div class="accessory">
          <Element element={accessory} blockId={blockId} dispatches />
        </div>
      )}
    </div>
  );
}
