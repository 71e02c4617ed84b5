/** What is open in the middle. */
export type Place =
  | { readonly kind: "home" }
  | { readonly kind: "messages" }
  | { readonly kind: "channel"; readonly id: string };

/** Who I am, and what I look at. */
export interface Route {
  /** `null` until somebody is chosen. */
  readonly me: string | null;
  readonly place: Place;
}

/** Reads the address behind its `#`: `#/U0ANA/home`, `#/U0ANA/messages`, `#/U0ANA/channel/C0SALES`. */
export function routeOf(hash: string): Route {
  const [, me, kind, id] = hash.replace(/^#/, "").split("/");
  return { me: me === undefined || me === "" ? null : decodeURIComponent(me), place: placeOf(kind, id) };
}

export function hashOf({ me, place }: Route): string {
  const where = place.kind === "channel" ? `channel/${place.id}` : place.kind;
  return `#/${encodeURIComponent(me ?? "")}/${where}`;
}

function placeOf(kind: string | undefined, id: string | undefined): Place {
  if (kind === "home") return { kind };
  return kind === "channel" && id !== undefined ? { kind, id } : { kind: "messages" };
}
