import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, Server } from "node:http";
import { type Answer, answerOf, fieldOf, HEALTH, isPaceline } from "../health-answer";
import { type Place, placeOf } from "./place";
import { checked, type Trial, type Try } from "./tries";

/** Says what is wrong with an address as somebody typed it; `null` for nothing. Paceline adds its own paths to it. */
export function publicUrlFault(given: string): string | null {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== "https:" && url?.protocol !== "http:") {
    return "Enter an address that begins with https://, such as https://paceline.acme.com.";
  }
  const isBare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  return isBare ? null : `Enter it without a path: ${url.origin}. Paceline adds its own, such as /slack/events.`;
}

const CERTIFICATE = /CERT|SELF_SIGNED|TLS|UNABLE_TO|DEPTH_ZERO/;

/**
 * Listens for a moment where Paceline will, and asks for itself through the public address. Where something listens there
 * already, a Paceline that runs counts. What isn't reached may be later, so no answer is a fault.
 */
export const tryPublicUrl: Try = checked({ own: ["PUBLIC_URL"], settings: ["HOST", "PORT"] }, async (config) => {
  const { PUBLIC_URL: url = "", HOST: host, PORT: port } = config;
  const nonce = randomUUID();
  const server = await listening(nonce, { host, port });
  const place = placeOf({ host, port });
  try {
    const answer = await answerOf(`${url}${HEALTH}`);
    if (server instanceof Server) return reachedTrial(answer, { nonce, place });
    if (isPaceline(answer)) return { kind: "right", says: ["Your running Paceline answers there."] };
    const isRunning = isPaceline(await answerOf(`${place.at}${HEALTH}`));
    return later(isRunning ? unreached(answer, place) : taken(place, server.code));
  } finally {
    if (server instanceof Server) {
      server.closeAllConnections();
      server.close();
    }
  }
});

function reachedTrial(answer: Answer, { nonce, place }: { readonly nonce: string; readonly place: Place }): Trial {
  if (answer.kind === "answered" && answer.text === nonce)
    return { kind: "right", says: ["This machine answers at that address."] };
  return later(unreached(answer, place));
}

/** Says what keeps Paceline from listening, which only a setting or a stopped program mends. */
function taken({ at }: Place, code: string): string {
  if (code !== "EADDRINUSE")
    return `Paceline can't listen at ${at} (${code}): set another HOST or PORT before you start it.`;
  return `Another program listens at ${at}: before you start Paceline, stop it, or set another PORT and forward the address there.`;
}

/** Says why the address does not lead here, and what to look at: most often a proxy's or tunnel's own setting. */
function unreached(answer: Answer, { at, isLoopback }: Place): string {
  const far = isLoopback ? " If it runs on another machine, set HOST=0.0.0.0." : "";
  const forward = `Does your proxy or tunnel run, and forward it to ${at}, where Paceline listens?${far}`;
  if (answer.kind === "answered")
    return `Not reachable yet: something else answers there (HTTP ${answer.status}). ${forward}`;
  if (answer.code === "ENOTFOUND")
    return "Not reachable yet: no machine has that name. Check its spelling and DNS entry.";
  if (CERTIFICATE.test(answer.code))
    return `Not reachable yet: its certificate isn't valid (${answer.code}), and Slack will refuse it, too.`;
  return `Not reachable yet (${answer.code}). ${forward}`;
}

function later(says: string): Trial {
  return { kind: "later", says: [says] };
}

/**
 * Starts a server that answers the nonce where a running Paceline tells its health, and elsewhere that it is not there yet: what
 * a sender gets a 200 for, it does not send again. The system's word where it may not listen.
 */
async function listening(
  nonce: string,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Server | { readonly code: string }> {
  const server = createServer((request, response) => {
    if (request.url === HEALTH) response.end(nonce);
    else response.writeHead(503).end();
  });
  try {
    server.listen(port, host);
    await once(server, "listening");
    return server;
  } catch (error) {
    const code = fieldOf(error, "code");
    return { code: typeof code === "string" ? code : "no reason" };
  }
}
