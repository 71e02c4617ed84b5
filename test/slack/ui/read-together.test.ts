import { instantsOf, momentTogether, readTogether } from "../../../src/slack/ui/read-together";

const at = (time: string) => new Date(`2026-10-28T${time}Z`);

describe("sources that were read within minutes of each other", () => {
  it("are of one moment, the earliest, and one that was read long before or never keeps its own", () => {
    const sources = [at("22:08:05"), at("22:07:50"), at("21:00:00"), null].map((asOf) => ({ asOf }));

    expect(readTogether(sources).map(({ asOf }) => asOf?.toISOString().slice(11, 19) ?? null)).toEqual([
      ...["22:07:50", "22:07:50", "21:00:00", null],
    ]);
  });

  it("are told by nothing that was read later, nor five minutes before", () => {
    const all = instantsOf([
      { asOf: "2026-10-28T22:03:00Z" },
      { asOf: "2026-10-28T22:09:00Z" },
      { asOf: null },
      undefined,
    ]);

    expect(momentTogether(at("22:08:00"), all)).toEqual(at("22:08:00"));
    expect(momentTogether(at("22:07:59"), all)).toEqual(at("22:03:00"));
  });
});
