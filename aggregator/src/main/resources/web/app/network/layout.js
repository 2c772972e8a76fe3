/**
 * Where the parts of a network lie in its picture: from left to right as they are executed, from top to bottom by how far the image
 * has been shrunk, so that a U-Net is a U. A skip connection is an arc from the part it leaves to the one that reads it.
 */

export const CELL = { width: 30, height: 24 };

/** A small network has room for the names of its parts; a large one is a picture of its shape. */
const ROOMY = { gap: 38, level: 56, named: true };
const DENSE = { gap: 8, level: 40, named: false };
const MOST_NAMED = 16;

const readerOf = (name) => name.slice(name.indexOf("->") + 2);
const sourceOf = (name) => name.slice(0, name.indexOf("->"));

/** A part that is called so, or the first one inside it. */
const find = (nodes, path) => nodes.find(({ part }) => part.name === path)
  ?? nodes.find(({ part }) => part.name.startsWith(`${path}.`) || part.name.startsWith(`${path}#`));

/** Of parts with places: { nodes: [{ part, x, y }], arcs: [{ part, from, to }], named, width, height }; x and y of the middle. */
export function layoutOf(parts) {
  const ordered = [...parts].sort((a, b) => a.place - b.place || a.name.localeCompare(b.name));
  const outputs = ordered.filter(({ name }) => !name.includes("->"));
  const sizes = [...new Set(outputs.map(({ height, width }) => height * width))].sort((a, b) => b - a);
  const { gap, level, named } = outputs.length <= MOST_NAMED ? ROOMY : DENSE;
  const nodes = outputs.map((part, index) => ({
    part,
    x: index * (CELL.width + gap) + CELL.width / 2 + gap,
    y: level + sizes.indexOf(part.height * part.width) * level + CELL.height / 2,
  }));
  const arcs = ordered.filter(({ name }) => name.includes("->"))
    .map((part) => ({ part, from: find(nodes, sourceOf(part.name)), to: find(nodes, readerOf(part.name)) }))
    .filter(({ from, to }) => from && to && from !== to);
  return {
    nodes, arcs, named,
    width: nodes.length * (CELL.width + gap) + 2 * gap,
    height: level + Math.max(1, sizes.length) * level,
  };
}
