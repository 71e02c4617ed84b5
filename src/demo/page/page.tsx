import { useEffect, useMemo, useState } from "preact/hooks";
import { fetchPeople } from "./ask";
import { ConfirmProvider } from "./confirm";
import { actAs, type Desk, DeskProvider } from "./desk";
import { Frame } from "./frame";
import { Toast, useToast } from "./toast";
import { useRoute } from "./use-route";
import { useSnapshot } from "./use-snapshot";

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
