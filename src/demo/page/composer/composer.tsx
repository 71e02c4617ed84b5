import { useRef, useState } from "preact/hooks";
import { useDesk } from "../state/page-context";
import { peopleOf } from "../state/people";
import { Attach } from "./attach";
import { begun, sending } from "./commands";
import { withMentions } from "./mentions";
import { Offers } from "./suggestion-list";
import { type Offer, offersFor, useOffers } from "./suggestions";
import { TypingBox } from "./typing-box";

interface ComposerProps {
  readonly channel: string;
  readonly placeholder: string;
  /** Whether files are taken here. */
  readonly files?: boolean;
}

/** Where one types: commands with their hints, and words. */
export function Composer(props: ComposerProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, refused, type, send } = useTyped(props);
  const people = peopleOf(useDesk().snapshot);
  const complete = ({ typed }: Offer) => {
    type(typed);
    area.current?.focus();
  };
  const offers = useOffers({ text, offers: offersFor(text, people) }, { complete, send });
  const submit = (event: Event) => {
    event.preventDefault();
    send();
  };
  return (
    <form class="composer" onSubmit={submit}>
      <Offers of={offers.list} chosen={offers.chosen} choose={complete} />
      <TypingBox area={area} text={text} type={type} placeholder={props.placeholder} offers={offers}>
        {props.files === true && <Attach channel={props.channel} />}
      </TypingBox>
      <Below text={text} refused={refused} />
    </form>
  );
}

/** What is typed, what was wrong with it, and sending it. */
function useTyped({ channel }: ComposerProps) {
  const { act, snapshot } = useDesk();
  const [text, setText] = useState("");
  const [refused, setRefused] = useState("");
  const type = (next: string) => {
    setText(next);
    setRefused("");
  };
  const send = () => {
    const what = sending(text);
    if (what.kind === "refused") setRefused(what.why);
    if (what.kind === "refused" || what.kind === "nothing") return;
    type("");
    const command = what.kind === "command";
    const sent = command ? withMentions(what.text, peopleOf(snapshot)) : what.text;
    void act(command ? "/demo/command" : "/demo/say", { text: sent, channel });
  };
  return { text, refused, type, send };
}

/** Below the box: what is wrong, else how the command that is being typed goes on. */
function Below({ text, refused }: { readonly text: string; readonly refused: string }) {
  const command = begun(text);
  return (
    <p class={refused === "" ? "below" : "below error"} role="status">
      {refused || (command === null ? "" : `${command.command} ${command.usage}`)}
    </p>
  );
}
