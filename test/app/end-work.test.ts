import { endWork } from "../../src/app/end-work";
import type { Sleep } from "../../src/lib/sleep";

describe("a process that ends", () => {
  let did: string[];
  /** A clock that is where it is waited to; what is waited for may end on the way. */
  function clocked(endsAt: number) {
    let [now, ended] = [0, () => {}];
    const work = new Promise<void>((resolve) => {
      ended = resolve;
    }).then(() => did.push(`work ended at ${now / 1_000} s`));
    const sleep: Sleep = async (milliseconds) => {
      const until = now + milliseconds;
      now = Math.min(until, Math.max(now, endsAt));
      if (now === endsAt) ended();
      // The work's end is heard first where it comes in time.
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      now = until;
    };
    const handOver = async () => {
      did.push(`sync handed over at ${now / 1_000} s`);
    };
    return { work, sleep, handOver, waited: () => did.push(`waited no more at ${now / 1_000} s`) };
  }
  const ends = async (endsAt: number) => {
    const { waited, ...ending } = clocked(endsAt);
    await endWork(ending);
    waited();
    return did;
  };
  beforeEach(() => {
    did = [];
  });

  it("keeps its sync while that ends within twelve seconds", async () => {
    expect((await ends(11_000)).slice(0, 1)).toEqual(["work ended at 11 s"]);
    expect(did.filter((one) => one.startsWith("sync"))).toEqual([]);
  });

  it("hands its sync over after twelve seconds, and waits for all else", async () => {
    expect((await ends(15_000)).slice(0, 2)).toEqual(["sync handed over at 12 s", "work ended at 15 s"]);
  });

  it("waits for nothing longer than twenty seconds", async () => {
    expect(await ends(60_000)).toEqual(["sync handed over at 12 s", "waited no more at 20 s"]);
  });
});
