/** The region that is explained: a rectangle, or the outline of its pixels. */

/** A larger one, or one of more pieces, is drawn as its rectangle: whatever is on the topic, the page stays quick. */
const MOST_PIXELS = 4_000_000;
const MOST_PIECES = 50_000;

/** Whether the pixel of the rectangle belongs to the region; one bit each, row by row, the first in the highest bit. */
function membership({ height, width }, mask) {
  const bytes = Uint8Array.from(atob(mask), (character) => character.charCodeAt(0));
  return (row, column) => row >= 0 && column >= 0 && row < height && column < width
    && (bytes[(row * width + column) >> 3] >> (7 - (row * width + column) % 8) & 1) === 1;
}

/** Runs along a line where one side belongs and the other does not: [from, to) of the positions. */
function runs(length, differs) {
  const found = [];
  let from = -1;
  for (let at = 0; at <= length; at += 1) {
    const edge = at < length && differs(at);
    if (edge && from < 0) {
      from = at;
    } else if (!edge && from >= 0) {
      found.push([from, at]);
      from = -1;
    }
  }
  return found;
}

/** The region's outline as the path of an SVG, in pixels of the picture. */
export function outline(region, mask) {
  const { x, y, height, width } = region;
  const rectangle = `M${x},${y}h${width}v${height}h${-width}z`;
  if (!mask || height * width > MOST_PIXELS) {
    return rectangle;
  }
  const belongs = membership(region, mask);
  const parts = [];
  for (let row = 0; row <= height && parts.length <= MOST_PIECES; row += 1) {
    for (const [from, to] of runs(width, (column) => belongs(row - 1, column) !== belongs(row, column))) {
      parts.push(`M${x + from},${y + row}h${to - from}`);
    }
  }
  for (let column = 0; column <= width && parts.length <= MOST_PIECES; column += 1) {
    for (const [from, to] of runs(height, (row) => belongs(row, column - 1) !== belongs(row, column))) {
      parts.push(`M${x + column},${y + from}v${to - from}`);
    }
  }
  return parts.length > MOST_PIECES ? rectangle : parts.join("");
}
