import { setTimeout as wait } from "node:timers/promises";
import { type Db, MongoServerError } from "mongodb";
import { mongoClient } from "../client";
import { type FolderKey, makeUser, memberLogin } from "./login";

/** The name of the embedded replica set. */
export const SET_NAME = "rs0";

/** 94: no set yet. 93: its configuration does not name us, because the port changed. 23: somebody else was quicker. */
const NOT_YET_INITIALIZED = 94;
const ALREADY_INITIALIZED = 23;

const POLL_MS = 25;
const PATIENCE_POLLS = 800;

/** Makes the server on this port the primary of a replica set of one, with whatever data it already has, and our user in it. */
export async function becomePrimary(port: number, key: FolderKey | null): Promise<void> {
  const login = key === null ? {} : memberLogin(key);
  const client = mongoClient(`mongodb://127.0.0.1:${port}/`, { directConnection: true, ...login });
  try {
    const admin = client.db("admin");
    await configure(admin, `127.0.0.1:${port}`);
    await untilPrimary(admin);
    if (key !== null) await makeUser(admin, key);
  } finally {
    await client.close();
  }
}

async function configure(admin: Db, host: string): Promise<void> {
  const config = await storedConfig(admin);
  const members = [{ _id: 0, host }];
  if (config === null) return initiate(admin, { _id: SET_NAME, members });
  if (config.members.length === 1 && config.members[0]?.host === host) return;
  // Forced, since on another port than before there is no primary that could agree.
  await admin.command({
    replSetReconfig: { ...config, version: config.version + 1, members: [{ ...config.members[0], ...members[0] }] },
    force: true,
  });
}

interface SetConfig {
  readonly version: number;
  readonly members: readonly { readonly host: string }[];
}

/** The one stored with the data, whether the server found itself in it or not. */
async function storedConfig(admin: Db): Promise<SetConfig | null> {
  try {
    await admin.command({ replSetGetConfig: 1 });
  } catch (error) {
    if (error instanceof MongoServerError && error.code === NOT_YET_INITIALIZED) return null;
    throw error;
  }
  return admin.client.db("local").collection<SetConfig>("system.replset").findOne({});
}

async function initiate(admin: Db, config: { _id: string; members: readonly object[] }): Promise<void> {
  try {
    await admin.command({ replSetInitiate: config });
  } catch (error) {
    if (error instanceof MongoServerError && error.code === ALREADY_INITIALIZED) return;
    throw error;
  }
}

async function untilPrimary(admin: Db): Promise<void> {
  for (let poll = 0; poll < PATIENCE_POLLS; poll += 1) {
    const { isWritablePrimary } = await admin.command({ hello: 1 });
    if (isWritablePrimary) return;
    await wait(POLL_MS);
  }
  throw new Error("The embedded MongoDB did not become primary within 20 seconds");
}
