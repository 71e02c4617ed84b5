import { PEOPLE } from "./workspace.mjs";

const { ana, maya, alex, gina } = PEOPLE;
const SALES = "channel/C0SALES001";
const WEST = "channel/C0WEST0003";

/** A report that has some of the columns alone, two of them under other names. */
const LACKING = [
  "SONum,Status,CustomerName,Date,Salesman,Total",
  "SO-2001,Issued,Harbor & Vine,10/27/2026,A. Torres,45.00",
].join("\r\n");

/** Rows that no order can be made of: an error of a spreadsheet, a number that lost its digits, a date that is none. */
const REFUSED = [
  "SO Number,SO Item ID,Account ID,Customer,Salesman,Issued date,Product,Total Price",
  "SO-2001,1,11,Harbor & Vine,A. Torres,10/27/2026,Merlot,#N/A",
  "1.02E+05,2,12,Corner Cellar,A. Torres,10/27/2026,Merlot,120.00",
  "SO-2003,3,12,Corner Cellar,A. Torres,soon,Merlot,80.00",
].join("\r\n");

/**
 * Every surface in the order in which it is drawn, since a sync, an import and the clock change what follows. `user` and `at`
 * are where it is; `go` does what brings it there and gives how many messages at the end of a conversation it is. One that
 * `stays` is in the modal that the surface before has opened.
 */
