import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * Stands between a front and the app behind it: what is asked goes on at once, what is answered only after `release`. A slow
 * database or Slack would have deadlines of its own, and a busy machine could reach them before a test has sent all it sends.
 */
export async function heldAnswers(behind: number) {
  const sockets: Socket[] = [];
  let pass: () => void;
  const released = new Promise<void>((resolve) => {
    pass = resolve;
  });
  const server = createServer((front) => {
    const app = connect(behind, "127.0.0.1");
    sockets.push(front, app);
    // Whichever side breaks, the other hears of it.
    front.on("error", () => app.destroy()).pipe(app);
    app.on("error", () => front.destroy());
    void released.then(() => app.pipe(front));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    /** Lets pass what was answered, and all that will be. */
    release: () => pass(),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
