import type { Answer } from "../fake-api/exchange";
import type { JustCallAccount, JustCallUser } from "./account";
import { type ListRequest, listPage, paging, refused } from "./answers";

/** `GET /users`: by id, 50 a page unless asked otherwise. */
export function listUsers({ users }: JustCallAccount, asked: ListRequest): Answer {
  const pages = paging(asked.query, { perPage: 50 });
  if ("refusal" in pages) return refused(400, pages.refusal);
  const matches = asked.query.order === "desc" ? [...users.all()].reverse() : users.all();
  return listPage({ ...asked, ...pages, path: "/users", matches, start: pages.page * pages.perPage, wire: wireUser });
}

/** `GET /users/{id}` */
export function readUser({ users }: JustCallAccount, id: number): Answer {
  const user = users.get(id);
  if (user === undefined) return refused(404, "User not found");
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
