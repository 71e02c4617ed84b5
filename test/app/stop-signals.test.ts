import { EventEmitter } from "node:events";
import { onStopSignals } from "../../src/app/stop-signals";

describe("the signals that stop a process", () => {
  const heard = () => {
    const from = new EventEmitter();
    const told: string[] = [];
    let ms = 0;
    onStopSignals(Object(from), {
      clock: () => ms,
      first: (signal) => told.push(signal),
      again: () => told.push("again"),
    });
    return {
      told,
      at: (after: number, signal: string) => {
        ms = after;
        return from.emit(signal, signal);
      },
    };
  };

  it.each(["SIGTERM", "SIGINT"])("are heard once, though one press of a key may bring two (%s)", (signal) => {
    const { told, at } = heard();

    // Whether it is heard at all: nobody who listens means that it kills.
    expect([at(0, signal), at(74, signal), at(1_400, "SIGINT")]).toEqual([true, true, true]);

    expect(told).toEqual([signal]);
  });

  it("mean that somebody does not want to wait when they come again later", () => {
    const { told, at } = heard();

    at(0, "SIGINT");
    at(1_500, "SIGINT");

    expect(told).toEqual(["SIGINT", "again"]);
  });
});
