import { objectsOf } from "../../slack/json";
import { Picture } from "../elements/picture";
import { TextObject } from "../text-object";
import type { BlockProps } from "./props";

/** A small line of texts and pictures. */
export function ContextLine({ block }: BlockProps) {
  return (
    <div class="context">
      {objectsOf(block.elements).map((element, index) => (
        <span key={index} class="text">
          {element.type === "image" ? (
            <Picture url={element.image_url} alt={element.alt_text} />
          ) : (
            <TextObject of={element} />
          )}
        </span>
      ))}
    </div>
  );
}
