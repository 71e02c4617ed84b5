import { useEffect, useState } from "preact/hooks";
import { jsonOf } from "../../slack/json";
import { keep, kept } from "../state/local-storage";
import { type Desk, dmOf, homeOf, modalsOf } from "../state/page-context";
import type { View } from "../state/snapshot";
import { FRESH, memoryFrom, remembered, type Seen, stepOf, type TourMemory } from "./memory";
import type { TourStep } from "./steps";

/** The tour as it stands, and what one can do with it. */
export interface Tour {
  readonly memory: TourMemory;
  /** `null` at the end. */
  readonly step: TourStep | null;
  skip(): void;
  hide(hidden: boolean): void;
  restart(): void;
}

export function useTour(desk: Desk): Tour {
  const [memory, setMemory] = useState(() => memoryFrom(kept("tour")));
  const change = (next: TourMemory) => {
    keep("tour", next);
    setMemory(next);
  };
  useEffect(() => {
    const next = remembered(memory, seenBy(desk));
    if (JSON.stringify(next) !== JSON.stringify(memory)) change(next);
  }, [desk.snapshot, desk.place, memory]);
  const step = stepOf(memory);
  return {
    memory,
    step,
    skip: () => step !== null && change({ ...memory, over: [...memory.over, step.id] }),
    hide: (hidden) => change({ ...memory, hidden }),
    restart: () => change({ ...FRESH, marks: memory.marks }),
  };
}

function isWhy({ view }: View): boolean {
  return jsonOf(view.title).text === "Why this number?";
}

function seenBy({ snapshot, place, me }: Desk): Seen {
  const { workspace, stage } = snapshot;
  const mine = workspace.messages.filter(({ channel, author }) => {
    return channel === dmOf(snapshot) && author === workspace.bot.userId;
  });
  const texts = mine.map(({ text }) => text);
  return {
    me: me.id,
    place: place.kind,
    homeShown: homeOf(snapshot) !== null,
    mornings: texts.filter((text) => text.startsWith("Your goals for ")),
    whyShown: modalsOf(snapshot).some(isWhy) || texts.some((text) => /\brecords? counts?\b/.test(text)),
    reports: texts.filter((text) => /^\S+ Synced /.test(text)),
    done: stage.done,
  };
}
