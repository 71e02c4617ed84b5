import { useEffect } from "preact/hooks";
import { Avatar } from "./avatar";
import { Composer } from "./composer/composer";
import { DropZone } from "./composer/drop-zone";
import { dmOf, useDesk } from "./desk";
import { Home } from "./home/home";
import { Conversation } from "./messages/conversation";
import { Tabs } from "./tabs";

/** What is open in the middle: the app's Home or messages, or a channel. */
export function MainView() {
  const { place } = useDesk();
  return place.kind === "channel" ? <ChannelView id={place.id} /> : <AppView tab={place.kind} />;
}

function AppView({ tab }: { readonly tab: "home" | "messages" }) {
  const { snapshot, me, act } = useDesk();
  useEffect(() => {
    void act("/demo/open-home", { tab });
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

function ChannelView({ id }: { readonly id: string }) {
  const { snapshot } = useDesk();
  const channel = snapshot.workspace.channels.find((each) => each.id === id);
  if (channel === undefined) return <p class="empty">You are not in this channel.</p>;
  return (
    <>
      <header class="place">
        <h2># {channel.name}</h2>
        <span class="quiet">{channel.num_members} members</span>
      </header>
      <Conversation channel={id} empty="Nothing has been said here yet." />
      <Composer key={id} channel={id} placeholder={`Message #${channel.name}`} />
    </>
  );
}
