import { isJson, type Json, objectsOf } from "../../slack/json";
import { Element } from "../elements/element";
import { plainText, TextObject } from "../mrkdwn/text-object";
import { Picture } from "../ui/images";

/** The props of every block. */
export interface BlockProps {
  readonly block: Json;
  readonly blockId: string;
}

/** A heading. */
export function Header({ block }: BlockProps) {
  return <h3>{plainText(block.text)}</h3>;
}

/** Buttons and menus in a row that wraps. */
export function Actions({ block, blockId }: BlockProps) {
  return (
    <div class="actions">
      {objectsOf(block.elements).map((element, index) => (
        <Element key={String(element.action_id ?? index)} element={element} blockId={blockId} dispatches />
      ))}
    </div>
  );
}

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

/** A picture with its title. */
export function ImageBlock({ block }: BlockProps) {
  return (
    <figure>
      {isJson(block.title) && <figcaption>{plainText(block.title)}</figcaption>}
      <Picture url={block.image_url} alt={block.alt_text} />
    </figure>
  );
}
