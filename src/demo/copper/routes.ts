import { z } from "zod";
import type { ApiRequest, ApiResponse } from "../fake-api/exchange";
import type { CopperAccount } from "./account";
import { readActivity, searchActivities } from "./activities";
import { readOpportunity, searchOpportunities } from "./opportunities";
import { errorResponse, NOT_FOUND, ok, PAGING, pageOf, searchResponse } from "./responses";
import { webhookRoute } from "./webhooks";

export interface RouteContext {
  readonly request: ApiRequest;
  readonly totalOver: number;
  /** The email address of the key's owner. */
  readonly email: string;
}

const UsersBody = z.strictObject(PAGING);

/** Routes an authorized request to its response. */
export function route(account: CopperAccount, context: RouteContext): ApiResponse {
  const { method, path, body } = context.request;
  if (typeof body === "string") return errorResponse(400, "Invalid JSON");
  switch (`${method} ${path}`) {
    case "GET /account":
      return ok({ id: account.id, name: account.name });
    case "GET /users/me":
      return ok(keyOwner(account, context.email));
    case "POST /users/search":
      return searchResponse(UsersBody, body, (paging) =>
        // In an order of its own, as none is documented.
        pageOf(account.users.all().toReversed(), { ...paging, totalOver: context.totalOver }),
      );
    case "GET /activity_types":
      return ok(account.activityTypes);
    case "GET /pipelines":
      return ok(account.pipelines);
    case "GET /pipeline_stages":
      return ok(stages(account));
    case "POST /activities/search":
      return searchActivities(account, { body, totalOver: context.totalOver });
    case "POST /opportunities/search":
      return searchOpportunities(account, { body, totalOver: context.totalOver });
    default:
      if (path.startsWith("/webhooks")) return webhookRoute(account, context.request);
      return method === "GET" ? readById(account, path) : NOT_FOUND;
  }
}

function keyOwner({ users }: CopperAccount, email: string): unknown {
  const owner = users.all().find((user) => user.email.toLowerCase() === email.toLowerCase());
  return owner ?? { id: 1, name: "Integration", email };
}

function stages({ pipelines }: CopperAccount): readonly { readonly pipeline_id: number }[] {
  return pipelines.flatMap(({ id, stages }) => stages.map((stage) => ({ ...stage, pipeline_id: id })));
}

function readById(account: CopperAccount, path: string): ApiResponse {
  const [, list, id] = /^\/(activities|opportunities|users|pipeline_stages\/pipeline)\/(\d+)$/.exec(path) ?? [];
  switch (list) {
    case "activities":
      return readActivity(account, Number(id));
    case "opportunities":
      return readOpportunity(account, Number(id));
    case "users":
      return account.users.get(Number(id)) ? ok(account.users.get(Number(id))) : NOT_FOUND;
    case "pipeline_stages/pipeline":
      return ok(stages(account).filter(({ pipeline_id }) => pipeline_id === Number(id)));
    default:
      return NOT_FOUND;
  }
}
