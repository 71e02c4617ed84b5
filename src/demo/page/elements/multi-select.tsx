import { useRef } from "preact/hooks";
import { plainText } from "../mrkdwn/text-object";
import { useSurface } from "../surface/surface-context";
import { Icon } from "../ui/images";
import { type Choice, choicesOf } from "./entry";
import { PickList } from "./pick-list";
import { type ChoiceGroups, chosenOf } from "./picking";
import { asList, type ElementProps, labelProps, useEntry } from "./props";
import { usePicking } from "./use-picking";

/** Any number of many options, or of options in groups. */
export function MultiStaticSelect(props: ElementProps) {
  return <MultiSelect {...props} groups={choicesOf(props.element)} />;
}

/** Any number of the active people. */
export function MultiUsersSelect(props: ElementProps) {
  const { people } = useSurface();
  const active = people.filter(({ deactivated }) => !deactivated);
  return <MultiSelect {...props} groups={single(active.map(({ id, name }) => [id, name]))} />;
}

/** Any number of the channels I am in. */
export function MultiChannelsSelect(props: ElementProps) {
  const { channels } = useSurface();
  return <MultiSelect {...props} groups={single([...channels].map(([id, name]) => [id, `#${name}`]))} />;
}

function single(options: readonly (readonly [value: string, text: string])[]): ChoiceGroups {
  const choices = options.map(([value, text]) => ({ value, text: { type: "plain_text", text }, description: null }));
  return [{ label: null, choices }];
}

/** A closed field with what is chosen, each with the button that takes it out; its list opens by a click, an arrow key or typing. */
function MultiSelect({ groups, ...props }: ElementProps & { readonly groups: ChoiceGroups }) {
  const { element } = props;
  const { entry, change } = useEntry(props);
  const values = asList(entry);
  const max = Number(element.max_selected_items ?? Number.POSITIVE_INFINITY);
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const picking = usePicking({ groups, values, max, change: (next) => void change(next) });
  const placeholder = plainText(element.placeholder) || "Choose…";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed beside the text is its own
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text has the focus and the keys
    <div ref={field} class="input picks" onMouseDown={(event) => pressed(event, input.current)} onClick={picking.open}>
      {chosenOf(groups, values).map((choice) => (
        <Chip
          key={choice.value}
          choice={choice}
          remove={() => {
            picking.toggle(choice.value);
            input.current?.focus();
          }}
        />
      ))}
      <input
        {...labelProps(props)}
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded={picking.isOpen}
        aria-controls={picking.isOpen ? picking.listId : undefined}
        aria-activedescendant={picking.activeId}
        placeholder={values.length === 0 ? placeholder : ""}
        value={picking.typed}
        onInput={(event) => picking.type(event.currentTarget.value)}
        onKeyDown={picking.onKeyDown}
        onBlur={picking.shut}
      />
      {picking.isOpen && <PickList below={field} picking={picking} values={values} />}
    </div>
  );
}

/** Keeps the focus in the text, wherever in the field it is pressed. */
function pressed(event: MouseEvent, input: HTMLInputElement | null): void {
  if (event.target === input) return;
  event.preventDefault();
  input?.focus();
}

function Chip({ choice, remove }: { readonly choice: Choice; remove(): void }) {
  const name = plainText(choice.text);
  const press = (event: Event) => {
    // Taking one out opens no list.
    event.stopPropagation();
    remove();
  };
  return (
    <span class="chip">
      <span class="chip-name">{name}</span>
      <button type="button" aria-label={`Remove ${name}`} onClick={press}>
        <Icon name="close" />
      </button>
    </span>
  );
}
