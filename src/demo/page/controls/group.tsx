import { useId, useState } from "preact/hooks";
import type { ControlsAction, ControlsGroup } from "../../controls/controls";
import { usePage } from "../state/page-context";

/** A group of actions, each with a hint of what to look at. */
export function Group({ group }: { readonly group: ControlsGroup }) {
  return (
    <section class={`controls-group ${group.id}`} aria-label={group.title} data-tour={group.id}>
      <h3>{group.title}</h3>
      <ul>
        {group.actions.map((action) => (
          <li key={action.id}>
            <Action action={action} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Action({ action }: { readonly action: ControlsAction }) {
  const { perform } = usePage();
  const [busy, setBusy] = useState(false);
  const hint = useId();
  const { id, label, on } = action;
  const press = async () => {
    if (busy) return;
    setBusy(true);
    await perform("/controls/run", { id });
    setBusy(false);
  };
  return (
    <button
      type="button"
      class={on === true ? "controls-action on" : "controls-action"}
      aria-label={label}
      aria-pressed={on}
      aria-describedby={hint}
      aria-busy={busy}
      data-tour={id}
      onClick={press}
    >
      <span class="controls-label">
        {label}
        {on !== undefined && <span class="switch" aria-hidden="true" />}
      </span>
      <small id={hint}>{action.hint}</small>
    </button>
  );
}
