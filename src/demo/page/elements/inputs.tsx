import type { TargetedInputEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { jsonOf, listOf } from "../../slack/json";
import { plainText } from "../mrkdwn/text-object";
import { asText, type ElementProps, labelProps, useEntry } from "./props";

/** Which keyboard a phone shows. The browser validates nothing; the app does. */
const KEYS: Readonly<Record<string, "email" | "url" | "decimal">> = {
  email_text_input: "email",
  url_text_input: "url",
  number_input: "decimal",
};

/** A text field: a line, several lines, a number, an email address or a URL. */
export function TextInput(props: ElementProps) {
  const { element, dispatches } = props;
  const { entry, enter, run } = useEntry(props);
  const focused = useFocusOnLoad(element.focus_on_load === true);
  const typed = (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const text = event.currentTarget.value;
    enter(text === "" ? null : text);
    const triggers = listOf(jsonOf(element.dispatch_action_config).trigger_actions_on);
    if (dispatches && triggers.includes("on_character_entered")) void run(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (dispatches && event.key === "Enter") void run(asText(entry));
  };
  const common = {
    ...labelProps(props),
    class: "input",
    placeholder: plainText(element.placeholder),
    value: asText(entry),
    onInput: typed,
  };
  if (element.multiline === true) return <textarea {...common} rows={4} ref={focused.area} />;
  return (
    <input {...common} type="text" inputMode={KEYS[String(element.type)]} ref={focused.line} onKeyDown={onKeyDown} />
  );
}

/** Sets the focus when the app asks for it with `focus_on_load`. */
function useFocusOnLoad(enabled: boolean) {
  const line = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (enabled) (line.current ?? area.current)?.focus();
  }, [enabled]);
  return { line, area };
}

/** A date field. */
export function DatePicker(props: ElementProps) {
  return <Picker {...props} type="date" />;
}

/** A time field, to the minute. */
export function TimePicker(props: ElementProps) {
  return <Picker {...props} type="time" />;
}

function Picker({ type, ...props }: ElementProps & { readonly type: "date" | "time" }) {
  const { entry, change } = useEntry(props);
  return (
    <input
      {...labelProps(props)}
      class="input picker"
      type={type}
      value={asText(entry)}
      onChange={(event) => change(event.currentTarget.value === "" ? null : event.currentTarget.value)}
    />
  );
}