export const SURFACES = [
  surface("first-home", { user: ana, at: "home" }),
  surface("workspace", { user: ana, go: ({ drawer }) => drawer("Workspace") }),
  surface("commands", { user: ana, go: ({ write }) => write("/") }),
  surface("report-rep-first", { user: ana, go: ({ sync }) => sync(ana) }),
  surface("report-admin", { user: alex, go: ({ sync }) => sync(alex) }),
  // An hour later nobody is greeted any more.
  surface("home-rep", { user: ana, at: "home", go: ({ later }) => later() }),
  surface("home-manager", { user: maya, at: "home" }),
  surface("home-admin", { user: alex, at: "home" }),
  surface("history", { user: ana, at: "home", go: ({ press }) => press("History") }),
  surface("history-message", { user: ana, go: ({ type }) => type(ana, "/goals history") }),
  surface("goals", { user: ana, go: ({ type }) => type(ana, "/goals") }),
  surface("goals-team", { user: maya, go: ({ type }) => type(maya, "/goals team") }),
  surface("why", { user: ana, go: ({ type }) => type(ana, "/goals why calls") }),
  surface("trend", { user: ana, go: ({ type }) => type(ana, "/goals trend calls this month") }),
  surface("help", { user: ana, go: ({ type }) => type(ana, "/goals help") }),
  surface("help-sync", { user: ana, go: ({ type }) => type(ana, "/sync help") }),
  surface("not-understood", { user: ana, go: ({ type }) => type(ana, "/goals bord") }),
  surface("board-privately", { user: ana, go: ({ type }) => type(ana, "/goals board") }),
  surface("board-privately-manager", { user: maya, go: ({ type }) => type(maya, "/goals board") }),
  surface("board-form", { user: maya, at: "home", go: ({ chooseToDo }) => chooseToDo("More", "Leaderboard") }),
  surface("board-preview-one-metric", {
    user: maya,
    at: "home",
    stays: true,
    go: async ({ pick, press }) => {
      await pick("Metrics", ["Calls"]);
      await press("Preview");
    },
  }),
  // Saved, so that the mornings post it so.
  surface("board-saved", { user: maya, at: "home", stays: true, go: ({ save }) => save() }),
  // The morning posted West's as it was set then: with its new settings it may be posted again.
  surface("board-post-asks", {
    user: maya,
    go: async ({ type, ask }) => {
      await type(maya, "/goals board");
      await ask("Post again in #sales-west");
    },
  }),
  surface("board-posted-privately", {
    user: maya,
    go: async ({ ask, press, during, goTo }) => {
      await ask("Post again in #sales-west");
      await during(maya, { act: () => press("Post again") });
      // Each window has asked.
      await goTo({ user: maya });
    },
  }),
  surface("board-posted-by-hand", { user: maya, at: WEST }),
  surface("board-preview-all-metrics", {
    user: alex,
    at: "home",
    go: async ({ press, choose }) => {
      await press(/^Leaderboards/);
      await press("Change Everyone's leaderboard");
      await choose("Ranked by", "Percent of own goal");
      await press("Preview");
    },
  }),
  surface("goals-for-several", {
    user: maya,
    at: "home",
    go: async ({ chooseToDo, pick, choose, fill }) => {
      await chooseToDo("More", "Set goals for several");
      await pick("Who", ["Ana Torres", "Dev Patel"]);
      await choose("Metric", "Calls");
      await choose("Period", "Weekly, starts on a Monday");
      await fill("Target", "35");
    },
  }),
  surface("goals-for-several-review", { user: maya, at: "home", stays: true, go: ({ press }) => press("Review") }),
  surface("goals-for-several-saved", { user: maya, at: "home", stays: true, go: ({ save }) => save() }),
  surface("export", {
    user: maya,
    go: ({ during, goTo, chooseToDo }) =>
      during(maya, {
        act: async () => {
          await goTo({ user: maya, at: "home" });
          await chooseToDo("More", "Export CSV");
          await goTo({ user: maya });
        },
      }),
  }),
  surface("import-preview", {
    user: alex,
    go: ({ during, control }) => during(alex, { pattern: /Discard|Forget/, act: () => control("event.import") }),
  }),
  surface("import-applied", {
    user: alex,
    go: ({ during, press }) =>
      during(alex, {
        // Its sync follows.
        pattern: /goals? checked|could not be synced|syncing their days failed/,
        act: async () => {
          await press(/^Apply/);
          // The dialog that asks once more.
          await press("Apply");
        },
      }),
  }),
  surface("import-refused", { user: alex, go: ({ drop }) => drop(alex, { name: "orders.csv", text: LACKING }) }),
  surface("import-refused-rows", { user: alex, go: ({ drop }) => drop(alex, { name: "orders.csv", text: REFUSED }) }),
  surface("report-rep", {
    user: ana,
    go: async ({ control, sync }) => {
      await control("event.void");
      return sync(ana);
    },
  }),
  surface("report-admin-broken", {
    user: alex,
    go: async ({ control, sync }) => {
      await control("fault.justcall-down");
      return sync(alex);
    },
  }),
  surface("home-admin-broken", { user: alex, at: "home", go: ({ press }) => press(/^Admin/) }),
  surface("home-rep-broken", { user: ana, at: "home", go: ({ press }) => press("Back to my page") }),
  surface("health-before", {
    user: alex,
    at: "home",
    go: async ({ press }) => {
      await press(/^Admin/);
      await press(/^Health/);
    },
  }),
  surface("health", {
    user: alex,
    at: "home",
    stays: true,
    go: async ({ press, waitFor }) => {
      await press("Run check");
      await waitFor("Check again");
    },
  }),
  surface("home-guest", { user: gina, at: "home", go: ({ control }) => control("fault.justcall-down") }),
  surface("guest-types", { user: gina, go: ({ type }) => type(gina, "/sync") }),
  surface("controls", { user: ana, go: ({ drawer }) => drawer("Demo controls") }),
  surface("channel-before", { user: ana, at: SALES }),
  surface("digest", { user: ana, go: ({ morning }) => morning(ana, "clock.tomorrow") }),
  // The modal of its one Why?, at the figure that it opens with.
  surface("digest-why", { user: ana, go: ({ press }) => press("Why these numbers?") }),
  surface("board-posted", { user: ana, at: SALES }),
  surface("board-posted-one-metric", { user: maya, at: WEST }),
  surface("home-rep-morning", { user: ana, at: "home" }),
  surface("digest-first-of-month", { user: ana, go: ({ morning }) => morning(ana, "clock.monday") }),
  surface("team-recap", { user: maya, go: () => 1 }),
  surface("home-manager-monday", { user: maya, at: "home" }),
  surface("board-posted-monday", { user: ana, at: SALES }),
  surface("digest-monday", { user: ana, go: ({ morning }) => morning(ana, "clock.monday") }),
];

function surface(name, { user, at = "messages", stays = false, go = () => 0 }) {
  return { name, user, at, stays, go };
}
