import { isJson, type Json, listOf } from "../../../../src/demo/slack/json";
import type { DemoHarness } from "../demo/demo";

/** Something that the app gave Slack to show. */
export interface Shown {
  readonly kind: "message" | "modal" | "home";
  readonly payload: Json;
}

/** All messages, pages of Home and modals that the app gave Slack, and what it answered commands and buttons with. */
export function shownIn({ fakes: { slack } }: DemoHarness): readonly Shown[] {
  const called = slack.calls.flatMap(({ method, args }): Shown[] => {
    if (isJson(args.view)) return [{ kind: method === "views.publish" ? "home" : "modal", payload: args.view }];
    return method.startsWith("chat.") && Array.isArray(args.blocks) ? [{ kind: "message", payload: args }] : [];
  });
  const answered = slack.responses.flatMap(({ body }): Shown[] => {
    return isJson(body) && listOf(body.blocks).length > 0 ? [{ kind: "message", payload: body }] : [];
  });
  return [...called, ...answered];
}

const SENT = "type title submit close blocks private_metadata callback_id clear_on_close notify_on_close".split(" ");

/** A view as it was sent: without the ids and the state that Slack adds. */
export function asSent(view: Json): Json {
  const isSent = ([field, value]: [string, unknown]) => SENT.includes(field) && value !== undefined && value !== null;
  return Object.fromEntries(Object.entries(view).filter(isSent));
}
