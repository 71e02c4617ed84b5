import { Avatar } from "../avatar";
import { useDesk } from "../desk";

/** Channels I am in, and the app. */
export function Conversations({ unread, dm }: { readonly unread: ReadonlySet<string>; readonly dm: string }) {
  const { snapshot, place, go } = useDesk();
  const { channels, bot } = snapshot.workspace;
  const inApp = place.kind !== "channel";
  return (
    <nav aria-label="Conversations">
      <h2>Channels</h2>
      <ul>
        {channels.flatMap(({ id, name, is_im: direct }) =>
          direct || name === undefined
            ? []
            : [
                <li key={id}>
                  <button
                    type="button"
                    class={unread.has(id) ? "row unread" : "row"}
                    aria-current={place.kind === "channel" && place.id === id ? "page" : undefined}
                    onClick={() => go({ kind: "channel", id })}
                  >
                    <span class="hash" aria-hidden="true">
                      #
                    </span>
                    <span class="row-name">{name}</span>
                    <Dot shown={unread.has(id)} />
                  </button>
                </li>,
              ],
        )}
      </ul>
      <h2>Apps</h2>
      <ul>
        <li>
          <button
            type="button"
            class={unread.has(dm) ? "row unread" : "row"}
            aria-current={inApp ? "page" : undefined}
            onClick={() => go({ kind: "messages" })}
          >
            <Avatar id={bot.userId} name="Paceline" app />
            <span class="row-name">Paceline</span>
            <Dot shown={unread.has(dm)} />
          </button>
        </li>
      </ul>
    </nav>
  );
}

function Dot({ shown }: { readonly shown: boolean }) {
  return shown ? <span class="dot" role="img" aria-label="unread" /> : null;
}
