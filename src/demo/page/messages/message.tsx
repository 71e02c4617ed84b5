import { Avatar } from "../avatar";
import { useDesk } from "../desk";
import { Icon } from "../icons";
import type { Message } from "../snapshot";
import { Surface } from "../surface";
import { clockTime, writtenAt } from "../times";

/** One message: who, when, what, and whether only I see it. */
export function MessageShown({ message, follows }: { readonly message: Message; readonly follows: boolean }) {
  const { snapshot, me } = useDesk();
  const author = snapshot.workspace.members.find(({ id }) => id === message.author);
  const name = named(author?.name ?? message.author);
  const time = clockTime(writtenAt(message.ts), me.tz);
  const alone = message.to !== undefined;
  return (
    <article class={`message${alone ? " alone" : ""}${follows ? " follows" : ""}`} aria-label={`${name} at ${time}`}>
      {alone && (
        <p class="only-you">
          <Icon name="eye" /> Only visible to you
        </p>
      )}
      {!follows && <Avatar id={message.author} name={name} app={isApp(message, snapshot.workspace.bot)} />}
      <div class="message-body">
        {!follows && (
          <p class="message-head">
            <strong>{name}</strong>
            {author?.bot === true && <span class="badge">App</span>}
            <time>{time}</time>
          </p>
        )}
        <Content message={message} />
        {message.editedTs !== undefined && <small class="edited">(edited)</small>}
      </div>
    </article>
  );
}

/** A message without blocks is its text. */
function Content({ message }: { readonly message: Message }) {
  const { text, blocks, ts, channel } = message;
  const shown = blocks.length > 0 ? blocks : [{ type: "section", text: { type: "mrkdwn", text } }];
  return <Surface blocks={shown} from={{ messageTs: ts, channel }} />;
}

function isApp({ author }: Message, bot: { readonly userId: string }): boolean {
  return author === bot.userId;
}

/** The app's user has a small name; its people know the app by its own. */
function named(name: string): string {
  return name === "paceline" ? "Paceline" : name;
}
