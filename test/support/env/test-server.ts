import type { EmbeddedMongo } from "../../../src/database/embedded/embedded";

/** What a run started: its server with its folder, unless another's is used, and the folder of what is logged. */
export interface TestServer {
  readonly own: { readonly mongo: EmbeddedMongo; readonly dir: string } | null;
  readonly logs: string;
}

let started: TestServer | undefined;

/** Hands the server from the set-up to the teardown, which share this process but nothing else. */
export function forTeardown(server: TestServer): void {
  started = server;
}

export function startedServer(): TestServer | undefined {
  return started;
}
