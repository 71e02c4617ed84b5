import { KeyedQueue } from "../../src/lib/concurrency";

describe("a keyed queue", () => {
  it("lets one begin when the one before has ended, failed or not, and others go side by side", async () => {
    const queue = new KeyedQueue();
    const done: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = queue.run("ana", async () => {
      await held;
      done.push("ana 1");
      throw new Error("no");
    });
    const next = queue.run("ana", async () => done.push("ana 2"));
    await queue.run("bob", async () => done.push("bob"));
    release();

    await expect(slow).rejects.toThrow("no");
    await next;

    expect(done).toEqual(["bob", "ana 1", "ana 2"]);
  });
});
