import type { Delivery } from "../../../../src/digests/delivery/delivery";
import { SCOPES } from "../../../../src/slack/platform/probe";
import { day } from "../../../../src/time/day";
import { saveFigures } from "../../builders/goals";
import { aTeam } from "../../builders/teams";
import { closedAfterEach } from "../../env/closed-after-each";
import { testDatabase } from "../../env/database";
import { eventually } from "../../wait";
import { type GoalsHarness, goalsHarness } from "../goals";
import { postingProcess } from "./posting";

/** The channel of West's board. */
export const CHANNEL = "C0SALES";

interface ShownBlock {
  readonly elements?: readonly { readonly action_id?: string; readonly value?: string }[];
}

/**
 * Opens the real app with the real outbox: Ana and Ben are reps, of West and of East; Max manages West, whose board goes to #sales; Ned is an
 * admin. It is 5:05 PM of a Wednesday, and the app is in #sales. Call it where `describe` is called.
 */
export function postedBoards() {
  const test = testDatabase();
  const closed = closedAfterEach();
  return async ({ board = {}, reads = true }: { readonly board?: object; readonly reads?: boolean } = {}) => {
    let opened: GoalsHarness | null = null;
    const process = postingProcess(test.db, () => {
      if (opened === null) throw new Error("Nothing is posted before the app is open");
      return opened;
    });
    const scopes = [...SCOPES, ...(reads ? ["channels:read", "groups:read"] : [])];
    const harness = closed(await goalsHarness(test, { digests: process.digests, boards: process.boards, scopes }));
    opened = harness;
    await harness.app.client.conversations.join({ channel: CHANNEL });
    const teams = test.db.collection<{ _id: string }>("teams");
    await teams.insertMany([
      aTeam("west", { name: "West", people: ["U0ANA"], managers: ["U0MAX"], channel: CHANNEL, board }),
      aTeam("east", { name: "East", people: ["U0BEN"] }),
    ]);
    // Whoever has an account at a source is on a board.
    const account = { $set: { justcallEmail: "ana@acme.example" } };
    await test.db.collection<{ _id: string }>("users").updateOne({ _id: "U0ANA" }, account);
    const blocks = (user: string): readonly ShownBlock[] =>
      JSON.parse(JSON.stringify(harness.shown(user).at(-1)?.blocks ?? []));
    const says = (user = "U0MAX") => JSON.stringify(blocks(user));
    const newest = () => {
      const { channel = "", ts = "" } = harness.shown("U0MAX").at(-1) ?? {};
      return { user: "U0MAX", from: { channel, messageTs: ts }, actionId: "board_publish" };
    };
    return {
      ...harness,
      ...process,
      teams,
      /** A sync finds that Ana had so many calls the day before. */
      findCalls: async (value: number) => {
        await test.db.collection("metrics").deleteMany({});
        const type = "phone_call_quantity" as const;
        await saveFigures(test.db, {
          figures: [{ userId: "U0ANA", type, before: 1, value }],
          today: day("2026-10-28"),
        });
      },
      /** Somebody who had so many calls the day before is in West, too. */
      joinWest: async (userId: string, { calls: value }: { readonly calls: number }) => {
        const { members } = aTeam("west", { people: ["U0ANA", userId] });
        await teams.updateOne({ _id: "west" }, { $set: { members } });
        const email = { $set: { justcallEmail: `${userId}@acme.example` } };
        await test.db.collection<{ _id: string }>("users").updateOne({ _id: userId }, email);
        const figures = [{ userId, type: "phone_call_quantity" as const, before: 1, value }];
        await saveFigures(test.db, { figures, today: day("2026-10-28") });
      },
      deliveries: test.db.collection<Delivery>("deliveries"),
      /** The newest answer that somebody alone was shown, as JSON. */
      says,
      /** The button in it that posts. */
      button: (user = "U0MAX") =>
        blocks(user)
          .flatMap(({ elements = [] }) => elements)
          .find(({ action_id: id }) => id === "board_publish"),
      posted: () => process.standing(CHANNEL),
      /** Presses Max's newest button, and waits for nothing. */
      pressOnly: () => harness.slack.action(newest()),
      /** Presses it and waits for what stands in its place. */
      pressPost: async () => {
        const before = says();
        await harness.slack.action(newest());
        await eventually(() => says() !== before);
      },
    };
  };
}
