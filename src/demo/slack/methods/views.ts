import { isPerson } from "../state/members";
import { invalidArguments, Refusal } from "../state/slack-error";
import type { ShownView } from "../state/views";
import type { World } from "../state/workspace";
import type { Args, Method } from "./method";

export const viewsPublish: Method = (args, world) => {
  const member = world.members.get(args.need("user_id"));
  if (member === undefined || !isPerson(member)) throw invalidArguments("invalid `user_id`");
  return answer(world.views.publish(member.id, args.json("view"), args.text("hash")), world);
};

export const viewsOpen: Method = (args, world) => {
  const user = world.triggers.exchange(args.text("trigger_id"));
  return answer(world.views.open(user, args.json("view"), "alone"), world);
};

export const viewsPush: Method = (args, world) => {
  const user = world.triggers.exchange(args.text("trigger_id"));
  return answer(world.views.open(user, args.json("view"), "on-top"), world);
};

export const viewsUpdate: Method = (args, world) => {
  const shown = asked(args, world);
  return answer(world.views.update(shown, args.json("view"), args.text("hash")), world);
};

function asked(args: Args, world: World): ShownView {
  const [id, externalId] = [args.text("view_id"), args.text("external_id")];
  if ((id === undefined) === (externalId === undefined)) throw invalidArguments("takes view_id or external_id");
  const found = world.views.find((each) => (id === undefined ? each.view.external_id === externalId : each.id === id));
  if (found === undefined) throw new Refusal("not_found");
  return found;
}

function answer(shown: ShownView, world: World) {
  world.tell({ kind: shown.type, user: shown.user });
  return { view: world.views.object(shown) };
}
