import type { ComponentChildren } from "preact";
import { plainText, TextObject } from "../mrkdwn/text-object";
import { useSurface } from "../surface/surface-context";
import { type Choice, choicesOf } from "./entry";
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
  return <Several {...props} groups={choicesOf(props.element)} />;
}

/** Any number of many choices: checkboxes in a box that scrolls, those of a group below its label. */
export function MultiStaticSelect(props: ElementProps) {
  return (
    <div class="many">
      <Unpicked {...props} />
      <Several {...props} groups={choicesOf(props.element)} />
    </div>
  );
}

/** What a menu says while nothing is picked in it, which a style hides as soon as something is. */
function Unpicked({ element }: ElementProps) {
  const words = plainText(element.placeholder);
  return words === "" ? null : <p class="unpicked">{words}</p>;
}

export function MultiUsersSelect(props: ElementProps) {
  const { people } = useSurface();
  const choices = people
    .filter(({ deactivated }) => !deactivated)
    .map(({ id, name }) => ({ value: id, text: { type: "plain_text", text: name }, description: null }));
  return (
    <div class="many">
      <Several {...props} groups={[{ label: null, choices }]} />
    </div>
  );
}

function Several({ groups, ...props }: ElementProps & { readonly groups: ReturnType<typeof choicesOf> }) {
  const { entry, change } = useEntry(props);
  const chosen = asList(entry);
  const toggled = (value: string) =>
    chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  const max = Number(props.element.max_selected_items ?? Number.POSITIVE_INFINITY);
  return (
    <Group {...props}>
      {groups.map(({ label, choices }) => (
        <>
          {label !== null && <p class="group-label">{label}</p>}
          {choices.map((choice) => (
            <Line key={choice.value} choice={choice}>
              <input
                type="checkbox"
                checked={chosen.includes(choice.value)}
                disabled={chosen.length >= max && !chosen.includes(choice.value)}
                onChange={() => change(toggled(choice.value))}
              />
            </Line>
          ))}
        </>
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
