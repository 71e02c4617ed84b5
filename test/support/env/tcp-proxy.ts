import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { Transform } from "node:stream";
import { realSleep } from "../wait";

/** A way to a server on 127.0.0.1 that can be cut and mended. */
export interface TcpProxy {
  readonly port: number;
  /** Breaks every connection and takes none. */
  cut(): Promise<void>;
  /** Takes connections again, on the same port. */
  mend(): Promise<void>;
  /** Lets everything through late, each piece by as many milliseconds as this answers; 0 ends it. */
  delay(lateMs: () => number): void;
  /** Lets nothing through, as if the server were stopped by a signal, and breaks nothing. */
  hold(): void;
}

export async function tcpProxy(to: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let lateMs = () => 0;
  const late = () =>
    new Transform({
      transform: (piece, _encoding, pass) => {
        const ms = lateMs();
        if (ms === 0) pass(null, piece);
        else void realSleep(ms).then(() => pass(null, piece));
      },
    });
  const server = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(late()).pipe(other);
    }
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    port,
    cut: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    delay: (byMs) => {
      lateMs = byMs;
    },
    hold: () => {
      for (const socket of sockets) socket.pause();
    },
    mend: async () => {
      await listen(port);
    },
  };
}
