import { useEffect, useState } from "preact/hooks";
import type { StageState } from "../../controls/controls";
import { useDesk } from "../state/page-context";
import { clockTime, shortDay, zoneName } from "../state/times";
import { useConfirm } from "../ui/confirm";
import { Group } from "./group";

/** What moves the demo: its clock, its faults, what happens elsewhere, and what to look at. */
export function StagePanel() {
  const { snapshot } = useDesk();
  const { groups, said } = snapshot.stage;
  return (
    <>
      <header class="stage-head">
        <h2>Demo controls</h2>
        <Reset />
      </header>
      <Clock stage={snapshot.stage} fetchedAt={snapshot.fetchedAt} />
      <Said said={said} zone={snapshot.stage.zone} />
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
export function Clock({ stage, fetchedAt }: { readonly stage: StageState; readonly fetchedAt: number }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const at = new Date(Date.parse(stage.now) + Math.max(0, Date.now() - fetchedAt));
  return (
    <section class="stage-clock" aria-label="The demo's clock">
      <p class="stage-time">
        {clockTime(at, stage.zone)} <small>{zoneName(at, stage.zone)}</small>
      </p>
      <p class="stage-day">{shortDay(at, stage.zone)}</p>
    </section>
  );
}

/** What was done last and what to look at; what was done before lies below. */
export function Said({ said, zone }: Pick<StageState, "said" | "zone">) {
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
  const { act } = useDesk();
  const ask = useConfirm();
  const press = async () => {
    if (await ask(QUESTION)) await act("/stage/reset", {});
  };
  return (
    <button type="button" class="link" onClick={press}>
      Reset…
    </button>
  );
}
