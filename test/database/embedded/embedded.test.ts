import { once } from "node:events";
import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mongoClient } from "../../../src/database/client";
import { ends, inFolder, isRunning, notes, put } from "../../support/env/data-folder";

// mongod takes a second to stop: the tests wait side by side.
describe("startEmbeddedMongo", () => {
  it.concurrent(
    "starts again on its old data, on whatever port is free",
    inFolder(async (data) => {
      const first = await data.start();
      await put(first.uri, "kept");
      const pid = await data.pid();
      await first.stop();

      const second = await data.start();

      expect(isRunning(pid)).toBe(false);
      expect(second.uri).not.toBe(first.uri);
      expect(second.joined).toBe(false);
      expect(await notes(second.uri)).toEqual(["kept"]);
    }),
  );

  it.concurrent(
    "lets in nobody without the login of its folder, which nobody else on this machine may read",
    inFolder(async (data) => {
      await chmod(data.dir, 0o755);
      const { uri } = await data.start();
      await put(uri, "ours");
      const stranger = mongoClient(uri.replace(/\/\/[^@]+@/, "//"));

      const refused = await stranger
        .db("kept")
        .collection("notes")
        .find()
        .toArray()
        .catch((error) => error);
      await stranger.close();

      expect(refused).toMatchObject({ codeName: "Unauthorized" });
      expect(uri).toMatch(/^mongodb:\/\/paceline:[0-9a-f]{64}@127\.0\.0\.1:\d+\//);
      const shared = async (path: string) => ((await stat(path)).mode & 0o077) !== 0;
      const all = [data.dir, ...(await readdir(data.dir, { recursive: true })).map((name) => join(data.dir, name))];
      expect((await Promise.all(all.map(async (path) => ((await shared(path)) ? [path] : [])))).flat()).toEqual([]);
      expect(all.length).toBeGreaterThan(10);
    }),
  );

  it.concurrent(
    "joins the one that runs, which stops with whoever lets go last",
    inFolder(async (data) => {
      const owner = await data.start();
      const pid = await data.pid();
      const joiner = await data.start();
      await owner.stop();

      await put(joiner.uri, "still there");

      expect(joiner).toMatchObject({ uri: owner.uri, joined: true });
      expect(await notes(joiner.uri)).toEqual(["still there"]);
      await joiner.stop();
      expect(isRunning(pid)).toBe(false);
    }),
  );

  it.concurrent(
    "has one owner when several start at once",
    inFolder(async (data) => {
      const all = await Promise.all([1, 2, 3].map(() => data.start()));

      expect(all.filter(({ joined }) => !joined)).toHaveLength(1);
      expect(new Set(all.map(({ uri }) => uri)).size).toBe(1);
    }),
  );

  it.concurrent(
    "ends when its only user is killed, and loses nothing",
    inFolder(async (data) => {
      const user = await data.startElsewhere();
      const pid = await data.pid();
      const joined = await data.start();
      await put(joined.uri, "written before the kill");
      await joined.stop();
      expect(isRunning(pid)).toBe(true);

      user.kill("SIGKILL");

      expect(await ends(pid)).toBe(true);
      expect(await notes((await data.start()).uri)).toEqual(["written before the kill"]);
    }),
  );

  it.concurrent(
    "goes on for one who joined when its owner is killed",
    inFolder(async (data) => {
      const owner = await data.startElsewhere();
      const joiner = await data.start();

      owner.kill("SIGKILL");
      await once(owner, "exit");
      await put(joiner.uri, "after the kill");

      expect(await notes(joiner.uri)).toEqual(["after the kill"]);
    }),
  );

  it.concurrent(
    "takes the data back from a mongod whose keeper was killed",
    inFolder(async (data) => {
      const first = await data.start();
      await put(first.uri, "kept");
      const orphan = await data.pid();
      process.kill(await parentOf(orphan), "SIGKILL");

      const second = await data.start();

      expect(await ends(orphan)).toBe(true);
      expect(await notes(second.uri)).toEqual(["kept"]);
    }),
  );

  it.concurrent(
    "says that another copy uses the data when it cannot be joined",
    inFolder(async (data) => {
      const owner = await data.start();
      await writeFile(join(data.dir, "server.json"), "half a li");

      const second = data.start({ tries: 2 });

      await expect(second).rejects.toThrow(
        `Another copy of Paceline is using this data folder (${data.dir}): stop it, or set DATA_DIR.`,
      );
      await put(owner.uri, "undisturbed");
    }),
  );

  it.concurrent(
    "says what mongod itself complains of",
    inFolder(async (data) => {
      await data.start().then((mongo) => mongo.stop());
      await writeFile(join(data.dir, "db", "WiredTiger.turtle"), "nonsense");

      const start = data.start();

      await expect(start).rejects.toThrow(/^MongoDB cannot start on .*\/db: mend what it says, or name another folder/);
    }),
  );
});

async function parentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
}
