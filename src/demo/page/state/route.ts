/** What is open in the main part. */
export type PageLocation =
  | { readonly kind: "home" }
  | { readonly kind: "messages" }
  | { readonly kind: "channel"; readonly id: string };

/** The current person, and what is open. */
export interface Route {
  /** `null` until a person is chosen. */
  readonly me: string | null;
  readonly location: PageLocation;
}

/** Parses the URL's hash: `#/U0ANA/home`, `#/U0ANA/messages`, `#/U0ANA/channel/C0SALES`. */
export function routeOf(hash: string): Route {
  const [, me, kind, id] = hash.replace(/^#/, "").split("/");
  return { me: me === undefined || me === "" ? null : decodeURIComponent(me), location: locationOf(kind, id) };
}

export function hashOf({ me, location }: Route): string {
  const where = location.kind === "channel" ? `channel/${location.id}` : location.kind;
  return `#/${encodeURIComponent(me ?? "")}/${where}`;
}

function locationOf(kind: string | undefined, id: string | undefined): PageLocation {
  if (kind === "home") return { kind };
  return kind === "channel" && id !== undefined ? { kind, id } : { kind: "messages" };
}
