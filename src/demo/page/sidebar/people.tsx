import { usePage } from "../state/page-context";
import { cityOf, peopleOf, roleOf } from "../state/people";
import type { Member } from "../state/snapshot";
import { clockTime, zoneName } from "../state/times";
import { Avatar } from "../ui/images";

/** Everybody of the workspace: a click, and that is who I am. */
export function People() {
  const { snapshot } = usePage();
  return (
    <section class="people" aria-label="People" data-tour="people">
      <h2>You are</h2>
      <ul>
        {peopleOf(snapshot).map((member) => (
          <li key={member.id}>
            <Person member={member} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Person({ member }: { readonly member: Member }) {
  const { snapshot, me, switchUser } = usePage();
  const isMe = member.id === me.id;
  const role = roleOf(member, snapshot.roles);
  const now = new Date(snapshot.workspace.now);
  const where = member.deactivated ? role : `${role} · ${clockTime(now, member.tz)} ${zoneName(now, member.tz)}`;
  return (
    <button
      type="button"
      class={isMe ? "row person me" : "row person"}
      title={cityOf(member.tz)}
      aria-pressed={isMe}
      disabled={member.deactivated}
      onClick={() => switchUser(member.id)}
    >
      <Avatar id={member.id} name={member.name} />
      <span class="row-name">
        {member.name}
        <small>{where}</small>
      </span>
      {isMe && <span class="badge">you</span>}
    </button>
  );
}
