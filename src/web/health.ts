import { answer, type WebRoute } from "./endpoint";

/** `GET /healthz`: 200 while the process runs and reaches its database, else 503. */
export function healthRoute(reachesDatabase: () => Promise<void>): WebRoute {
  return {
    path: "/healthz",
    method: "GET",
    handler: async (_request, response) => {
      const ok = await reachesDatabase().then(
        () => true,
        () => false,
      );
      const body = ok ? { status: "ok" } : { status: "unavailable", database: "does not answer" };
      answer(response, { status: ok ? 200 : 503, body });
    },
  };
}
