import { OpenHomes } from "../../../src/slack/home/homes";

const at = (time: string) => new Date(`2026-10-28T${time}Z`);

describe("open pages", () => {
  it("are those opened within the hour, the longest open first", () => {
    const open = new OpenHomes();
    open.note("U1", at("10:00:00"));
    open.note("U2", at("10:30:00"));
    open.note("U3", at("10:40:00"));
    open.note("U2", at("10:50:00"));

    expect(open.at(at("11:00:00"))).toEqual(["U1", "U3", "U2"]);
    expect(open.at(at("11:00:01"))).toEqual(["U3", "U2"]);
  });
});
