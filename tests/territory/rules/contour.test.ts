import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readContour } from "#app/territory/rules/contour.ts";

const square = [
  [6, 49],
  [7, 49],
  [7, 50],
  [6, 50],
  [6, 49],
];
const hole = [
  [6.4, 49.4],
  [6.6, 49.4],
  [6.6, 49.6],
  [6.4, 49.6],
  [6.4, 49.4],
];
const polygon = (...coordinates: unknown[]): unknown => ({ type: "Polygon", coordinates });
const problem = (geometry: unknown): string | null => {
  const read = readContour(geometry);
  return read.ok ? null : read.problem;
};

describe("the outline of a zone", () => {
  it("turns its outer ring one way and its holes the other, however the file wrote them", () => {
    const expected = { type: "Polygon", coordinates: [square, [...hole].reverse()] };
    for (const outer of [square, [...square].reverse()])
      for (const inner of [hole, [...hole].reverse()])
        expect(readContour(polygon(outer, inner))).toEqual({ ok: true, contour: expected });
  });

  it("may have several parts", () => {
    expect(readContour({ type: "MultiPolygon", coordinates: [[square], [hole]] })).toMatchObject({
      ok: true,
    });
  });

  it("is refused when it is a line, is not in degrees, or does not close", () => {
    expect(problem({ type: "LineString", coordinates: square })).toBe("notArea");
    expect(problem(null)).toBe("notArea");
    expect(
      problem(
        polygon([
          [931000, 6895000],
          [931100, 6895000],
          [931100, 6895100],
          [931000, 6895000],
        ]),
      ),
    ).toBe("notDegrees");
    expect(problem(polygon(square.slice(0, 4)))).toBe("broken");
    expect(problem(polygon())).toBe("broken");
    expect(problem({ type: "MultiPolygon", coordinates: [] })).toBe("broken");
  });

  it("never breaks the reader", () => {
    fc.assert(
      fc.property(fc.constantFrom("Polygon", "MultiPolygon"), fc.anything(), (type, coordinates) => {
        expect(typeof readContour({ type, coordinates }).ok).toBe("boolean");
      }),
    );
  });
});
