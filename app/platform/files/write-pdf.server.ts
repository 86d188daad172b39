// Documents to print and keep: tagged PDF, built to PDF/UA-1, in the typeface of the app.
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

export type PdfTable = {
  caption: string;
  /** The first column names the row. Widths are shares of the page. */
  columns: { header: string; width: number; number?: boolean }[];
  rows: string[][];
};
export type PdfBlock =
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  | { kind: "list"; items: string[] }
  | ({ kind: "table" } & PdfTable);
export type PdfFile = {
  title: string;
  /** One line below the title. */
  lead: string;
  language: string;
  /** At the foot of each page, with the page's own number: "{{footer}} – 2 / 5". */
  footer: string;
  blocks: PdfBlock[];
};

const require = createRequire(import.meta.url);
const font = (weight: 400 | 700): string =>
  require.resolve(
    `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${weight}-normal.woff`,
  );

const margins = { top: 56, bottom: 64, left: 56, right: 56 };
const ink = { text: "#1d1b18", soft: "#494540", line: "#7d766b", head: "#e3f0f0" };

/** The narrow spaces of dates and hours are not in the typeface. */
const printable = (text: string): string => text.replace(/[\u202f\u2009]/g, "\u00a0").replace(/\u2011/g, "-");

class Writer {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: PDFKit.PDFStructureElement;

  constructor({ title, language }: PdfFile) {
    this.doc = new PDFDocument({
      size: "A4",
      margins,
      pdfVersion: "1.7",
      tagged: true,
      subset: "PDF/UA",
      lang: language,
      displayTitle: true,
      bufferPages: true,
      font: font(400),
      info: { Title: title },
    } as unknown as PDFKit.PDFDocumentOptions);
    this.doc.registerFont("plain", font(400)).registerFont("bold", font(700));
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
  }

  private paragraph(tag: string, text: string, look: { bold?: boolean; size: number; soft?: boolean }): void {
    this.root.add(
      this.doc.struct(tag, {}, () => {
        this.doc
          .font(look.bold ? "bold" : "plain")
          .fontSize(look.size)
          .fillColor(look.soft ? ink.soft : ink.text)
          .text(printable(text), margins.left, undefined, { width: this.width });
      }),
    );
  }

  private get width(): number {
    return this.doc.page.width - margins.left - margins.right;
  }

  private table({ caption, columns, rows }: PdfTable): void {
    const { doc } = this;
    const shares = columns.reduce((sum, { width }) => sum + width, 0);
    this.paragraph("P", caption, { bold: true, size: 10 });
    doc.moveDown(0.3).font("plain").fontSize(9).fillColor(ink.text);
    const table = doc.table({
      structParent: this.root,
      columnStyles: columns.map(({ width }) => (width / shares) * this.width),
      defaultStyle: {
        border: { top: 0, left: 0, right: 0, bottom: 0.5 },
        borderColor: ink.line,
        padding: { top: 3, bottom: 3, left: 3, right: 3 },
      },
    } as unknown as PDFKit.Mixins.TableOptions);
    const cell = (text: string, index: number, head: boolean) => ({
      text: printable(text),
      type: head || index === 0 ? ("TH" as const) : ("TD" as const),
      ...(head
        ? { scope: "Column" as const, backgroundColor: ink.head }
        : index === 0
          ? { scope: "Row" as const }
          : {}),
      align: { x: columns[index]?.number ? ("right" as const) : ("left" as const), y: "top" as const },
    });
    table.row(columns.map(({ header }, index) => cell(header, index, true)) as PDFKit.Mixins.CellOptions[]);
    for (const row of rows)
      table.row(row.map((text, index) => cell(text, index, false)) as PDFKit.Mixins.CellOptions[]);
    table.end();
    doc.x = margins.left;
    doc.moveDown(1);
  }

  write(block: PdfBlock): void {
    if (block.kind === "heading") {
      this.doc.moveDown(0.6);
      this.paragraph("H2", block.text, { bold: true, size: 14 });
      this.doc.moveDown(0.4);
    } else if (block.kind === "text") {
      this.paragraph("P", block.text, { size: 11 });
      this.doc.moveDown(0.4);
    } else if (block.kind === "list") {
      for (const item of block.items) this.paragraph("P", `– ${item}`, { size: 11 });
      this.doc.moveDown(0.4);
    } else this.table(block);
  }

  head({ title, lead }: PdfFile): void {
    this.paragraph("H1", title, { bold: true, size: 20 });
    this.doc.moveDown(0.3);
    this.paragraph("P", lead, { size: 11, soft: true });
    this.doc.moveDown(0.6);
  }

  /** Feet are the same on each page: screen readers pass over them. */
  private feet(footer: string): void {
    const { doc } = this;
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      doc.switchToPage(page);
      doc.page.margins.bottom = 0;
      doc.markContent("Artifact", { type: "Pagination" });
      doc
        .font("plain")
        .fontSize(9)
        .fillColor(ink.soft)
        .text(printable(`${footer} – ${page - start + 1} / ${count}`), margins.left, doc.page.height - 40, {
          width: this.width,
          lineBreak: false,
        });
      doc.endMarkedContent();
    }
  }

  end(footer: string): Promise<Buffer<ArrayBuffer>> {
    const { doc } = this;
    const chunks: Uint8Array[] = [];
    return new Promise((resolve, reject) => {
      doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      doc.on("end", () => resolve(Buffer.concat(chunks)));
      doc.on("error", reject);
      this.root.end();
      this.feet(footer);
      doc.end();
    });
  }
}

/** The bytes of a document. */
export function writePdf(file: PdfFile): Promise<Buffer<ArrayBuffer>> {
  const writer = new Writer(file);
  writer.head(file);
  for (const block of file.blocks) writer.write(block);
  return writer.end(file.footer);
}
