import type { Database } from "../connect";
import type { EmbeddedMongo } from "./embedded";

/** Connects to a server of one's own; `close` ends both. The server is stopped, too, where the connection fails. */
export async function connectedTo(
  embedded: Pick<EmbeddedMongo, "uri" | "stop">,
  connect: (uri: string) => Promise<Database>,
): Promise<Database> {
  try {
    const database = await connect(embedded.uri);
    const close = async () => {
      await database.close();
      await embedded.stop();
    };
    return { ...database, close };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
