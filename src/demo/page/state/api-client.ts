import type { Json } from "../../slack/json";
import type { Snapshot } from "./snapshot";

/** Fetches everything that one person sees from the page's server. */
export async function fetchSnapshot(me: string): Promise<Snapshot> {
  const [workspace, controls, roles] = await Promise.all([
    getJson(`/demo/state?user=${encodeURIComponent(me)}`),
    getJson("/controls"),
    getJson("/roles"),
  ]);
  return { me, workspace, controls, roles, fetchedAt: Date.now() };
}

/** Fetches the ids of the people one can switch to. */
export async function fetchPeople(): Promise<readonly string[]> {
  const { homes } = await getJson("/demo/state");
  return Object.keys(homes);
}

/** The result of an action; `said` is a message for people. */
export interface ActionResult {
  readonly ok: boolean;
  readonly said: string;
}

/** Runs an action in the workspace or of the controls. A failure is returned, never thrown. */
export function post(path: string, body: Json): Promise<ActionResult> {
  return send(path, { type: "application/json", body: JSON.stringify(body) });
}

/** Uploads a file to a conversation, as that person. */
export function upload(file: File, where: { readonly user: string; readonly channel: string }): Promise<ActionResult> {
  const query = new URLSearchParams({ ...where, name: file.name });
  return send(`/demo/upload?${query}`, { type: "application/octet-stream", body: file });
}

async function send(path: string, { type, body }: { readonly type: string; body: BodyInit }): Promise<ActionResult> {
  try {
    const response = await fetch(path, { method: "POST", headers: { "content-type": type }, body });
    const result = await response.json();
    return { ok: result.ok === true, said: String(result.said ?? result.message ?? "") };
  } catch {
    return { ok: false, said: "The demo does not answer. Is it still running?" };
  }
}

async function getJson(path: string) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.json();
}
