import { parseEnv } from "../src/config/config";
import { openStorage } from "../src/storage";
import { inFolder } from "./support/env/data-folder";
import { memoryLog } from "./support/fakes/memory-log";

describe("the database that a command opens", () => {
  it(
    "is said to be another than Docker's, where Docker has one",
    inFolder(async ({ dir }) => {
      const opened = async (env: NodeJS.ProcessEnv) => {
        const said: string[] = [];
        const config = parseEnv(
          { SLACK_BOT_TOKEN: "xoxb-of-tests", DATA_DIR: dir, MONGOD_BINARY: process.env.MONGOD_BINARY },
          "command",
        );
        const deps = { env: { ...process.env, ...env }, log: memoryLog(), say: (line: string) => said.push(line) };
        await (await openStorage(config, deps)).close();
        return said.join("\n");
      };

      expect(await opened({ MONGODB_PASSWORD: "of-docker" })).toContain(
        "for that one use docker compose exec paceline",
      );
      expect(await opened({ MONGODB_PASSWORD: "" })).not.toContain("Docker");
    }),
    60_000,
  );
});
