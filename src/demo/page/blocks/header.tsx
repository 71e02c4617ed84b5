import { plainText } from "../text-object";
import type { BlockProps } from "./props";

/** A heading. */
export function Header({ block }: BlockProps) {
  return <h3>{plainText(block.text)}</h3>;
}
