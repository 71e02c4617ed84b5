import { useEffect, useState } from "preact/hooks";
import { jsonOf } from "../../slack/json";
import { loadLocal, saveLocal } from "../state/local-storage";
import { dmOf, homeOf, modalsOf, type PageContext } from "../state/page-context";
import type { View } from "../state/snapshot";
import { advanceTour, decodeMemory, NEW_TOUR, stepOf, type TourInput, type TourMemory } from "./memory";
import type { TourStep } from "./steps";

/** The state of the tour, and its actions. */
export interface Tour {
  readonly memory: TourMemory;
  /** `null` at the end. */
  readonly step: TourStep | null;
  skip(): void;
  hide(hidden: boolean): void;
  restart(): void;
}

export function useTour(page: PageContext): Tour {
  const [memory, setMemory] = useState(() => decodeMemory(loadLocal("tour")));
  const change = (next: TourMemory) => {
    saveLocal("tour", next);
    setMemory(next);
  };
  useEffect(() => {
    const next = advanceTour(memory, tourInput(page));
    if (JSON.stringify(next) !== JSON.stringify(memory)) change(next);
  }, [page.snapshot, page.location, memory]);
  const step = stepOf(memory);
  return {
    memory,
    step,
    skip: () => step !== null && change({ ...memory, over: [...memory.over, step.id] }),
    hide: (hidden) => change({ ...memory, hidden }),
    restart: () => change({ ...NEW_TOUR, marks: memory.marks }),
  };
}

function isTitled(title: string): (view: View) => boolean {
  return ({ view }) => jsonOf(view.title).text === title;
}

function tourInput({ snapshot, location, me }: PageContext): TourInput {
  const { workspace, controls } = snapshot;
  const mine = workspace.messages.filter(({ channel, author }) => {
    return channel === dmOf(snapshot) && author === workspace.bot.userId;
  });
  const texts = mine.map(({ text }) => text);
  return {
    me: me.id,
    location: location.kind,
    homeShown: homeOf(snapshot) !== null,
    digests: texts.filter((text) => text.startsWith("Your goals for ")),
    whyShown:
      modalsOf(snapshot).some(isTitled("Why this number?")) ||
      texts.some((text) => /\brecords?(?:, all)? counted\b/.test(text)),
    boardShown: modalsOf(snapshot).some(isTitled("Preview and save")),
    reports: texts.filter((text) => /^\S+ Synced /.test(text)),
    done: controls.done,
  };
}
