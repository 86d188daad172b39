// Reads the source of every door: the first statement of each loader and action asks who is there.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const guards = new Set(["anyone", "requireAccount", "requirePermission", "requireMarker", "requireDevice"]);
const root = path.resolve(import.meta.dirname, "../../app");
const files = [
  "root.tsx",
  ...readdirSync(path.join(root, "routes"))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `routes/${name}`),
];

type Entry = { name: string; first: ts.Statement | undefined };

function entriesOf(source: ts.SourceFile): Entry[] {
  return source.statements.flatMap((statement): Entry[] => {
    const exported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
      : false;
    if (ts.isFunctionDeclaration(statement) && exported && statement.name)
      return [{ name: statement.name.text, first: statement.body?.statements[0] }];
    if (ts.isVariableStatement(statement) && exported)
      return statement.declarationList.declarations.map(({ name }) => ({
        name: name.getText(source),
        first: undefined,
      }));
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      return statement.exportClause.elements.map(({ name }) => ({ name: name.text, first: undefined }));
    return [];
  });
}

/** The function that a statement awaits: `const visit = await anyone(request)`, or `await anyone(request)`. */
function awaited(statement: ts.Statement | undefined): string | null {
  if (!statement) return null;
  const expression = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.initializer
    : ts.isExpressionStatement(statement)
      ? statement.expression
      : undefined;
  if (!expression || !ts.isAwaitExpression(expression) || !ts.isCallExpression(expression.expression))
    return null;
  const called = expression.expression.expression;
  return ts.isIdentifier(called) ? called.text : null;
}

const parse = (text: string): ts.SourceFile =>
  ts.createSourceFile("door.tsx", text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);

describe.each(files)("%s", (file) => {
  const entries = entriesOf(parse(readFileSync(path.join(root, file), "utf8")));

  it("asks who is there before anything else", () => {
    const doors = entries.filter(({ name }) => name === "loader" || name === "action");
    for (const { name, first } of doors) expect.soft(guards, `${name} of ${file}`).toContain(awaited(first));
  });

  it("does nothing in the browser that the server would have to guard", () => {
    const names = entries.map(({ name }) => name);
    expect(names.filter((name) => ["clientLoader", "clientAction"].includes(name))).toEqual([]);
  });
});

it("would see a door that forgets to ask", () => {
  const forgetful = parse("export async function loader() { const page = await readPage(); return page; }");
  expect(awaited(entriesOf(forgetful)[0]?.first)).toBe("readPage");
  expect(awaited(entriesOf(parse("export const loader = readPage;"))[0]?.first)).toBeNull();
});
