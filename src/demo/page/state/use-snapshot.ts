import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { fetchSnapshot } from "./api-client";
import { listenLive } from "./live";
import type { Snapshot } from "./snapshot";

/**
 * What one person sees, kept up to date, and whether the server responds. After a switch it is still the snapshot of the
 * person before, until the new one arrives.
 */
export interface SnapshotState {
  readonly snapshot: Snapshot | null;
  readonly connected: boolean;
}

export function useSnapshot(me: string | null): SnapshotState {
  const [snapshot, setSnapshot] = useState<Snapshot | null>(null);
  const [connected, setConnected] = useState(true);
  const refresh = useRefresh(me, setSnapshot);
  useEffect(() => {
    refresh();
  }, [refresh]);
  useEffect(() => listenLive({ changed: refresh, connected: setConnected }), [refresh]);
  return { snapshot, connected };
}

/** Fetches once at a time; a change in the meantime causes one more fetch. */
function useRefresh(me: string | null, show: (snapshot: Snapshot) => void): () => void {
  const state = useRef({ busy: false, pending: false, me });
  state.current.me = me;
  return useCallback(() => {
    if (me !== null) void run(state.current, show);
  }, [me, show]);
}

async function run(state: { busy: boolean; pending: boolean; me: string | null }, show: (snapshot: Snapshot) => void) {
  state.pending = true;
  if (state.busy) return;
  state.busy = true;
  while (state.pending && state.me !== null) {
    state.pending = false;
    try {
      show(await fetchSnapshot(state.me));
    } catch {
      // The connection shows the failure, and reports a change once it is back.
    }
  }
  state.busy = false;
}
