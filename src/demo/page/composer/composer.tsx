import { useRef, useState } from "preact/hooks";
import { usePage } from "../state/page-context";
import { peopleOf } from "../state/people";
import { Attach } from "./attach";
import { commandOf, parseTyped } from "./commands";
import { withMentions } from "./mentions";
import { SuggestionList } from "./suggestion-list";
import { type Suggestion, suggestionsFor, useSuggestions } from "./suggestions";
import { TypingBox } from "./typing-box";

interface ComposerProps {
  readonly channel: string;
  readonly placeholder: string;
  /** Whether files can be attached. */
  readonly files?: boolean;
}

/** The box for commands, with suggestions and hints, and for messages. */
export function Composer(props: ComposerProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, error, type, send } = useTyped(props);
  const people = peopleOf(usePage().snapshot);
  const complete = ({ typed }: Suggestion) => {
    type(typed);
    area.current?.focus();
  };
  const suggestions = useSuggestions({ text, suggestions: suggestionsFor(text, people) }, { complete, send });
  const submit = (event: Event) => {
    event.preventDefault();
    send();
  };
  return (
    <form class="composer" onSubmit={submit}>
      <SuggestionList of={suggestions.list} chosen={suggestions.chosen} choose={complete} />
      <TypingBox area={area} text={text} type={type} placeholder={props.placeholder} suggestions={suggestions}>
        {props.files === true && <Attach channel={props.channel} />}
      </TypingBox>
      <Below text={text} error={error} />
    </form>
  );
}

/** The typed text, why it was refused, and how to send it. */
function useTyped({ channel }: ComposerProps) {
  const { perform, snapshot } = usePage();
  const [text, setText] = useState("");
  const [error, setError] = useState("");
  const type = (next: string) => {
    setText(next);
    setError("");
  };
  const send = () => {
    const what = parseTyped(text);
    if (what.kind === "refused") setError(what.why);
    if (what.kind === "refused" || what.kind === "nothing") return;
    type("");
    const command = what.kind === "command";
    const sent = command ? withMentions(what.text, peopleOf(snapshot)) : what.text;
    void perform(command ? "/demo/command" : "/demo/say", { text: sent, channel });
  };
  return { text, error, type, send };
}

/** The line below the box: the error, otherwise the usage of the command that is being typed. */
function Below({ text, error }: { readonly text: string; readonly error: string }) {
  const command = commandOf(text);
  return (
    <p class={error === "" ? "below" : "below error"} role="status">
      {error || (command === null ? "" : `${command.command} ${command.usage}`)}
    </p>
  );
}
