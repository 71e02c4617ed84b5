import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Frame } from "./frame/frame";
import { fetchPeople } from "./state/api-client";
import { type PageContext, PageProvider, userActions } from "./state/page-context";
import { hashOf, type Route, routeOf } from "./state/route";
import { useSnapshot } from "./state/use-snapshot";
import { ConfirmProvider } from "./ui/confirm";
import { Toast, useToast } from "./ui/notices";
import { showTheme } from "./ui/theme";

/** The workspace as one person sees it and acts in it. */
export function Page() {
  const [{ me: id, location }, navigate] = useRoute();
  const { snapshot, connected } = useSnapshot(id);
  const [toast, show] = useToast();
  useSomebody(id, (me) => navigate({ me }));
  const me = snapshot?.workspace.members.find((member) => member.id === snapshot.me);
  const actions = useMemo(() => userActions(me?.id ?? "", show), [me?.id]);
  if (snapshot === null || me === undefined) return <p class="starting">Opening the workspace…</p>;
  const page: PageContext = {
    snapshot,
    me,
    location,
    ...actions,
    navigate: (next) => navigate({ location: next }),
    switchUser: (user) => navigate({ me: user }),
    say: show,
  };
  return (
    <PageProvider value={page}>
      <ConfirmProvider>
        <Frame connected={connected} />
        <Toast text={toast} />
      </ConfirmProvider>
    </PageProvider>
  );
}

/** Makes sure that there is a current person: the one in the URL, otherwise the first one. */
function useSomebody(id: string | null, switchUser: (user: string) => void): void {
  const [people, setPeople] = useState<readonly string[]>([]);
  useEffect(() => {
    fetchPeople().then(setPeople, () => setPeople([]));
  }, []);
  const [first] = people;
  useEffect(() => {
    if (first !== undefined && (id === null || !people.includes(id))) switchUser(first);
  }, [id, first]);
}

/** The URL's hash as state, so that going back and reloading work. */
export function useRoute(): readonly [Route, (next: Partial<Route>) => void] {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  const navigate = (next: Partial<Route>) => {
    location.hash = hashOf({ ...routeOf(location.hash), ...next });
  };
  return [route, navigate];
}

const root = document.getElementById("page");
if (root === null) throw new Error("The document has no place for the page");
showTheme();
render(<Page />, root);
