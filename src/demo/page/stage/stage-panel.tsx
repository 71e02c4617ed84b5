import { useDesk } from "../desk";
import { Clock } from "./clock";
import { Group } from "./group";
import { Reset } from "./reset";
import { Said } from "./said";

/** What moves the demo: its clock, its faults, what happens elsewhere, and what to look at. */
export function StagePanel() {
  const { snapshot } = useDesk();
  const { groups, said } = snapshot.stage;
  return (
    <>
      <header class="stage-head">
        <h2>Demo controls</h2>
        <Reset />
      </header>
      <Clock stage={snapshot.stage} fetchedAt={snapshot.fetchedAt} />
      <Said said={said} zone={snapshot.stage.zone} />
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
      <p class="stage-sample">
        <a href="/sample/fishbowl-orders.csv" download>
          Download a sample Fishbowl export
        </a>{" "}
        to drop it yourself, as Alex Kim.
      </p>
    </>
  );
}
