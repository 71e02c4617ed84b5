import { homeOf, useDesk } from "../desk";
import { Surface } from "../surface";

/** The app's Home of whoever looks. */
export function Home() {
  const { snapshot } = useDesk();
  const home = homeOf(snapshot);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div id="panel-home" class="scroll" role="tabpanel" aria-labelledby="tab-home" tabIndex={0} data-tour="home">
      {home === null ? (
        <p class="empty">Opening Home…</p>
      ) : (
        <div class="home-page">
          <Surface key={`${home.id}`} blocks={home.blocks} values={home.values} from={{ viewId: home.id }} />
        </div>
      )}
    </div>
  );
}
