import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanCell } from "#app/platform/files/cell-values.ts";
import { readColumns } from "#app/platform/files/read-columns.ts";
import { type Table, readTable } from "#app/platform/files/read-table.server.ts";

const bytes = (text: string, encoding: BufferEncoding = "utf8"): Uint8Array => Buffer.from(text, encoding);
const table = (content: Uint8Array | string): Table => {
  const read = readTable(typeof content === "string" ? bytes(content) : content);
  if (!read.ok) throw new Error(read.problem.code);
  return read.table;
};
const cells = (content: Uint8Array | string): (string | null)[][] =>
  table(content).rows.map((row) => row.cells);

describe("tables as people export them", () => {
  it("semicolons, commas and tabs are told apart by the line of titles", () => {
    for (const mark of [";", ",", "\t"]) {
      const read = table(`nom${mark}places\nLa Ruche${mark}12\n`);
      expect(read.delimiter).toBe(mark);
      expect(read.columns).toEqual(["nom", "places"]);
      expect(read.rows[0]!.cells).toEqual(["La Ruche", "12"]);
    }
    expect(table("nom;adresse, ville\na;b\n").delimiter).toBe(";");
    expect(table('"a;b;c",d,e\n1,2,3\n').columns).toEqual(["a;b;c", "d", "e"]);
  });

  it("UTF-8, with or without its mark, UTF-16 and Windows-1252 give the same words", () => {
    const text = "nom;quartier\nChâteau d’été;Vallières\n";
    const latin = bytes("nom;quartier\nCh\xe2teau d\x92\xe9t\xe9;Valli\xe8res\n", "latin1");
    for (const content of [bytes(text), bytes(`\uFEFF${text}`), bytes(`\uFEFF${text}`, "utf16le"), latin]) {
      expect(cells(content)).toEqual([["Château d’été", "Vallières"]]);
      expect(table(content).columns[0]).toBe("nom");
    }
    expect(table(latin).encoding).toBe("windows-1252");
  });

  it("Excel's sep= line, Windows line ends and rows left empty below the table are passed over", () => {
    const read = table("sep=,\r\na,b\r\n1,2\r\n,\r\n\r\n3,4\r\n");
    expect(read.delimiter).toBe(",");
    expect(read.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [3, "1", "2"],
      [6, "3", "4"],
    ]);
  });

  it("a cell may hold a line break, and the lines after it keep their numbers", () => {
    const read = table('a;b\r\n1;"rue haute\r\nbâtiment B"\r\n3;4\r\n');
    expect(read.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, "1", "rue haute\nbâtiment B"],
      [4, "3", "4"],
    ]);
  });

  it("an empty cell is unknown, and so are those that a short row leaves out; unbreakable spaces are spaces", () => {
    expect(cells("a;b;c\n1;;\n2\n\u00a07 h\u202f15\u00a0;x;y\n")).toEqual([
      ["1", null, null],
      ["2"],
      ["7 h 15", "x", "y"],
    ]);
  });

  it("a row with too many cells is pointed out", () => {
    expect(table("a;b\n1;2;3\n1;2;\n").rows.map(({ tooLong }) => tooLong)).toEqual([true, false]);
  });

  it("a file without anything, and a quote never closed, are said with their line", () => {
    expect(readTable(bytes("\n\n"))).toEqual({ ok: false, problem: { code: "emptyFile", values: {} } });
    expect(readTable(bytes('a;b\n1;2\n3;"4\n5;6\n'))).toMatchObject({
      ok: false,
      problem: { code: "brokenQuotes" },
    });
  });

  it("whatever is written with quotes comes back as it was", () => {
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const anyCell = fc
      .string({ unit: "grapheme" })
      .filter((text) => !["\r", "\0", "\ufeff"].some((mark) => text.includes(mark)));
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, anyCell)), fc.constantFrom(";", ",", "\t"), (rows, mark) => {
        const text = ["a" + mark + "b", ...rows.map((row) => row.map(quoted).join(mark))].join("\n");
        const expected = rows
          .map((row) => row.map(cleanCell))
          .filter((row) => row.some((cell) => cell !== null));
        expect(cells(text)).toEqual(expected);
      }),
    );
  });
});

describe("columns", () => {
  const specs = {
    name: { names: ["name", "nom"], required: true },
    places: { names: ["places"], required: true },
  } as const;

  it("are found by any of their names, in any case, with or without accents", () => {
    const read = readColumns(table("Places ;NOM;Téléphone\n12;La Ruche;x\n"), specs);
    expect(read.rows[0]!.cells).toEqual({ name: "La Ruche", places: "12" });
    expect(read.unknown).toEqual(["Téléphone"]);
    expect(read.missing).toEqual([]);
  });

  it("that are missing are named, and so are those given twice", () => {
    const read = readColumns(table("nom;name\na;b\n"), specs);
    expect(read.missing).toEqual(["places"]);
    expect(read.repeated).toEqual(["name"]);
  });

  it("that hold plain words keep a separator left without quotes at the end of a row", () => {
    const words = { name: { names: ["nom"] }, source: { names: ["source"], freeText: true } } as const;
    const [row] = readColumns(table("nom;source\nLa Ruche;metz.fr; convention 2009; p. 4\n"), words).rows;
    expect(row!.cells.source).toBe("metz.fr; convention 2009; p. 4");
    expect(row!.said).toEqual([{ code: "separatorInText", values: { column: "source" } }]);
    const [other] = readColumns(table("source;nom\nmetz.fr;La Ruche;convention\n"), words).rows;
    expect(other!.wrong).toEqual([{ code: "tooManyCells" }]);
  });
});
