import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type MapZone, QuarterList, ZoneMap } from "#app/ui/zone-map.tsx";
import { shapesOf } from "#app/ui/zone-shapes.ts";

const square = (x: number, y: number): MapZone["contour"] => ({
  type: "Polygon",
  coordinates: [
    [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
      [x, y],
    ],
  ],
});
const zone = (code: string, quarterName: string, x: number, values: Partial<MapZone> = {}): MapZone => ({
  code,
  name: `Zone ${code}`,
  quarterName,
  longitude: x,
  latitude: 49.1,
  contour: square(x, 49.1),
  value: 3,
  label: "3 structures",
  ...values,
});
const legend = {
  title: "Structures",
  unknown: "inconnu",
  range: (from: number, to: number) => `${from} à ${to}`,
};
const zones = [
  zone("a", "Le Quai", 6.1),
  zone("b", "Le Quai", 6.11),
  zone("c", "Les Hauts", 6.12, { value: null, label: "inconnu" }),
];
const draw = (drawn: MapZone[]): string =>
  renderToStaticMarkup(<ZoneMap id="carte" name="Structures par quartier" zones={drawn} legend={legend} />);

describe("a map of zones", () => {
  it("has a name, draws contours with the border of each quarter, and one number for each quarter", () => {
    const html = draw(zones);
    expect(html).toContain('role="img" aria-labelledby="carte-name"');
    expect(html).toContain("Structures par quartier</title>");
    expect(html.match(/<text/g)).toHaveLength(2);
    expect(html).toContain("Zone c (Les Hauts) : inconnu");
    expect(html).not.toContain("style=");
  });

  it("keeps what is unknown apart from the values, in the picture and in its legend", () => {
    const html = draw(zones);
    expect(html).toContain("inconnu</li>");
    expect(html).toContain("3 à 3</li>");
    expect(draw(zones.slice(0, 2))).not.toContain("inconnu");
  });

  it("becomes tiles, each with the number of its quarter, as soon as one contour is missing", () => {
    const tiles = [...zones, zone("d", "Les Hauts", 6.13, { contour: null })];
    expect(shapesOf(tiles).kind).toBe("tiles");
    expect(draw(tiles).match(/<text/g)).toHaveLength(4);
  });

  it("fits its frame, and is not turned inside out", () => {
    const { kind, width, height, shapes } = shapesOf(zones);
    expect(kind).toBe("contours");
    for (const { path } of shapes) {
      const numbers = [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
      for (const [index, value] of numbers.entries()) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(index % 2 === 0 ? width : height);
      }
    }
    // Zones from west to east stand from left to right.
    expect(shapes.map(({ x }) => x)).toEqual(shapes.map(({ x }) => x).sort((a, b) => a - b));
  });

  it("has a list twin with the same numbers and values, that leads to each quarter", () => {
    const html = renderToStaticMarkup(
      <QuarterList name="Quartiers" zones={zones} hrefOf={(quarter) => `/structures?quartier=${quarter}`} />,
    );
    expect(html).toMatch(/<b>1<\/b><a href="\/structures\?quartier=Le Quai">Le Quai<\/a><span>3 structures/);
    expect(html).toMatch(/<b>2<\/b>.*Les Hauts.*inconnu/);
  });

  it("draws nothing for a town without zones", () => {
    expect(draw([])).toBe("");
  });
});
