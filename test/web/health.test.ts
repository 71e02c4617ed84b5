import { healthRoute } from "../../src/web/health";
import { type Served, serve } from "../support/env/served-routes";

describe("GET /healthz", () => {
  let served: Served;
  let database: () => Promise<void>;
  beforeAll(async () => {
    served = await serve(healthRoute(() => database()));
  });
  afterAll(() => served.close());

  it("answers 200 while the database answers", async () => {
    database = async () => {};

    const response = await fetch(served.url);

    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  });

  it("answers 503 when it does not, without a word of the reason", async () => {
    database = async () => {
      throw new Error("mongodb://user:secret@host refused");
    };

    const response = await fetch(served.url);

    expect([response.status, await response.json()]).toEqual([
      503,
      { status: "unavailable", database: "does not answer" },
    ]);
  });
});
