import { listOf, oneOf, orNull, shape, text, Unreadable, unreadableAt, whole } from "./reading.ts";

const key = shape({ points: whole(), lottery: whole() });
const binding = shape({
  resource: text,
  used: whole(0),
  need: whole(0),
  cap: whole(0),
  threshold: orNull(key),
});
const header = shape({
  format: oneOf("guichet-allocation-result/1"),
  inputHash: text,
  engine: text,
  placed: whole(0),
  refusedOptions: whole(0),
  claims: whole(0),
  surnombre: whole(0),
});
const answer = shape(
  {
    request: text,
    option: orNull(whole(0)),
    refused: listOf(shape({ option: whole(0), binding: listOf(binding) })),
  },
  { precedence: oneOf("maintien", "reserve", "points") },
);
const claim = shape({
  claim: shape({
    request: text,
    option: whole(0),
    type: oneOf("waste", "envy"),
    against: listOf(text),
  }),
});
const surnombre = shape({ surnombre: shape({ resource: text, plus: whole(1), request: text }) });

export type Header = ReturnType<typeof header>;
export type Answer = ReturnType<typeof answer>;
export type Binding = ReturnType<typeof binding>;
export type Claim = ReturnType<typeof claim>["claim"];
export type Surnombre = ReturnType<typeof surnombre>["surnombre"];

/** `result.jsonl`, line by line; `kinds` says in which order the lines came. */
export type Result = {
  header: Header;
  answers: Answer[];
  claims: Claim[];
  surnombre: Surnombre[];
  kinds: ("request" | "claim" | "surnombre")[];
};

/** Adds a line that is not the header. */
function addLine(result: Result, value: unknown): void {
  const fields: object = Object(value);
  if ("claim" in fields) {
    result.claims.push(claim(value).claim);
    result.kinds.push("claim");
  } else if ("surnombre" in fields) {
    result.surnombre.push(surnombre(value).surnombre);
    result.kinds.push("surnombre");
  } else {
    result.answers.push(answer(value));
    result.kinds.push("request");
  }
}

/** @returns the line as a value; @throws Unreadable */
export function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Unreadable("ce n'est pas du JSON", "this is not JSON");
  }
}

/** Reads the whole file; what it throws says the line. */
export function readResult(source: string): Result {
  let result: Result | null = null;
  let number = 0;
  for (let from = 0; from < source.length; number++) {
    const end = source.indexOf("\n", from);
    const line = source.slice(from, end < 0 ? source.length : end);
    from = end < 0 ? source.length : end + 1;
    try {
      const value = parseJson(line);
      if (result) addLine(result, value);
      else result = { header: header(value), answers: [], claims: [], surnombre: [], kinds: [] };
    } catch (error) {
      if (error instanceof Unreadable) error.line = number + 1;
      throw error;
    }
  }
  if (!result) throw unreadableAt([], "le fichier est vide", "the file is empty");
  return result;
}
