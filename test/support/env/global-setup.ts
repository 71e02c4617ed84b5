import { tmpdir } from "node:os";
import { startEmbeddedMongo } from "../../../src/database/embedded/embedded";
import { ownFolder } from "../../../src/database/embedded/own-folder";
import { forTeardown } from "./test-server";

/** One real MongoDB for the whole run; MONGODB_TEST_URI names another. */
export default async function globalSetup(): Promise<void> {
  const given = process.env.MONGODB_TEST_URI ?? process.env.PACELINE_TEST_MONGODB_URI;
  if (given !== undefined) {
    process.env.PACELINE_TEST_MONGODB_URI = given;
    return;
  }
  const dir = await ownFolder(tmpdir(), "paceline-test-");
  const mongo = await startEmbeddedMongo({ dir, env: process.env, say: (line) => process.stderr.write(`${line}\n`) });
  process.env.PACELINE_TEST_MONGODB_URI = mongo.uri;
  forTeardown({ mongo, dir });
}
