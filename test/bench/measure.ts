import { figureLine } from "./figure";
import { MEASURES } from "./measures";

/** Measures one thing by its name; tells whoever started this process, and prints. */
async function main(): Promise<void> {
  const measure = MEASURES.find(({ name }) => name === process.argv[2]);
  if (measure === undefined) throw new RangeError(`There is no measure ${process.argv[2]}`);
  const figures = await measure.figures();
  for (const figure of figures) console.log(figureLine(figure));
  process.send?.(figures);
}

void main();
