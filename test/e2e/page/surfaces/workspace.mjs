import { setTimeout as sleep } from "node:timers/promises";

/** What is not there by then does not come, and is drawn as it is. */
const PATIENCE_MS = 25_000;
/** A conversation that did not change for so long is at rest. */
const REST_MS = 800;

/** People of the sample, by the names that the surfaces call them. */
export const PEOPLE = { ana: "U0ANA00001", maya: "U0MAYA0005", alex: "U0ALEX0006", gina: "U0GINA0009" };

/** Acts in the demo's workspace over HTTP, which is the same whatever the page looks like. */
export function workspace(url) {
  const post = async (path, body, type = "application/json") => {
    const response = await fetch(`${url}${path}`, { method: "POST", headers: { "content-type": type }, body });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  };
  const act = (path, body) => post(path, JSON.stringify(body));
  const state = async (user) => (await fetch(`${url}/demo/state?user=${user}`)).json();

  /** What somebody sees in their conversation with the app: a line of JSON a message, by its time. */
  const messages = async (user) => {
    const { messages: all, channels } = await state(user);
    const direct = channels.find(({ is_im: isDirect }) => isDirect);
    const shown = all.filter(({ channel }) => channel === direct?.id);
    return new Map(shown.map((message) => [message.ts, JSON.stringify(message)]));
  };

  /**
   * Does something, and waits until what somebody sees has changed, reads as expected and is at rest.
   *
   * @returns how many messages came or changed.
   */
  const during = async (user, { act: doIt, pattern = /./ }) => {
    const before = await messages(user);
    await doIt();
    const deadline = Date.now() + PATIENCE_MS;
    let [last, since, count] = ["", Date.now(), 0];
    while (Date.now() < deadline) {
      const changed = [...(await messages(user))].filter(([ts, text]) => before.get(ts) !== text);
      const now = changed.join("\n");
      if (now !== last) [last, since] = [now, Date.now()];
      count = changed.length;
      if (count > 0 && pattern.test(now) && Date.now() - since > REST_MS) return count;
      await sleep(100);
    }
    return count;
  };
  const type = (user, text, pattern) => during(user, { pattern, act: () => act("/demo/command", { user, text }) });
  return {
    during,
    /** Somebody types a command in their conversation with the app. */
    type,
    sync: (user) => type(user, "/sync", /"text":"[^"]*(?:Synced|Completed|synced)/),
    control: (id, user = PEOPLE.ana) => act("/controls/run", { id, user }),
    openHome: (user) => act("/demo/open-home", { user, tab: "home" }),
    closeModals: async (user) => {
      const { modals } = await state(user);
      if ((modals[user] ?? []).length > 0) await act("/demo/close", { user, all: true });
    },
    /** Somebody drops a file into the conversation with the app. */
    drop: (user, { name, text }) => {
      const query = new URLSearchParams({ user, name });
      const upload = () => post(`/demo/upload?${query}`, text, "application/octet-stream");
      // Their own message is there at once, the answer a moment later.
      return during(user, { pattern: /blocks":\[\{/, act: upload });
    },
  };
}
