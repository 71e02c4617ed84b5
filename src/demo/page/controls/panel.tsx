import { useEffect, useState } from "preact/hooks";
import type { ControlsState } from "../../controls/controls";
import { usePage } from "../state/page-context";
import { clockTime, shortDay, zoneName } from "../state/times";
import { useConfirm } from "../ui/confirm";
import { Group } from "./group";

/** What moves the demo: its clock, its faults, what happens elsewhere, and what to look at. */
export function ControlsPanel() {
  const { snapshot } = usePage();
  const { groups, said } = snapshot.controls;
  return (
    <>
      <header class="stage-head">
        <h2>Demo controls</h2>
        <Reset />
      </header>
      <Clock controls={snapshot.controls} fetchedAt={snapshot.fetchedAt} />
      <ActionMessages said={said} zone={snapshot.controls.zone} />
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
      <p class="stage-sample">
        <a href="/sample/fishbowl-orders.csv" download>
          Download a sample Fishbowl export
        </a>{" "}
        to drop it yourself, as Alex Kim.
      </p>
    </>
  );
}

/** The demo's date and time where the team is; it goes on by itself. */
export function Clock({ controls, fetchedAt }: { readonly controls: ControlsState; readonly fetchedAt: number }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const at = new Date(Date.parse(controls.now) + Math.max(0, Date.now() - fetchedAt));
  return (
    <section class="stage-clock" aria-label="The demo's clock">
      <p class="stage-time">
        {clockTime(at, controls.zone)} <small>{zoneName(at, controls.zone)}</small>
      </p>
      <p class="stage-day">{shortDay(at, controls.zone)}</p>
    </section>
  );
}

/** What was done last and what to look at; what was done before lies below. */
export function ActionMessages({ said, zone }: Pick<ControlsState, "said" | "zone">) {
  const [last, ...before] = said;
  return (
    <section class="stage-said" aria-label="What to look at" aria-live="polite">
      {last !== undefined && <p>{last.text}</p>}
      {before.length > 0 && (
        <details>
          <summary>Earlier</summary>
          <ol>
            {before.map(({ at, text }, index) => (
              <li key={`${said.length - index}`}>
                <time>{clockTime(new Date(at), zone)}</time> {text}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

const QUESTION = {
  title: { type: "plain_text", text: "Reset the demo?" },
  text: {
    type: "plain_text",
    text: "Every message, number and fault of this demo goes, and the sample month begins anew.",
  },
  confirm: { type: "plain_text", text: "Reset" },
  deny: { type: "plain_text", text: "Keep" },
  style: "danger",
} as const;

/** Begins the sample month anew, after asking. */
export function Reset() {
  const { perform } = usePage();
  const confirm = useConfirm();
  const press = async () => {
    if (await confirm(QUESTION)) await perform("/controls/reset", {});
  };
  return (
    <button type="button" class="link" onClick={press}>
      Reset…
    </button>
  );
}
