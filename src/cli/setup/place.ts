import { checkedValues } from "./checked-values";
import type { Values } from "./env-text";

/** A host and a port on which Paceline listens. */
export interface Place {
  /** As an address that a program on this machine can ask. */
  readonly at: string;
  /** Whether only this machine reaches it. */
  readonly isLoopback: boolean;
}

const EVERYWHERE = new Set(["0.0.0.0", "::"]);
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Makes the place of a host and a port. */
export function placeOf({ host, port }: { readonly host: string; readonly port: number }): Place {
  const name = EVERYWHERE.has(host) ? "127.0.0.1" : host;
  return { at: `http://${name.includes(":") ? `[${name}]` : name}:${port}`, isLoopback: LOOPBACK.has(host) };
}

/** Tells where Paceline will listen with what is set so far. */
export function placeWith(values: Values): Place {
  const { HOST: host, PORT: port } = checkedValues(values, { own: [], settings: ["HOST", "PORT"] });
  return placeOf({ host, port });
}
