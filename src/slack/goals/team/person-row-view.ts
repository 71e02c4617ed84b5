import type { Button, KnownBlock } from "@slack/types";
import { actions, section } from "../../ui/blocks";

/** How a surface begins somebody's row: who they are, as mrkdwn, and the button beside it, or those below it. */
export interface RowHead {
  readonly title: string;
  readonly accessory?: Button;
  readonly buttons?: readonly Button[];
}

/** A row with what its head has to press. */
export function personRow(text: string, { accessory, buttons = [] }: RowHead): readonly KnownBlock[] {
  const words = section(text);
  return [
    accessory === undefined ? words : { ...words, accessory },
    ...(buttons.length === 0 ? [] : [actions([...buttons])]),
  ];
}
