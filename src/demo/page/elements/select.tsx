import { plainText } from "../mrkdwn/text-object";
import { useSurface } from "../surface/surface-context";
import { choicesOf } from "./entry";
import { asText, type ElementProps, labelProps, useEntry } from "./props";

/** A menu of which one is chosen. */
export function StaticSelect(props: ElementProps) {
  const groups = choicesOf(props.element).map(({ label, choices }) => ({
    label,
    options: choices.map(({ value, text }) => ({ value, text: plainText(text) })),
  }));
  return <Select {...props} groups={groups} />;
}

/** A menu of the active people. */
export function UsersSelect(props: ElementProps) {
  const { people } = useSurface();
  const options = people.filter(({ deactivated }) => !deactivated).map(({ id, name }) => ({ value: id, text: name }));
  return <Select {...props} groups={[{ label: null, options }]} />;
}

/** A menu of the channels I am in. */
export function ChannelsSelect(props: ElementProps) {
  const { channels } = useSurface();
  const options = [...channels].map(([value, name]) => ({ value, text: `#${name}` }));
  return <Select {...props} groups={[{ label: null, options }]} />;
}

interface Group {
  readonly label: string | null;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

function Select({ groups, ...props }: ElementProps & { readonly groups: readonly Group[] }) {
  const { entry, change } = useEntry(props);
  return (
    <select
      {...labelProps(props)}
      class="input select"
      value={asText(entry)}
      onChange={(event) => change(event.currentTarget.value === "" ? null : event.currentTarget.value)}
    >
      <option value="">{plainText(props.element.placeholder) || "Choose…"}</option>
      {groups.map(({ label, options }) => {
        const shown = options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ));
        return label === null ? shown : <optgroup label={label}>{shown}</optgroup>;
      })}
    </select>
  );
}
