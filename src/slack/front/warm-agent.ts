import { Agent } from "node:http";
import type { Socket } from "node:net";

interface WarmAgentOptions {
  /** Opens a connection to the process behind. */
  readonly connect: () => Socket;
  /** So many connections are opened at once, and so many kept open when nothing goes over them. */
  readonly warm: number;
  /** So many requests are under way at once; the next wait for one of their connections. */
  readonly most: number;
}

/**
 * An agent whose connections are open before they are needed. The process behind takes a single new connection each time
 * its event loop comes round, while requests over open ones arrive together.
 */
export class WarmAgent extends Agent {
  private readonly connect: () => Socket;
  private readonly spares = new Set<Socket>();

  constructor({ connect, warm, most }: WarmAgentOptions) {
    super({ keepAlive: true, maxSockets: most, maxFreeSockets: warm });
    this.connect = connect;
    for (let left = warm; left > 0; left -= 1) this.addSpare();
  }

  override createConnection(): Socket {
    for (const socket of this.spares) {
      this.spares.delete(socket);
      return socket.ref();
    }
    return this.connect();
  }

  override destroy(): void {
    for (const socket of this.spares) socket.destroy();
    super.destroy();
  }

  private addSpare(): void {
    const socket = this.connect().unref();
    const drop = () => this.spares.delete(socket);
    // An error is followed by the close; whoever uses the connection by then hears of it, too.
    socket.on("error", drop).once("close", drop);
    this.spares.add(socket);
  }
}
