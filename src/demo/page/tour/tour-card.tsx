import { useEffect } from "preact/hooks";
import { Icon } from "../ui/images";
import { STEPS } from "./steps";
import type { Tour } from "./use-tour";

/** The current step: what to do, what to look at, and how far the tour is. */
export function TourCard({ tour }: { readonly tour: Tour }) {
  const { step, memory, skip, hide, restart } = tour;
  const over = STEPS.filter(({ id }) => memory.over.includes(id)).length;
  const count = `${Math.min(over + 1, STEPS.length)} of ${STEPS.length}`;
  useHighlight(memory.hidden ? undefined : step?.target);
  if (memory.hidden) return null;
  return (
    <aside class="tour" aria-label="Tour">
      <p class="tour-count">
        <span>Tour · {count}</span>
        <button type="button" class="icon-button" aria-label="Hide the tour" onClick={() => hide(true)}>
          <Icon name="close" />
        </button>
      </p>
      <div class="tour-text" aria-live="polite">
        <h2 data-count={count}>{step?.title ?? "That is the tour"}</h2>
        <p>{step?.text ?? "Everything stays as it is: try what you like, as anybody you like."}</p>
      </div>
      <footer>
        <Dots over={memory.over} now={step?.id} />
        <button type="button" class="link" onClick={step === null ? restart : skip}>
          {step === null ? "Start again" : "Skip this step"}
        </button>
      </footer>
    </aside>
  );
}

function Dots({ over, now }: { readonly over: readonly string[]; readonly now: string | undefined }) {
  return (
    <span class="tour-dots" aria-hidden="true">
      {STEPS.map(({ id }) => (
        <i key={id} class={over.includes(id) ? "over" : id === now ? "now" : ""} />
      ))}
    </span>
  );
}

/** Marks the step's target; the styles draw a ring around it. */
function useHighlight(target: string | undefined): void {
  useEffect(() => {
    const found = target === undefined ? null : document.querySelector(`[data-tour="${target}"]`);
    found?.setAttribute("data-highlight", "");
    return () => found?.removeAttribute("data-highlight");
  });
}
