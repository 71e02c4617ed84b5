import { cached } from "../../src/lib/concurrency";
import { readById } from "../../src/sources/read-by-id";
import { SourceError } from "../../src/sources/source-error";

describe("looking records up", () => {
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
  });
  const look = (ids: readonly string[], { page = [] as string[], gone = [] as string[] } = {}) =>
    readById(ids, {
      many: async () => {
        asked.push("many");
        return new Map(page.map((id) => [id, `record ${id}`]));
      },
      one: async (id) => {
        asked.push(id);
        if (id === "odd") throw new SourceError("copper", "unexpected-answer", "odd");
        if (id === "401") throw new SourceError("copper", "credentials", "refused");
        return gone.includes(id) ? null : `record ${id}`;
      },
    });

  it("asks for three one by one, each once", async () => {
    const found = await look(["1", "2", "3", "1"], { gone: ["2"] });

    expect([...found]).toEqual([
      ["1", "record 1"],
      ["2", null],
      ["3", "record 3"],
    ]);
    expect(asked).toEqual(["1", "2", "3"]);
  });

  it("asks for more in one request, and then for those alone that it did not bring", async () => {
    const found = await look(["1", "2", "3", "4"], { page: ["9", "1", "2", "4"], gone: ["3"] });

    expect(found.get("3")).toBeNull();
    expect([...found.keys()]).toEqual(["1", "2", "3", "4"]);
    expect(asked).toEqual(["many", "3"]);
  });

  it("leaves out one that is answered strangely, and gives up when the key is refused", async () => {
    expect([...(await look(["1", "odd"]))]).toEqual([["1", "record 1"]]);
    await expect(look(["1", "401"])).rejects.toMatchObject({ fault: "credentials" });
  });
});

describe("what is remembered", () => {
  it("is loaded once for so long, and again after that or after a failure", async () => {
    let [now, loads] = [0, 0];
    const load = async () => {
      loads += 1;
      if (loads === 2) throw new Error("for once");
      return loads;
    };
    const value = cached(load, { ms: 1_000, clock: () => now });

    const first = [await value(), await value()];
    now = 1_000;
    const failed = await value().catch(() => "failed");
    const again = await value();

    expect([first, failed, again]).toEqual([[1, 1], "failed", 3]);
  });
});
