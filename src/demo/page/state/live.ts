/** The waits before each reconnection; the last one repeats. */
const WAITS_MS = [300, 1_000, 2_000, 5_000];

/** What is called back with the events of the connection. */
export interface LiveListener {
  /** Something changed, or may have changed while disconnected. */
  changed(): void;
  connected(is: boolean): void;
}

/** Listens for changes until stopped, and reconnects whenever the connection breaks. */
export function listenLive({ changed, connected }: LiveListener): () => void {
  let socket: WebSocket | undefined;
  let timer: number | undefined;
  let failures = 0;
  let stopped = false;
  const connect = () => {
    socket = new WebSocket(`ws://${location.host}/live`);
    socket.onopen = () => {
      failures = 0;
      connected(true);
      changed();
    };
    socket.onmessage = changed;
    socket.onclose = () => {
      if (stopped) return;
      connected(false);
      timer = window.setTimeout(connect, WAITS_MS[Math.min(failures, WAITS_MS.length - 1)]);
      failures += 1;
    };
  };
  connect();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    socket?.close();
  };
}
