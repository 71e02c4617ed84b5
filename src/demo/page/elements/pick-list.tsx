import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { plainText, TextObject } from "../mrkdwn/text-object";
import type { Choice } from "./entry";
import { optionId, type Picking } from "./use-picking";

interface PickListProps {
  /** The field that it belongs to. */
  readonly below: RefObject<HTMLDivElement | null>;
  readonly picking: Picking;
  readonly values: readonly string[];
}

/** The open list of a field, above all that is around it; whatever is chosen has a check mark. */
export function PickList({ below, picking, values }: PickListProps) {
  const list = useRef<HTMLDivElement>(null);
  useBeside(below, list);
  useLayoutEffect(() => {
    list.current?.querySelector(".active")?.scrollIntoView({ block: "nearest" });
  }, [picking.activeId]);
  let place = -1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it keeps the focus in the field, which has the keys
    <div ref={list} class="pick-list" popover="manual" onMouseDown={(event) => event.preventDefault()}>
      {picking.shown.length === 0 && <p role="status">No matches</p>}
      <div id={picking.listId} role="listbox" aria-label="Options" aria-multiselectable="true">
        {picking.shown.map(({ label, choices }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of a listbox is no fieldset
          <div key={label} role="group" aria-label={label ?? undefined}>
            {label !== null && (
              <p class="group-label" aria-hidden="true">
                {label}
              </p>
            )}
            {choices.map((choice) => {
              place += 1;
              const isChosen = values.includes(choice.value);
              return <Option key={choice.value} choice={choice} place={place} isChosen={isChosen} picking={picking} />;
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function Option({
  choice,
  place,
  isChosen,
  picking,
}: {
  readonly choice: Choice;
  readonly place: number;
  readonly isChosen: boolean;
  readonly picking: Picking;
}) {
  const press = (event: Event) => {
    // The field below opens its list by a click.
    event.stopPropagation();
    picking.toggle(choice.value);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
    <div
      id={optionId(picking.listId, place)}
      class={picking.at === place ? "option active" : "option"}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-disabled={picking.isFull && !isChosen}
      onClick={press}
    >
      <span>
        {plainText(choice.text)}
        {choice.description && (
          <small>
            <TextObject of={choice.description} />
          </small>
        )}
      </span>
    </div>
  );
}

const TALLEST = 280;
const GAP = 4;
const EDGE = 8;

/** Shows the list where its field is: below it, or above where there is more room. */
function useBeside(field: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const place = () => {
      const [around, shown] = [field.current?.getBoundingClientRect(), list.current];
      if (around === undefined || shown === null) return;
      const [over, under] = [around.top - GAP - EDGE, window.innerHeight - around.bottom - GAP - EDGE];
      const isUnder = under >= Math.min(TALLEST, shown.scrollHeight) || under >= over;
      Object.assign(shown.style, {
        left: `${around.left}px`,
        width: `${around.width}px`,
        maxHeight: `${Math.min(TALLEST, isUnder ? under : over)}px`,
        top: isUnder ? `${around.bottom + GAP}px` : "auto",
        bottom: isUnder ? "auto" : `${window.innerHeight - around.top + GAP}px`,
      });
    };
    list.current?.showPopover();
    place();
    const grown = new ResizeObserver(place);
    if (field.current !== null) grown.observe(field.current);
    document.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    return () => {
      grown.disconnect();
      document.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
    };
  }, []);
}
