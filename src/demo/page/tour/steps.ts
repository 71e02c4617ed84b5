/** What the tour decides by: what the page shows, never clicks on the tour itself. */
export interface TourSnapshot {
  /** What is open in the main part. */
  readonly location: "home" | "messages" | "channel";
  /** Whether the Home has been rendered. */
  readonly homeShown: boolean;
  /** The current person's digests, as plain text: this morning's is there from the start. */
  readonly digests: readonly string[];
  /** Whether the records behind a figure are shown, in a modal or in a message. */
  readonly whyShown: boolean;
  /** Whether the preview of a leaderboard is shown. */
  readonly boardShown: boolean;
  /** The sync reports that the current person sees, as plain text, oldest first. */
  readonly reports: readonly string[];
  /** Whether an action of the controls was run. */
  hasDone(action: string): boolean;
  /** How many of these reports came after an action was last run; 0 if it never was. */
  reportsSince(action: string): number;
}

/** One step of the tour. */
export interface TourStep {
  readonly id: string;
  readonly title: string;
  /** What to do, and what to look at. */
  readonly text: string;
  /** The `data-tour` of the element to highlight. */
  readonly target?: string;
  readonly done: (snapshot: TourSnapshot) => boolean;
}

/** The tour, in its order. */
export const STEPS: readonly TourStep[] = [
  {
    id: "sync",
    title: "Sync now",
    text: "Open Paceline's messages, type /sync and press Enter. Three sources are read side by side; the report says what is left today, what changed for you, and when it was updated.",
    target: "composer",
    done: ({ reports }) => reports.length > 0,
  },
  {
    id: "dashboard",
    title: "Your dashboard",
    text: "Open Paceline's Home. Every figure there matches /goals: one set of numbers.",
    target: "tab-home",
    done: ({ location, homeShown }) => location === "home" && homeShown,
  },
  {
    id: "stale",
    title: "Break a source",
    text: "Take JustCall down in the demo controls, then sync again. The earlier calls stay and don't drop to zero: in Home each of their figures says when JustCall was last read. Alex, an admin, gets a message about it within a minute.",
    target: "fault.justcall-down",
    done: ({ reports, reportsSince }) =>
      reportsSince("fault.justcall-down") > 0 && /JustCall\b[^.;]* could not be read/.test(reports.at(-1) ?? ""),
  },
  {
    id: "void",
    title: "Void an order",
    text: "Void an order in the demo controls and sync once more. Your sales fall by exactly that order: look at Home.",
    target: "event.void",
    done: ({ reportsSince }) => reportsSince("event.void") > 0,
  },
  {
    id: "why",
    title: "Why this number?",
    text: "Type /goals why calls in Paceline's messages, or press Why? below your goals in Home: every record that counts, and what doesn't with the reason.",
    target: "composer",
    done: ({ whyShown }) => whyShown,
  },
  {
    id: "board",
    title: "A team's leaderboard",
    text: "Become Maya, who manages the team West: her Home opens on who needs her. Choose Leaderboard under More there. Pick one metric and press Preview: it is what her channel will get each morning, with a bar chart. Save it, if you like: /goals board shows it, and posts it when you say so.",
    target: "people",
    done: ({ boardShown }) => boardShown,
  },
  {
    id: "morning",
    title: "Tomorrow morning",
    text: "Move the clock to tomorrow, 8:00 AM, in the demo controls: the team works on until evening, and Fishbowl's orders come in. In Paceline's messages each rep gets one digest that leads with what today asks, the channel gets one leaderboard; back and forth again brings nothing more. Then Monday, 8:00 AM, as Maya: her team's week, who reached what and who didn't.",
    target: "clock.tomorrow",
    done: ({ digests }) => new Set(digests.map(dayOfDigest)).size > 1,
  },
];

/** "Your goals for Thu, Oct 29": what a digest begins with, also one that was sent again. */
function dayOfDigest(text: string): string {
  return text.split(/[.:]/)[0] ?? "";
}
