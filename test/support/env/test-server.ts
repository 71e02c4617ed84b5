import type { EmbeddedMongo } from "../../../src/database/embedded/embedded";

/** The server of this run and its folder. */
export interface TestServer {
  readonly mongo: EmbeddedMongo;
  readonly dir: string;
}

let started: TestServer | undefined;

/** Hands the server from the set-up to the teardown, which share this process but nothing else. */
export function forTeardown(server: TestServer): void {
  started = server;
}

export function startedServer(): TestServer | undefined {
  return started;
}
