import { useEffect, useState } from "preact/hooks";
import type { ControlsState } from "../../controls/controls";
import { usePage } from "../state/page-context";
import { clockTime, shortDay, zoneName } from "../state/times";
import { useConfirm } from "../ui/confirm";
import { Group } from "./group";

/** The demo's controls: its clock, its faults, its events, and what to look at. */
export function ControlsPanel() {
  const { snapshot } = usePage();
  const { groups, said } = snapshot.controls;
  return (
    <>
      <header class="controls-head">
        <h2>Demo controls</h2>
        <Reset />
      </header>
      <Clock controls={snapshot.controls} fetchedAt={snapshot.fetchedAt} />
      <ActionMessages said={said} zone={snapshot.controls.zone} />
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
      <p class="controls-sample">
        <a href="/sample/fishbowl-orders.csv" download>
          Download a sample Fishbowl export
        </a>{" "}
        to drop it yourself, as Alex Kim.
      </p>
    </>
  );
}

/** The demo's date and time in the team's zone; it keeps running. */
export function Clock({ controls, fetchedAt }: { readonly controls: ControlsState; readonly fetchedAt: number }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const at = new Date(Date.parse(controls.now) + Math.max(0, Date.now() - fetchedAt));
  return (
    <section class="controls-clock" aria-label="The demo's clock">
      <p class="controls-time">
        {clockTime(at, controls.zone)} <small>{zoneName(at, controls.zone)}</small>
      </p>
      <p class="controls-day">{shortDay(at, controls.zone)}</p>
    </section>
  );
}

/** What the last action said, with the earlier messages below. */
export function ActionMessages({ said, zone }: Pick<ControlsState, "said" | "zone">) {
  const [last, ...before] = said;
  return (
    <section class="controls-said" aria-label="What to look at" aria-live="polite">
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
    text: "Every message, number and fault in this demo is cleared, and the sample month starts over.",
  },
  confirm: { type: "plain_text", text: "Reset" },
  deny: { type: "plain_text", text: "Cancel" },
  style: "danger",
} as const;

/** Resets the demo, after asking. */
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
