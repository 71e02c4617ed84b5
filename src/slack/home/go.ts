import type { Room } from "../room";
import { orTrouble } from "../trouble";
import { placeOf } from "./place";
import { type HomeListener, valueOfAction } from "./presses";

/** A tab or another way about App Home. Whether one may look there is settled when the page is drawn. */
export function go({ needs, homes }: Room): HomeListener {
  return async ({ ack, body, action }) => {
    await ack();
    const userId = body.user.id;
    const place = placeOf(valueOfAction(action));
    if (place !== null) homes.lookAt(userId, place);
    const tell = ({ text }: { text: string }) => homes.publishPlain(userId, text);
    await orTrouble(needs, { doing: "a page of Home", userId, tell }, () => homes.publish(userId, body.view?.hash));
  };
}
