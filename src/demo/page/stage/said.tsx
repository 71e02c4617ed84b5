import type { StageState } from "../../stage/stage";
import { clockTime } from "../times";

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
