import type { ComponentChildren } from "preact";
import { usePage } from "../state/page-context";
import type { PageLocation } from "../state/route";
import { Avatar } from "../ui/images";

/** Channels I am in, and the app. */
export function Conversations({ unread, dm }: { readonly unread: ReadonlySet<string>; readonly dm: string }) {
  const { snapshot, location } = usePage();
  const { channels, bot } = snapshot.workspace;
  return (
    <nav aria-label="Conversations">
      <h2>Channels</h2>
      <ul>
        {channels.flatMap(({ id, name }) => {
          if (name === undefined) return [];
          const open = location.kind === "channel" && location.id === id;
          return [
            <Row key={id} name={name} to={{ kind: "channel", id }} open={open} unread={unread.has(id)}>
              <span class="hash" aria-hidden="true">
                #
              </span>
            </Row>,
          ];
        })}
      </ul>
      <h2>Apps</h2>
      <ul>
        <Row name="Paceline" to={{ kind: "messages" }} open={location.kind !== "channel"} unread={unread.has(dm)}>
          <Avatar id={bot.userId} name="Paceline" app />
        </Row>
      </ul>
    </nav>
  );
}

interface RowProps {
  readonly name: string;
  readonly to: PageLocation;
  readonly open: boolean;
  readonly unread: boolean;
  /** The sign before the name. */
  readonly children: ComponentChildren;
}

function Row({ name, to, open, unread, children }: RowProps) {
  const { navigate } = usePage();
  return (
    <li>
      <button
        type="button"
        class={unread ? "row unread" : "row"}
        aria-current={open ? "page" : undefined}
        onClick={() => navigate(to)}
      >
        {children}
        <span class="row-name">{name}</span>
        {unread && <span class="dot" role="img" aria-label="unread" />}
      </button>
    </li>
  );
}
