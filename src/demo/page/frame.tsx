import { useEffect, useRef, useState } from "preact/hooks";
import { dmOf, useDesk } from "./desk";
import { Drawer } from "./drawer";
import { Icon } from "./icons";
import { MainView } from "./main-view";
import { Modals } from "./modal/modal";
import { Sidebar } from "./sidebar/sidebar";
import { StagePanel } from "./stage/stage-panel";
import { clockTime } from "./times";
import { TourCard } from "./tour/tour-card";
import { useTour } from "./tour/use-tour";
import { type ReadUpTo, readNow, unreadIn } from "./unread";

type Open = "sidebar" | "stage" | null;

/** The page's parts side by side; on a phone the sidebar and the controls are drawers. */
export function Frame({ connected }: { readonly connected: boolean }) {
  const desk = useDesk();
  const tour = useTour(desk);
  const [open, setOpen] = useState<Open>(null);
  const unread = useUnread();
  useEffect(() => setOpen((now) => (now === "sidebar" ? null : now)), [desk.place, desk.me.id]);
  const shut = () => setOpen(null);
  return (
    <div class="frame">
      <Drawer side="left" name="Workspace" open={open === "sidebar"} shut={shut}>
        <Sidebar unread={unread} />
      </Drawer>
      <main>
        {!connected && (
          <p class="offline" role="status">
            The demo does not answer. Trying again…
          </p>
        )}
        <PhoneBar open={setOpen} unread={unread.size > 0} />
        <MainView />
      </main>
      <TourCard tour={tour} />
      <Drawer side="right" name="Demo controls" open={open === "stage"} shut={shut}>
        <StagePanel />
        {tour.memory.hidden && (
          <button type="button" class="link" onClick={() => tour.hide(false)}>
            Show the tour
          </button>
        )}
      </Drawer>
      <Modals />
    </div>
  );
}

function PhoneBar({ open, unread }: { readonly open: (what: Open) => void; readonly unread: boolean }) {
  const { snapshot, me } = useDesk();
  const { now, zone } = snapshot.stage;
  return (
    <div class="phone-bar">
      <button type="button" class="icon-button" aria-label="Workspace" onClick={() => open("sidebar")}>
        <Icon name="menu" />
        {unread && <span class="dot" role="img" aria-label="unread" />}
      </button>
      <span class="phone-me">{me.name}</span>
      <button type="button" class="icon-button wide" aria-label="Demo controls" onClick={() => open("stage")}>
        <Icon name="clock" /> {clockTime(new Date(now), zone)}
      </button>
    </div>
  );
}

/** What is unread, as long as the page is open. */
function useUnread(): ReadonlySet<string> {
  const { snapshot, me, place } = useDesk();
  const read = useRef<ReadUpTo>({});
  const app = place.kind === "messages" ? dmOf(snapshot) : null;
  const open = place.kind === "channel" ? place.id : app;
  const looking = { me: me.id, open, messages: snapshot.workspace.messages };
  read.current = readNow(read.current, looking);
  return unreadIn(read.current, looking);
}
