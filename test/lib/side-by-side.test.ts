import { sideBySide } from "../../src/lib/concurrency";
import { realSleep } from "../support/wait";

describe("work that is done side by side", () => {
  it("is begun in order, no more of it at a time than allowed, and its results stand in that order", async () => {
    const begun: number[] = [];
    let underWay = 0;
    let most = 0;
    const work = async (item: number) => {
      begun.push(item);
      underWay += 1;
      most = Math.max(most, underWay);
      await realSleep(item);
      underWay -= 1;
      return item * 10;
    };

    const results = await sideBySide([9, 1, 7, 3, 5], { most: 2, work });

    expect(results).toEqual([90, 10, 70, 30, 50]);
    expect(begun).toEqual([9, 1, 7, 3, 5]);
    expect(most).toBe(2);
  });

  it("begins nothing after a failure, which it throws once all that was under way has ended", async () => {
    const ended: number[] = [];
    const work = async (item: number) => {
      await realSleep(item);
      if (item === 1) throw new Error("the second failed");
      ended.push(item);
    };

    const all = sideBySide([20, 1, 2, 3], { most: 2, work });

    await expect(all).rejects.toThrow("the second failed");
    expect(ended).toEqual([20]);
  });

  it("is none where there is nothing to do", async () => {
    await expect(sideBySide([], { most: 2, work: () => Promise.reject(new Error("begun")) })).resolves.toEqual([]);
  });
});
