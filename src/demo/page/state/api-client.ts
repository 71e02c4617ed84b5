import type { Json } from "../../slack/json";
import type { Snapshot } from "./snapshot";

/** All that one person sees, from the page's own server. */
export async function fetchSnapshot(me: string): Promise<Snapshot> {
  const [workspace, stage, roles] = await Promise.all([
    read(`/demo/state?user=${encodeURIComponent(me)}`),
    read("/stage"),
    read("/roles"),
  ]);
  return { me, workspace, stage, roles, fetchedAt: Date.now() };
}

/** The ids of those one can be, before anything is known of anybody. */
export async function fetchPeople(): Promise<readonly string[]> {
  const { homes } = await read("/demo/state");
  return Object.keys(homes);
}

/** What became of something that was done; `said` is for people. */
export interface Done {
  readonly ok: boolean;
  readonly said: string;
}

/** Does something in the workspace or on the stage. What went wrong is told, never thrown. */
export function post(path: string, body: Json): Promise<Done> {
  return sent(path, { type: "application/json", body: JSON.stringify(body) });
}

/** Puts a file into a conversation, as that person. */
export function upload(file: File, where: { readonly user: string; readonly channel: string }): Promise<Done> {
  const query = new URLSearchParams({ ...where, name: file.name });
  return sent(`/demo/upload?${query}`, { type: "application/octet-stream", body: file });
}

async function sent(path: string, { type, body }: { readonly type: string; body: BodyInit }): Promise<Done> {
  try {
    const response = await fetch(path, { method: "POST", headers: { "content-type": type }, body });
    const answer = await response.json();
    return { ok: answer.ok === true, said: String(answer.said ?? answer.message ?? "") };
  } catch {
    return { ok: false, said: "The demo does not answer. Is it still running?" };
  }
}

async function read(path: string) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}
