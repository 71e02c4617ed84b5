import { Avatar } from "./avatar";
import { useDesk } from "./desk";
import { Icon } from "./icons";
import { clockTime } from "./times";

interface PhoneBarProps {
  readonly unread: boolean;
  open(what: "sidebar" | "stage"): void;
}

/** On narrow screens: what opens the drawers, and where one is. */
export function PhoneBar({ open, unread }: PhoneBarProps) {
  const { snapshot, me, place } = useDesk();
  const { now, zone } = snapshot.stage;
  const channel = snapshot.workspace.channels.find(({ id }) => place.kind === "channel" && place.id === id);
  return (
    <div class="phone-bar">
      <button type="button" class="icon-button" aria-label="Workspace" onClick={() => open("sidebar")}>
        <Icon name="menu" />
        <Avatar id={me.id} name={me.name} />
        {unread && <span class="dot" role="img" aria-label="unread" />}
      </button>
      <span class="phone-title">{channel === undefined ? "Paceline" : `# ${channel.name}`}</span>
      <button type="button" class="icon-button" aria-label="Demo controls" onClick={() => open("stage")}>
        <Icon name="clock" /> {clockTime(new Date(now), zone)}
      </button>
    </div>
  );
}
