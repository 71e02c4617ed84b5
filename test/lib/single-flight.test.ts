import { singleFlight } from "../../src/lib/concurrency";

describe("singleFlight", () => {
  it("shares what runs with whoever asks meanwhile, and begins anew after it", async () => {
    const flight = singleFlight();
    const begun: string[] = [];
    const work = (name: string) => async () => void begun.push(name);

    const first = flight.run(work("first"));
    const second = flight.run(work("second"));
    await Promise.all([first, second]);
    await flight.run(work("third"));

    expect(begun).toEqual(["first", "third"]);
  });

  it("is idle when what ran has ended, however it ended", async () => {
    const flight = singleFlight();
    const broken = flight.run(() => Promise.reject(new Error("broken")));
    expect(flight.running).toBe(true);

    await flight.idle();

    expect(flight.running).toBe(false);
    await expect(broken).rejects.toThrow("broken");
  });
});
