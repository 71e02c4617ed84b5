import { KeyedQueue } from "../../../src/slack/platform/keyed-queue";

describe("Turns", () => {
  it("lets one begin when the one before has ended, failed or not, and others go side by side", async () => {
    const turns = new KeyedQueue();
    const told: string[] = [];
    const slow = turns.run("ana", async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      told.push("ana 1");
      throw new Error("no");
    });
    const next = turns.run("ana", async () => told.push("ana 2"));
    const other = turns.run("bob", async () => told.push("bob"));

    await expect(slow).rejects.toThrow("no");
    await Promise.all([next, other]);

    expect(told).toEqual(["bob", "ana 1", "ana 2"]);
  });
});
