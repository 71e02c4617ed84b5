import type { SlashCommand } from "./commands";

interface OffersProps {
  readonly of: readonly SlashCommand[];
  readonly chosen: number;
  choose(command: SlashCommand): void;
}

/** The commands that fit what is typed. */
export function Offers({ of, chosen, choose }: OffersProps) {
  return (
    <div id="offers" class="offers" role="listbox" aria-label="Commands" hidden={of.length === 0}>
      {of.map((command, index) => (
        <div
          key={command.command}
          id={`offer-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(command);
          }}
        >
          <strong>{command.command}</strong> <span class="usage">{command.usage}</span>
          <small>{command.description}</small>
        </div>
      ))}
    </div>
  );
}
