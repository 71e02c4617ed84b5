import { useEffect, useRef, useState } from "preact/hooks";
import { dmOf, useDesk } from "./desk";
import { Drawer } from "./drawer";
import { MainView } from "./main-view";
import { Modals } from "./modal/modal";
import { PhoneBar } from "./phone-bar";
import { Sidebar } from "./sidebar/sidebar";
import { StagePanel } from "./stage/stage-panel";
import { TourCard } from "./tour/tour-card";
import { type Tour, useTour } from "./tour/use-tour";
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
        {!connected && <Offline />}
        <PhoneBar open={setOpen} unread={unread.size > 0} />
        <MainView />
      </main>
      <TourCard tour={tour} />
      <Drawer side="right" name="Demo controls" open={open === "stage"} shut={shut}>
        <StagePanel />
        <ShowTour tour={tour} />
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
  const { snapshot, me, place } = useDesk();
  const read = useRef<ReadUpTo>({});
  const app = place.kind === "messages" ? dmOf(snapshot) : null;
  const open = place.kind === "channel" ? place.id : app;
  const looking = { me: me.id, open, messages: snapshot.workspace.messages };
  read.current = readNow(read.current, looking);
  return unreadIn(read.current, looking);
}
