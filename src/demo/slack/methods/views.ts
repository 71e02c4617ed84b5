import { isPerson } from "../state/members";
import { invalidArguments, SlackError } from "../state/slack-error";
import type { ShownView } from "../state/views";
import type { Workspace } from "../state/workspace";
import type { Args, Method } from "./method";

export const viewsPublish: Method = (args, workspace) => {
  const member = workspace.members.get(args.required("user_id"));
  if (member === undefined || !isPerson(member)) throw invalidArguments("invalid `user_id`");
  return viewResponse(workspace.views.publish(member.id, args.json("view"), args.text("hash")), workspace);
};

export const viewsOpen: Method = (args, workspace) => {
  const user = workspace.triggers.exchange(args.text("trigger_id"));
  return viewResponse(workspace.views.open(user, args.json("view"), "alone"), workspace);
};

export const viewsPush: Method = (args, workspace) => {
  const user = workspace.triggers.exchange(args.text("trigger_id"));
  return viewResponse(workspace.views.open(user, args.json("view"), "on-top"), workspace);
};

export const viewsUpdate: Method = (args, workspace) => {
  const shown = viewOf(args, workspace);
  return viewResponse(workspace.views.update(shown, args.json("view"), args.text("hash")), workspace);
};

function viewOf(args: Args, workspace: Workspace): ShownView {
  const [id, externalId] = [args.text("view_id"), args.text("external_id")];
  if ((id === undefined) === (externalId === undefined)) throw invalidArguments("takes view_id or external_id");
  const found = workspace.views.find((each) =>
    id === undefined ? each.view.external_id === externalId : each.id === id,
  );
  if (found === undefined) throw new SlackError("not_found");
  return found;
}

function viewResponse(shown: ShownView, workspace: Workspace) {
  workspace.notify({ kind: shown.type, user: shown.user });
  return { view: workspace.views.object(shown) };
}
