import { z } from "zod";
import type { Answer, VendorRequest } from "../fake-api/exchange";
import type { CopperAccount } from "./account";
import { readActivity, searchActivities } from "./activities";
import { NOT_FOUND, ok, PAGING, pageOf, refused, searched } from "./answers";
import { readOpportunity, searchOpportunities } from "./opportunities";
import { webhookRoute } from "./webhooks";

export interface Asked {
  readonly request: VendorRequest;
  readonly totalOver: number;
  /** Whose key it is. */
  readonly email: string;
}

const UsersBody = z.strictObject(PAGING);

/** The answer to an authorised request. */
export function routed(account: CopperAccount, asked: Asked): Answer {
  const { method, path, body } = asked.request;
  if (typeof body === "string") return refused(400, "Invalid JSON");
  switch (`${method} ${path}`) {
    case "GET /account":
      return ok({ id: account.id, name: account.name });
    case "GET /users/me":
      return ok(keyOwner(account, asked.email));
    case "POST /users/search":
      return searched(UsersBody, body, (paging) =>
        pageOf(account.users.all(), { ...paging, totalOver: asked.totalOver }),
      );
    case "GET /activity_types":
      return ok(account.activityTypes);
    case "GET /pipelines":
      return ok(account.pipelines);
    case "GET /pipeline_stages":
      return ok(stages(account));
    case "POST /activities/search":
      return searchActivities(account, { body, totalOver: asked.totalOver });
    case "POST /opportunities/search":
      return searchOpportunities(account, { body, totalOver: asked.totalOver });
    default:
      if (path.startsWith("/webhooks")) return webhookRoute(account, asked.request);
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

function readById(account: CopperAccount, path: string): Answer {
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
