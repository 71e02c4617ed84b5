import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Frame } from "./frame/frame";
import { fetchPeople } from "./state/api-client";
import { actAs, type Desk, DeskProvider } from "./state/page-context";
import { hashOf, type Route, routeOf } from "./state/route";
import { useSnapshot } from "./state/use-snapshot";
import { ConfirmProvider } from "./ui/confirm";
import { Toast, useToast } from "./ui/notices";
import { showTheme } from "./ui/theme";

/** The workspace: somebody, what they see, and what they do. */
export function Page() {
  const [{ me: id, place }, go] = useRoute();
  const { snapshot, connected } = useSnapshot(id);
  const [toast, show] = useToast();
  useSomebody(id, (me) => go({ me }));
  const me = snapshot?.workspace.members.find((member) => member.id === snapshot.me);
  const doing = useMemo(() => actAs(me?.id ?? "", show), [me?.id]);
  if (snapshot === null || me === undefined) return <p class="starting">Opening the workspace…</p>;
  const desk: Desk = {
    snapshot,
    me,
    place,
    ...doing,
    go: (next) => go({ place: next }),
    become: (user) => go({ me: user }),
  };
  return (
    <DeskProvider value={desk}>
      <ConfirmProvider>
        <Frame connected={connected} />
        <Toast text={toast} />
      </ConfirmProvider>
    </DeskProvider>
  );
}

/** One is always somebody: who the address says, else the first of the people. */
function useSomebody(id: string | null, become: (user: string) => void): void {
  const [people, setPeople] = useState<readonly string[]>([]);
  useEffect(() => {
    fetchPeople().then(setPeople, () => setPeople([]));
  }, []);
  const [first] = people;
  useEffect(() => {
    if (first !== undefined && (id === null || !people.includes(id))) become(first);
  }, [id, first]);
}

/** The address as state: the browser's back and a reload lead where they should. */
export function useRoute(): readonly [Route, (next: Partial<Route>) => void] {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  const go = (next: Partial<Route>) => {
    location.hash = hashOf({ ...routeOf(location.hash), ...next });
  };
  return [route, go];
}

const root = document.getElementById("page");
if (root === null) throw new Error("The document has no place for the page");
showTheme();
render(<Page />, root);
