import { useEffect, useRef, useState } from "preact/hooks";
import { ControlsPanel } from "../controls/panel";
import { Sidebar } from "../sidebar/sidebar";
import { dmOf, usePage } from "../state/page-context";
import { clockTime } from "../state/times";
import { type ReadUpTo, readNow, unreadIn } from "../state/unread";
import { Modals } from "../surface/modal";
import { TourCard } from "../tour/tour-card";
import { type Tour, useTour } from "../tour/use-tour";
import { Avatar, Icon } from "../ui/images";
import { Drawer } from "./drawer";
import { MainView } from "./main-view";

type Open = "sidebar" | "controls" | null;

/** The page's parts side by side; on a phone the sidebar and the controls are drawers. */
export function Frame({ connected }: { readonly connected: boolean }) {
  const page = usePage();
  const tour = useTour(page);
  const [open, setOpen] = useState<Open>(null);
  const unread = useUnread();
  useEffect(() => setOpen((now) => (now === "sidebar" ? null : now)), [page.location, page.me.id]);
  const shut = () => setOpen(null);
  return (
    <div class="frame">
      <Drawer side="left" name="Workspace" open={open === "sidebar"} shut={shut}>
        <Sidebar unread={unread} />
      </Drawer>
      <main>
        {!connected && <Offline />}
        <PhoneBar open={setOpen} unread={unread.size > 0} />
        <MainView />
      </main>
      {!page.me.guest && <TourCard tour={tour} />}
      <Drawer side="right" name="Demo controls" open={open === "controls"} shut={shut}>
        <ControlsPanel />
        {!page.me.guest && <ShowTour tour={tour} />}
      </Drawer>
      <Modals />
    </div>
  );
}

function Offline() {
  return (
    <p class="offline" role="status">
      The demo does not answer. Trying again…
    </p>
  );
}

function ShowTour({ tour: { memory, hide } }: { readonly tour: Tour }) {
  if (!memory.hidden) return null;
  return (
    <button type="button" class="link" onClick={() => hide(false)}>
      Show the tour
    </button>
  );
}

/** What is unread, as long as the page is open. */
function useUnread(): ReadonlySet<string> {
  const { snapshot, me, location } = usePage();
  const read = useRef<ReadUpTo>({});
  const app = location.kind === "messages" ? dmOf(snapshot) : null;
  const open = location.kind === "channel" ? location.id : app;
  const looking = { me: me.id, open, messages: snapshot.workspace.messages };
  read.current = readNow(read.current, looking);
  return unreadIn(read.current, looking);
}

interface PhoneBarProps {
  readonly unread: boolean;
  open(what: "sidebar" | "controls"): void;
}

/** The bar of narrow screens: opens the drawers, and shows the current location. */
export function PhoneBar({ open, unread }: PhoneBarProps) {
  const { snapshot, me, location } = usePage();
  const { now, zone } = snapshot.controls;
  const channel = snapshot.workspace.channels.find(({ id }) => location.kind === "channel" && location.id === id);
  return (
    <div class="phone-bar">
      <button type="button" class="icon-button" aria-label="Workspace" onClick={() => open("sidebar")}>
        <Icon name="menu" />
        <Avatar id={me.id} name={me.name} />
        {unread && <span class="dot" role="img" aria-label="unread" />}
      </button>
      <span class="phone-title">{channel === undefined ? "Paceline" : `# ${channel.name}`}</span>
      <button type="button" class="icon-button" aria-label="Demo controls" onClick={() => open("controls")}>
        <Icon name="clock" /> {clockTime(new Date(now), zone)}
      </button>
    </div>
  );
}
