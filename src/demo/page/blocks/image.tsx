import { isJson } from "../../slack/json";
import { Picture } from "../elements/picture";
import { plainText } from "../text-object";
import type { BlockProps } from "./props";

/** A picture with its title. */
export function ImageBlock({ block }: BlockProps) {
  return (
    <figure>
      {isJson(block.title) && <figcaption>{plainText(block.title)}</figcaption>}
      <Picture url={block.image_url} alt={block.alt_text} />
    </figure>
  );
}
