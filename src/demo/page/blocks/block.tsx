import { Component, type ComponentChildren, type ComponentType } from "preact";
import { type Json, objectsOf, textOf } from "../../slack/json";
import { Chart } from "../charts/chart";
import { Notice } from "../ui/notices";
import { Actions, type BlockProps, ContextLine, Header, ImageBlock } from "./basic-blocks";
import { Alert, Card, Carousel, Container } from "./cards";
import { DataTable } from "./data-table";
import { Input } from "./input";
import { RichText } from "./rich-text";
import { Section } from "./section";
import { Table } from "./table";

const BLOCKS: Readonly<Record<string, ComponentType<BlockProps>>> = {
  section: Section,
  header: Header,
  divider: () => <hr />,
  context: ContextLine,
  actions: Actions,
  input: Input,
  image: ImageBlock,
  rich_text: RichText,
  table: Table,
  data_table: DataTable,
  data_visualization: Chart,
  alert: Alert,
  card: Card,
  carousel: Carousel,
  container: ({ block }) => (
    <Container block={block}>
      <Blocks of={objectsOf(block.child_blocks)} />
    </Container>
  ),
};

/** A column of blocks. */
export function Blocks({ of }: { readonly of: readonly Json[] }) {
  return (
    <div class="blocks">
      {of.map((block, index) => {
        const blockId = textOf(block.block_id) ?? String(index);
        return (
          <Guard key={blockId} block={block}>
            <Block block={block} blockId={blockId} />
          </Guard>
        );
      })}
    </div>
  );
}

/** A block, or a notice when the demo cannot draw its type. */
function Block(props: BlockProps) {
  const type = String(props.block.type);
  const Drawn = Object.hasOwn(BLOCKS, type) ? BLOCKS[type] : undefined;
  return Drawn === undefined ? <Notice>The demo cannot draw a block of type {type}</Notice> : <Drawn {...props} />;
}

interface Guarded {
  readonly block: Json;
  readonly children: ComponentChildren;
}

/** Keeps a block that fails to render from breaking the others; its next version is tried again. */
class Guard extends Component<Guarded, { readonly broken: Json | null }> {
  override state: { readonly broken: Json | null } = { broken: null };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ broken: this.props.block });
  }

  override render() {
    if (this.state.broken !== this.props.block) return this.props.children;
    return <Notice>This block of type {String(this.props.block.type)} cannot be drawn</Notice>;
  }
}
