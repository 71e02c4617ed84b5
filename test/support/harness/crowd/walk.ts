import { type Json, objectsOf, textOf } from "../../../../src/demo/slack/json";
import { decodeLocation } from "../../../../src/slack/home/payload";
import { NAVIGATION_ACTIONS, PAGE_BACK, PAGE_ON, TEAM_BACK } from "../../../../src/slack/home/views/layout";
import type { DemoHarness } from "../demo/demo";
import { filledIn, type Pressable, pressables, pressOf } from "./pressing";

/** What takes minutes, or would end the walk: it is tried by tests of its own. */
const NOT_PRESSED = new Set(["sync_now", "recompute", "accept_vanished"]);
/** Looked at and not sent: it would erase whom the walk goes on with. */
const NOT_SENT = new Set(["forget_check"]);
const TABS = ["home_me", "home_team", "home_admin"];
/** They lead to where the walk was already. */
const BACK = new Set([PAGE_BACK, TEAM_BACK]);
const DEEP = 6;
/** From so many presses away from a tab on, only the next page is gone to. */
const FAR = 2;
const MOST_MESSAGES = 60;

type From = Parameters<DemoHarness["fakes"]["slack"]["action"]>[0]["from"];
type Path = readonly string[];

/** Walks through what people are shown: each kind of button of each kind of page and message is pressed once, each form is sent. */
export function walker({ fakes: { slack }, idle }: DemoHarness) {
  const done = new Set<string>();
  const modals: Json[] = [];
  const faults: string[] = [];
  const isNew = (key: string) => !done.has(key) && done.add(key) !== undefined;

  const press = async (user: string, from: From, found: Pressable): Promise<void> => {
    const { status } = await slack.action({ user, from, ...pressOf(found) });
    if (status !== 200) faults.push(`${found.actionId} was answered with ${status}`);
    await idle();
  };
  const submit = async (user: string, blocks: readonly Json[]) => {
    const send = async (all: boolean) => {
      const sent = await slack.submitView({ user, entries: filledIn(blocks, { all }) });
      // Errors beside fields are plain text, where nothing is escaped.
      faults.push(...Object.values(sent.errors).filter((error) => /trouble connecting|&(?:amp|lt|gt);/.test(error)));
      return sent;
    };
    const first = await send(true);
    // Of some fields a form takes one, not both.
    return Object.keys(first.errors).length === 0 ? first : send(false);
  };
  const walkModals = async (user: string, depth = 0): Promise<void> => {
    const shown = slack.modals(user).at(-1);
    if (shown === undefined) return;
    modals.push(shown.view);
    const callback = textOf(shown.view.callback_id) ?? "";
    // Before it is sent: what is inside leads to forms of its own.
    const inside = pressables(shown.blocks).find(({ actionId }) => isNew(`modal ${actionId}`));
    if (depth < DEEP && inside !== undefined) {
      await press(user, { viewId: shown.id }, inside);
      return walkModals(user, depth + 1);
    }
    if (depth < DEEP && callback !== "" && !NOT_SENT.has(callback)) {
      const { status } = await submit(user, shown.blocks);
      await idle();
      const next = slack.modals(user).at(-1);
      if (status === 200 && next !== undefined && next.hash !== shown.hash) return walkModals(user, depth + 1);
    }
    while (slack.modals(user).length > 0) await slack.closeView({ user, all: true });
  };

  const onHome = (user: string) => pressables(objectsOf(slack.home(user)?.blocks));
  const go = async (user: string, path: Path): Promise<boolean> => {
    // A rep has no tabs: from their other pages one button leads back.
    for (const actionId of TABS.includes(path[0] ?? "") ? path : ["home_me", ...path]) {
      const found = onHome(user).find((one) => one.actionId === actionId);
      if (found !== undefined) await press(user, { home: user }, found);
      else if (actionId !== "home_me") return false;
    }
    return true;
  };
  const walkPage = async (user: string, path: Path): Promise<readonly Path[]> => {
    if (!(await go(user, path))) return [];
    const kind = kindOf(slack.home(user)?.view);
    const ways = onHome(user)
      .map(({ actionId }) => actionId)
      .filter((id) => NAVIGATION_ACTIONS.includes(id) && !TABS.includes(id) && !BACK.has(id))
      .filter((id) => path.length < FAR || id === PAGE_ON)
      .filter((id) => isNew(leadsFromAnywhere(id) ? `${user} ${id}` : `${kind} ${id}`));
    const next = () =>
      onHome(user).find(
        ({ actionId }) =>
          !NAVIGATION_ACTIONS.includes(actionId) && !NOT_PRESSED.has(actionId) && isNew(`${kind} ${actionId}`),
      );
    for (let found = next(); found !== undefined; found = next()) {
      await press(user, { home: user }, found);
      await walkModals(user);
      if (kindOf(slack.home(user)?.view) !== kind && !(await go(user, path))) break;
    }
    return ways.map((way) => [...path, way]);
  };

  return {
    /** The modals that answers to forms made, too, which no call made. */
    modals,
    /** Where Slack could not show an answer. */
    faults,
    /** Walks through all pages of somebody's Home, but for kinds that it has walked. */
    async home(user: string): Promise<void> {
      await slack.openHome(user);
      await idle();
      const tabs = onHome(user).flatMap(({ actionId }) => (TABS.includes(actionId) ? [[actionId]] : []));
      const paths: Path[] = tabs.length > 0 ? tabs : [[]];
      for (let path = paths.shift(); path !== undefined; path = paths.shift())
        paths.push(...(await walkPage(user, path)));
    },
    /** Types a command. */
    async command(user: string, command: string, text: string): Promise<void> {
      await slack.command({ user, command, text });
      await idle();
    },
    /** Presses each kind of button below what somebody was sent, the newest first, and below what comes of that. */
    async messages(user: string): Promise<void> {
      for (let times = 0; times < MOST_MESSAGES; times += 1) {
        const found = slack
          .visibleTo(user)
          .toReversed()
          .flatMap(({ ts, channel, blocks }) =>
            pressables(blocks).map((one) => ({ ...one, from: { messageTs: ts, channel } })),
          )
          .find(({ actionId }) => !NOT_PRESSED.has(actionId) && isNew(`message ${actionId}`));
        if (found === undefined) return;
        await press(user, found.from, found);
        await walkModals(user);
      }
    },
  };
}

/** What a page of Home is of, whoever, whatever team and whichever metric it shows, and however far on it is. */
function kindOf(view: Json | undefined): string {
  const location = decodeLocation(textOf(view?.private_metadata));
  return location === null
    ? "none"
    : [location.tab, location.part, location.page > 0, location.person !== null].join(" ");
}

function leadsFromAnywhere(id: string): boolean {
  return id.startsWith("home_") && id !== PAGE_ON;
}
