/**
 * Where the parts of a network lie in its picture: from left to right as they are executed, from top to bottom by how far the image
 * has been shrunk, so that a U-Net is a U. A skip connection is an arc from the part it leaves to the one that reads it.
 */

export const CELL = { width: 30, height: 24, gap: 8, level: 40 };

const readerOf = (name) => name.slice(name.indexOf("->") + 2);
const sourceOf = (name) => name.slice(0, name.indexOf("->"));

/** A part that is called so, or the first one inside it. */
const find = (nodes, path) => nodes.find(({ part }) => part.name === path)
  ?? nodes.find(({ part }) => part.name.startsWith(`${path}.`) || part.name.startsWith(`${path}#`));

/** Of parts with places: { nodes: [{ part, x, y }], arcs: [{ part, from, to }], width, height }; x and y of the middle. */
export function layoutOf(parts) {
  const ordered = [...parts].sort((a, b) => a.place - b.place || a.name.localeCompare(b.name));
  const outputs = ordered.filter(({ name }) => !name.includes("->"));
  const sizes = [...new Set(outputs.map(({ height, width }) => height * width))].sort((a, b) => b - a);
  const top = CELL.level;
  const nodes = outputs.map((part, index) => ({
    part,
    x: index * (CELL.width + CELL.gap) + CELL.width / 2 + CELL.gap,
    y: top + sizes.indexOf(part.height * part.width) * CELL.level + CELL.height / 2,
  }));
  const arcs = ordered.filter(({ name }) => name.includes("->"))
    .map((part) => ({ part, from: find(nodes, sourceOf(part.name)), to: find(nodes, readerOf(part.name)) }))
    .filter(({ from, to }) => from && to && from !== to);
  return {
    nodes, arcs,
    width: nodes.length * (CELL.width + CELL.gap) + 2 * CELL.gap,
    height: top + Math.max(1, sizes.length) * CELL.level,
  };
}
