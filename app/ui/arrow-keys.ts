// From one link of a picture to the nearest in the direction of an arrow key, where it is drawn.

type Box = { left: number; top: number; width: number; height: number };

const directions: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const centre = ({ left, top, width, height }: Box): [number, number] => [left + width / 2, top + height / 2];

/** Position of the nearest box that way; −1 when there is none, or for any other key. */
export function nearestBox(from: Box, boxes: readonly Box[], key: string): number {
  const direction = directions[key];
  if (!direction) return -1;
  const [x, y] = centre(from);
  let [best, nearest] = [-1, Infinity];
  for (const [index, box] of boxes.entries()) {
    const [dx, dy] = [centre(box)[0] - x, centre(box)[1] - y];
    const along = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
    // What lies rather to the side belongs to another arrow.
    if (along < 1 || aside > along * 4) continue;
    const distance = along + aside * 2;
    if (distance < nearest) [best, nearest] = [index, distance];
  }
  return best;
}

/** Moves the focus among the links of a region. Returns whether it did. */
export function focusNearestLink(region: HTMLElement, key: string): boolean {
  const links = [...region.querySelectorAll<HTMLElement>("a[href]")];
  const current = links.find((link) => link === document.activeElement);
  const found = current
    ? nearestBox(
        current.getBoundingClientRect(),
        links.map((link) => link.getBoundingClientRect()),
        key,
      )
    : key in directions && links.length > 0
      ? 0
      : -1;
  links[found]?.focus();
  return found >= 0;
}
