import type { ApiResponse } from "../fake-api/exchange";
import type { JustCallAccount, JustCallUser } from "./account";
import { errorResponse, type ListRequest, listPage, paging } from "./responses";

/** `GET /users`: by id, 50 a page unless asked otherwise. */
export function listUsers({ users }: JustCallAccount, request: ListRequest): ApiResponse {
  const pages = paging(request.query, { perPage: 50 });
  if ("refusal" in pages) return errorResponse(400, pages.refusal);
  const matches = request.query.order === "desc" ? [...users.all()].reverse() : users.all();
  return listPage({ ...request, ...pages, path: "/users", matches, start: pages.page * pages.perPage, wire: wireUser });
}

/** `GET /users/{id}` */
export function readUser({ users }: JustCallAccount, id: number): ApiResponse {
  const user = users.get(id);
  if (user === undefined) return errorResponse(404, "User not found");
  return { status: 200, body: { status: "success", data: wireUser(user) } };
}

function wireUser({ id, name, email, role, timezone, available }: JustCallUser): unknown {
  return {
    id,
    role,
    name,
    email,
    extension: 100 + (id % 100),
    groups: [],
    owned_numbers: [],
    shared_numbers: [],
    created_at: "2025-01-15",
    last_login_timestamp: "2026-10-01 15:00:00",
    timezone,
    working_hours_type: "Custom",
    available: available ? "Yes" : "No",
    unavailability_reason: "",
    on_call: "No",
  };
}
