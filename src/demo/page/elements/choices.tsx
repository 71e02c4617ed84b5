import type { ComponentChildren } from "preact";
import { TextObject } from "../mrkdwn/text-object";
import { type Choice, choicesOf } from "./entry";
import { toggled } from "./picking";
import { asList, asText, type ElementProps, labelProps, useEntry } from "./props";

/** One choice of a few, all visible. */
export function RadioButtons(props: ElementProps) {
  const { entry, change } = useEntry(props);
  const group = `${props.blockId}/${String(props.element.action_id)}`;
  return (
    <Group {...props}>
      {all(props).map((choice) => (
        <Line key={choice.value} choice={choice}>
          <input
            type="radio"
            name={group}
            checked={asText(entry) === choice.value}
            onChange={() => change(choice.value)}
          />
        </Line>
      ))}
    </Group>
  );
}

/** Any number of a few choices, all visible. */
export function Checkboxes(props: ElementProps) {
  const { entry, change } = useEntry(props);
  const chosen = asList(entry);
  return (
    <Group {...props}>
      {all(props).map((choice) => (
        <Line key={choice.value} choice={choice}>
          <input
            type="checkbox"
            checked={chosen.includes(choice.value)}
            onChange={() => change(toggled(chosen, choice.value))}
          />
        </Line>
      ))}
    </Group>
  );
}

function Group({ children, ...props }: ElementProps & { readonly children: ComponentChildren }) {
  const { "aria-invalid": _, ...named } = { "aria-invalid": false, ...labelProps(props) };
  const role = props.element.type === "radio_buttons" ? "radiogroup" : "group";
  return (
    <div class="choices" role={role} {...named}>
      {children}
    </div>
  );
}

function Line({ choice, children }: { readonly choice: Choice; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is handed in
    <label class="choice">
      {children}
      <span>
        <TextObject of={choice.text} />
        {choice.description && (
          <small>
            <TextObject of={choice.description} />
          </small>
        )}
      </span>
    </label>
  );
}

function all({ element }: ElementProps): readonly Choice[] {
  return choicesOf(element).flatMap(({ choices }) => choices);
}
