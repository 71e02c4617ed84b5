import { useEffect, useState } from "preact/hooks";
import { hashOf, type Route, routeOf } from "./route";

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
