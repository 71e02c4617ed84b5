import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { warmUp } from "../../../src/slack/front/warm-up";

describe("the front's first requests to itself", () => {
  it("end, and leave nothing open, so that a front may start again", async () => {
    const folder = await mkdtemp(join(tmpdir(), "warm-"));
    const behind = join(folder, "server");
    await warmUp(behind, { clock: Date.now });
    const left = existsSync(behind);
    await warmUp(behind, { clock: Date.now });
    await rm(folder, { recursive: true });

    expect(left).toBe(false);
  });

  it("say what fails, where nothing can be listened on", async () => {
    await expect(warmUp("/nowhere/of/this/machine/server", { clock: Date.now })).rejects.toThrow(/ENOENT|EACCES/);
  });
});
