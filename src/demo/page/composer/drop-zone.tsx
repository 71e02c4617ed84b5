import type { ComponentChildren, TargetedDragEvent } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "../state/page-context";

interface DropZoneProps {
  readonly channel: string;
  readonly children: ComponentChildren;
}

/** A conversation that takes dropped files; for the keyboard there is the attach button. */
export function DropZone({ channel, children }: DropZoneProps) {
  const { over, handlers } = useDrop(channel);
  return (
    <div id="panel-messages" class="panel drop-zone" role="tabpanel" aria-labelledby="tab-messages" {...handlers}>
      {children}
      {over && <p class="drop-here">Drop the file here, and Paceline reads it</p>}
    </div>
  );
}

type Drag = TargetedDragEvent<HTMLDivElement>;

function useDrop(channel: string) {
  const { drop } = usePage();
  const [over, setOver] = useState(false);
  const onDragOver = (event: Drag) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    // Otherwise the browser would open the file instead of the page.
    event.preventDefault();
    setOver(true);
  };
  const onDragLeave = (event: Drag) => {
    const { currentTarget, relatedTarget } = event;
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
  };
  const onDrop = async (event: Drag) => {
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    for (const file of files) await drop(file, channel);
  };
  return { over, handlers: { onDragOver, onDragLeave, onDrop } };
}
