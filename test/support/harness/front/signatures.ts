import type { Db } from "mongodb";
import { sha256 } from "../../../../src/lib/sha256";
import { type SignatureStore, signatureStore } from "../../../../src/slack/platform/signature-store";
import { signatureWatch } from "../../../../src/slack/platform/signature-watch";
import { memoryLog } from "../../fakes/memory-log";

/** The verification token that Slack's requests have. */
export const TOKEN = "verification-token-of-tests";
const SECRET = "secret-of-tests";

/** Watches of processes that share a database, with what they wrote into it; made anew for each test. */
export function signatures({ db }: { readonly db: Db }) {
  const log = memoryLog();
  const noted: ("accept" | "refuse" | "refuse another's")[] = [];
  const store = (secret = SECRET) => signatureStore(db, secret);
  const kept = () =>
    db
      .collection<{ _id: string; refused?: { count: number } }>("settings")
      .findOne({ _id: `signatures:${sha256(SECRET).slice(0, 12)}` });
  return {
    /** What was written, in this order. */
    noted,
    store,
    kept,
    refused: () => store().refused(),
    logged: () => log.at("warn").map(({ message }) => message),
    /** Makes the watch of one more process. */
    watch(own: Pick<SignatureStore, "accept" | "refuse"> = store(), eachMs = 50) {
      const accept: SignatureStore["accept"] = async (token) => {
        await own.accept(token);
        noted.push("accept");
      };
      const refuse: SignatureStore["refuse"] = async (request) => {
        await own.refuse(request);
        noted.push(request.token === TOKEN ? "refuse" : "refuse another's");
      };
      return signatureWatch({ store: { ...store(), accept, refuse }, log, eachMs });
    },
  };
}
