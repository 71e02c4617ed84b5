import { textOf } from "../../slack/json";
import { plainText } from "../text-object";
import { type ElementProps, useAct } from "./props";

/** A button; one with an address opens that, too. */
export function Button(props: ElementProps) {
  const { element } = props;
  const { busy, run } = useAct(props);
  const style = element.style === "primary" || element.style === "danger" ? ` ${element.style}` : "";
  const url = textOf(element.url);
  const press = async () => {
    if (busy) return;
    const pressed = await run();
    if (pressed && url !== undefined && /^https?:/.test(url)) window.open(url, "_blank", "noopener,noreferrer");
  };
  return (
    <button
      type="button"
      class={`button${style}`}
      aria-label={textOf(element.accessibility_label)}
      aria-busy={busy}
      onClick={press}
    >
      {plainText(element.text)}
    </button>
  );
}
