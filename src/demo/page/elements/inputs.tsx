import type { TargetedInputEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { jsonOf, listOf } from "../../slack/json";
import { plainText } from "../mrkdwn/text-object";
import { asText, type ElementProps, naming, useControl } from "./props";

/** Which keys a phone shows. The browser checks nothing: what is wrong, the app says. */
const KEYS: Readonly<Record<string, "email" | "url" | "decimal">> = {
  email_text_input: "email",
  url_text_input: "url",
  number_input: "decimal",
};

/** A field to type into: a line, several lines, a number, an address. */
export function TextInput(props: ElementProps) {
  const { element, acts } = props;
  const { entry, enter, run } = useControl(props);
  const focused = useFocusOnLoad(element.focus_on_load === true);
  const typed = (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const text = event.currentTarget.value;
    enter(text === "" ? null : text);
    const triggers = listOf(jsonOf(element.dispatch_action_config).trigger_actions_on);
    if (acts && triggers.includes("on_character_entered")) void run(text);
  };
  const pressed = (event: KeyboardEvent) => {
    if (acts && event.key === "Enter") void run(asText(entry));
  };
  const common = {
    ...naming(props),
    class: "input",
    placeholder: plainText(element.placeholder),
    value: asText(entry),
    onInput: typed,
  };
  if (element.multiline === true) return <textarea {...common} rows={4} ref={focused.area} />;
  return (
    <input {...common} type="text" inputMode={KEYS[String(element.type)]} ref={focused.line} onKeyDown={pressed} />
  );
}

/** Puts the focus where the app wants it once the view is there. */
function useFocusOnLoad(wanted: boolean) {
  const line = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (wanted) (line.current ?? area.current)?.focus();
  }, [wanted]);
  return { line, area };
}

/** A day of the calendar. */
export function DatePicker(props: ElementProps) {
  return <Picker {...props} type="date" />;
}

/** A time of the day, to the minute. */
export function TimePicker(props: ElementProps) {
  return <Picker {...props} type="time" />;
}

function Picker({ type, ...props }: ElementProps & { readonly type: "date" | "time" }) {
  const { entry, change } = useControl(props);
  return (
    <input
      {...naming(props)}
      class="input picker"
      type={type}
      value={asText(entry)}
      onChange={(event) => change(event.currentTarget.value === "" ? null : event.currentTarget.value)}
    />
  );
}
