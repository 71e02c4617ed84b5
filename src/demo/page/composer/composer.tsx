import { useRef, useState } from "preact/hooks";
import { useDesk } from "../desk";
import { Icon } from "../icons";
import { begun, offered, type SlashCommand, sending } from "./commands";
import { Offers } from "./offers";

interface ComposerProps {
  readonly channel: string;
  readonly where: "app" | "channel";
  readonly placeholder: string;
}

/** Where one types: commands with their hints, and words. */
export function Composer({ channel, where, placeholder }: ComposerProps) {
  const { act } = useDesk();
  const [text, setText] = useState("");
  const [refused, setRefused] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  const type = (next: string) => {
    setText(next);
    setRefused("");
  };
  const complete = ({ command }: SlashCommand) => {
    type(`${command} `);
    area.current?.focus();
  };
  const send = () => {
    const what = sending(text, where);
    if (what.kind === "refused") setRefused(what.why);
    if (what.kind === "refused" || what.kind === "nothing") return;
    type("");
    void act(what.kind === "command" ? "/demo/command" : "/demo/say", { text: what.text, channel });
  };
  const offers = useOffers(text, { complete, send });
  return (
    <form
      class="composer"
      data-tour="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Offers of={offers.list} chosen={offers.chosen} choose={complete} />
      <textarea
        ref={area}
        rows={1}
        value={text}
        placeholder={placeholder}
        aria-label="Message"
        aria-haspopup="listbox"
        aria-controls="offers"
        aria-autocomplete="list"
        aria-activedescendant={offers.list.length > 0 ? `offer-${offers.chosen}` : undefined}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={offers.pressed}
      />
      <button type="submit" class="send" aria-label="Send" disabled={text.trim() === ""}>
        <Icon name="send" />
      </button>
      <Below text={text} refused={refused} />
    </form>
  );
}

function Below({ text, refused }: { readonly text: string; readonly refused: string }) {
  const command = begun(text);
  return (
    <p class={refused === "" ? "below" : "below error"} role="status">
      {refused || (command === null ? "" : `${command.command} ${command.usage}`)}
    </p>
  );
}

/** What is offered, and what the keys do: arrows choose, Tab and Enter complete, Escape hides; else Enter sends. */
function useOffers(text: string, does: { complete(command: SlashCommand): void; send(): void }) {
  const [at, setAt] = useState(0);
  const [hidden, setHidden] = useState<string | null>(null);
  const list = hidden === text ? [] : offered(text);
  const chosen = Math.min(at, Math.max(0, list.length - 1));
  const command = list[chosen];
  const open = (key: string): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) setAt((chosen + step + list.length) % list.length);
    else if (key === "Escape") setHidden(text);
    else if (command !== undefined && (key === "Tab" || (key === "Enter" && command.command !== text)))
      does.complete(command);
    else return false;
    return true;
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const taken = list.length > 0 && !event.shiftKey && open(event.key);
    const sends = !taken && event.key === "Enter" && !event.shiftKey;
    if (sends) does.send();
    if (taken || sends) event.preventDefault();
  };
  return { list, chosen, pressed };
}
