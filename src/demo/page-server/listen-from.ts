import type { Server } from "node:http";
import { isJson } from "../slack/json";

/** How many ports are tried. */
const TRIES = 20;

/**
 * Listens on 127.0.0.1 at the port, or at the next one that is free; 0 picks any.
 *
 * @returns the port.
 * @throws when twenty in a row are taken, or listening is not allowed.
 */
export async function listenFrom(server: Server, port: number, tries: number = TRIES): Promise<number> {
  try {
    return await listenAt(server, port);
  } catch (error) {
    const taken = isJson(error) && error.code === "EADDRINUSE";
    if (!taken || tries <= 1) throw error;
    return listenFrom(server, port + 1, tries - 1);
  }
}

function listenAt(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The page listens on a port"));
      else resolve(address.port);
    });
  });
}
