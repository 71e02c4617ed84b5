import { WorkQueue } from "../../src/lib/work-queue";

/** Work that goes on until it is told to end, with the order in which its pieces began. */
function pieces() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const piece = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((done) => ends.set(name, () => done(name)));
  };
  return { begun, piece, end: (name: string) => ends.get(name)?.() };
}

/** Lets what is ready run, several rounds of the event loop. */
async function settle(): Promise<void> {
  for (let round = 0; round < 10; round++) await new Promise((done) => setImmediate(done));
}

describe("a queue of work", () => {
  it("lets so much begin at a time, the rest in its order as places come free", async () => {
    const { begun, piece, end } = pieces();
    const queue = new WorkQueue({ atOnce: 2, heldMs: 60_000 });
    const all = ["a", "b", "c", "d"].map((name) => queue.run(piece(name)));
    await settle();
    expect(begun).toEqual(["a", "b"]);
    end("b");
    await settle();
    expect(begun).toEqual(["a", "b", "c"]);
    for (const name of ["a", "c"]) end(name);
    await settle();
    end("d");
    expect(await Promise.all(all)).toEqual(["a", "b", "c", "d"]);
  });

  it("lets what the event loop has waiting go before work begins", async () => {
    const order: string[] = [];
    setImmediate(() => order.push("acknowledgment"));
    await new WorkQueue({ atOnce: 2, heldMs: 60_000 }).run(async () => order.push("work"));
    expect(order).toEqual(["acknowledgment", "work"]);
  });

  it("takes the place from work that holds it too long, which goes on all the same", async () => {
    const { begun, piece, end } = pieces();
    const queue = new WorkQueue({ atOnce: 1, heldMs: 5 });
    const slow = queue.run(piece("slow"));
    const next = queue.run(async () => "next");
    expect(await next).toBe("next");
    end("slow");
    expect(await slow).toBe("slow");
    expect(begun).toEqual(["slow"]);
  });

  it("hands the place on from work that fails, and the failure to whoever asked for it", async () => {
    const queue = new WorkQueue({ atOnce: 1, heldMs: 60_000 });
    const failing = queue.run(() => Promise.reject(new Error("no such page")));
    const next = queue.run(async () => "next");
    await expect(failing).rejects.toThrow("no such page");
    expect(await next).toBe("next");
  });
});
