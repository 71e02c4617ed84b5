import { inGroups, sharedRead } from "../../src/lib/in-groups";
import { yieldEventLoop } from "../../src/lib/sleep";

/** Work that doubles numbers, refuses zero, and tells which groups it was given. */
function doubling({ most = 10 } = {}) {
  const groups: (readonly number[])[] = [];
  const double = inGroups({
    most,
    work: async (numbers: readonly number[]) => {
      groups.push(numbers);
      await yieldEventLoop();
      if (numbers.includes(0)) throw new RangeError("a zero");
      return numbers.map((number) => number * 2);
    },
  });
  return { double, groups };
}

describe("inGroups", () => {
  it("works on all that is asked for in one moment at once, and answers each with its own", async () => {
    const { double, groups } = doubling();

    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(groups).toEqual([[1, 2, 3]]);
  });

  it("begins a group after all in it was asked for: what comes while one is under way waits for the next", async () => {
    const { double, groups } = doubling();

    const first = double(1);
    await yieldEventLoop();
    await Promise.all([first, double(2), double(3)]);

    expect(groups).toEqual([[1], [2, 3]]);
  });

  it("makes no group larger than it may be", async () => {
    const { double, groups } = doubling({ most: 2 });

    await Promise.all([1, 2, 3, 4, 5].map(double));

    expect(groups).toEqual([[1, 2], [3, 4], [5]]);
  });

  it("begins the next group, however long one hangs", async () => {
    let begun = 0;
    const ask = inGroups({
      heldMs: 20,
      work: (numbers: readonly number[]) => {
        begun += 1;
        return begun === 1 ? new Promise<readonly number[]>(() => undefined) : Promise.resolve(numbers);
      },
    });

    void ask(1);
    await yieldEventLoop();

    await expect(ask(2)).resolves.toBe(2);
  });

  it("fails a group as a whole, and goes on with the next", async () => {
    const { double } = doubling();

    const results = await Promise.allSettled([1, 0, 3].map(double));

    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    await expect(double(4)).resolves.toBe(8);
  });
});

describe("sharedRead", () => {
  it("reads once for all who ask in one moment, and anew for whoever asks once it has begun", async () => {
    let reads = 0;
    const read = sharedRead(async () => {
      reads += 1;
      const found = reads;
      await yieldEventLoop();
      return found;
    });

    const early = [read(), read()];
    await yieldEventLoop();
    const late = read();

    expect(await Promise.all([...early, late])).toEqual([1, 1, 2]);
  });
});
