import { verifyRecords } from "../../src/sources/verify-records";

/** Mails with two copies each under a list that came empty, of which all are still there. */
async function verified(mails: number, { approved = false } = {}) {
  const asked = { walks: 0, looks: 0 };
  const ids = Array.from({ length: 2 * mails }, (_, at) => `${at}`);
  const records = await verifyRecords<string>({
    ...{ ids, approved, listed: new Set<string>(), pages: 1 },
    walkAgain: async () => {
      asked.walks += 1;
      return new Map();
    },
    lookUp: async (id) => {
      asked.looks += 1;
      return `record ${id}`;
    },
  });
  return { ...asked, deleted: [...records.values()].filter((record) => record === null).length };
}

describe("records under a list that came empty twice", () => {
  it("are each asked for while no admin was, also where a mail has several copies", async () => {
    expect(await verified(40)).toEqual({ walks: 0, looks: 80, deleted: 0 });
  });

  it("are gone where an admin said that so many may be", async () => {
    expect(await verified(51)).toEqual({ walks: 0, looks: 102, deleted: 0 });
    expect(await verified(51, { approved: true })).toEqual({ walks: 1, looks: 0, deleted: 102 });
    expect(await verified(26, { approved: true })).toEqual({ walks: 1, looks: 0, deleted: 52 });
  });
});

describe("records that are asked for without an answer that says whether they are there", () => {
  const asked = async (listed: readonly string[], again: readonly string[], approved = false) =>
    Object.fromEntries(
      await verifyRecords<string>({
        ...{ ids: ["1", "2"], approved, listed: new Set(listed), pages: 5 },
        walkAgain: async () => new Map(again.map((id) => [id, `record ${id}`])),
        lookUp: async () => undefined,
      }),
    );

  it("are gone where a second walk agrees with the first and lists them no more", async () => {
    expect(await asked(["8", "9"], ["8", "9"])).toEqual({ 1: null, 2: null });
    expect(await asked(["8", "9"], ["2", "8", "9"])).toEqual({ 1: null, 2: "record 2" });
  });

  it("stand where it does not agree, and where nothing was listed at all", async () => {
    expect(await asked(["8", "9"], ["2", "9"])).toEqual({ 2: "record 2" });
    expect(await asked([], [])).toEqual({});
  });

  it("are gone where nothing was listed twice and an admin said that it is right", async () => {
    expect(await asked([], [], true)).toEqual({ 1: null, 2: null });
    expect(await asked([], ["2"], true)).toEqual({ 1: null, 2: "record 2" });
  });
});
