import { useEffect } from "preact/hooks";
import { Composer } from "../composer/composer";
import { DropZone } from "../composer/drop-zone";
import { Conversation } from "../messages/conversation";
import { dmOf, homeOf, usePage } from "../state/page-context";
import { Surface } from "../surface/surface";
import { Avatar } from "../ui/images";
import { Tabs } from "./tabs";

/** The main part: the app's Home or messages, or a channel. */
export function MainView() {
  const { location } = usePage();
  return location.kind === "channel" ? <ChannelView id={location.id} /> : <AppView tab={location.kind} />;
}

function AppView({ tab }: { readonly tab: "home" | "messages" }) {
  const { snapshot, me, perform } = usePage();
  useEffect(() => {
    void perform("/demo/open-home", { tab });
  }, [me.id, tab]);
  const channel = dmOf(snapshot);
  return (
    <>
      <header class="place">
        <Avatar id={snapshot.workspace.bot.userId} name="Paceline" app />
        <h2>Paceline</h2>
        <span class="badge">App</span>
      </header>
      <Tabs tab={tab} />
      {tab === "home" ? (
        <Home />
      ) : (
        <DropZone channel={channel}>
          <Conversation channel={channel} empty="Nothing here yet. Type /sync to bring every figure up to date." />
          <Composer key={channel} channel={channel} placeholder="Type /sync or /goals" files />
        </DropZone>
      )}
    </>
  );
}

// Each channel of the sample is some team's.
const NOTHING_SAID =
  "Nothing has been said here yet. The first leaderboard posts here on the next workday at 8:00 AM: press Tomorrow 8:00 AM to see it.";

function ChannelView({ id }: { readonly id: string }) {
  const { snapshot } = usePage();
  const channel = snapshot.workspace.channels.find((each) => each.id === id);
  if (channel === undefined) return <p class="empty">You are not in this channel.</p>;
  // Slack counts people here, and the app is none.
  return (
    <>
      <header class="place">
        <h2># {channel.name}</h2>
        <span class="quiet">{(channel.num_members ?? 0) - (channel.is_member === true ? 1 : 0)} members</span>
      </header>
      <Conversation channel={id} empty={NOTHING_SAID} />
      <Composer key={id} channel={id} placeholder={`Message #${channel.name}`} />
    </>
  );
}

/** The app's Home of the current person. */
export function Home() {
  const { snapshot } = usePage();
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
