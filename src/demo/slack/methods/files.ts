import { fileObject } from "../state/files";
import { Refusal } from "../state/refusal";
import type { Method } from "./method";

export const filesInfo: Method = (args, world) => {
  const file = world.files.find(args.need("file"));
  if (file === undefined) throw new Refusal("file_not_found");
  const object = fileObject(file, { origin: world.origin(), teamId: world.team.id });
  return { file: object, comments: [], response_metadata: { next_cursor: "" } };
};
