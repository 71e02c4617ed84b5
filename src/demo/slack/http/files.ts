import type { IncomingMessage } from "node:http";
import { mimeOf } from "../state/files";
import type { ApiDesk } from "./api";
import type { Reply } from "./exchange";
import { bearer } from "./token";
import { withFaults } from "./with-faults";

/** What Slack answers, with 200, to whoever may not have the file. */
const SIGN_IN = "<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to your workspace</body></html>";

/** Answers `/files-pri/TEAM-FILE/…`: the file's bytes to the app's token if it may read files, else the page to sign in. */
export function answerFile(desk: ApiDesk, request: IncomingMessage): Promise<Reply | null> {
  return withFaults(desk.faults, "files-pri", () => {
    if (bearer(request) !== desk.token || !desk.scopes.includes("files:read")) return page();
    const id = /^\/files-pri\/[^/]*-(F\d+)\//.exec(request.url ?? "")?.[1] ?? "";
    const file = desk.world.files.find(id);
    if (file === undefined) return { status: 404, headers: { "content-type": "text/html" }, body: "Not found" };
    return { status: 200, headers: { "content-type": mimeOf(file) }, body: file.bytes };
  });
}

function page(): Reply {
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: SIGN_IN };
}
