import { asText, type ElementProps, naming, useControl } from "./props";

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
