import { scopeOf } from "#app/access/rules/permissions.ts";
import type { SignedVisit } from "#app/access/visit.server.ts";
import { type DeskFilters, rowsOnPage } from "../rules/desk-filters.ts";
import type { DeskView } from "../rules/desk-view.ts";
import { matchesNames, searchWords } from "../rules/name-search.ts";
import { readReference } from "../rules/reference.ts";
import {
  type Found,
  countDesk,
  findByReference,
  listByNames,
  listDesk,
  listQuarters,
} from "../store/desk.server.ts";
import { readCareRequest } from "./read-care-request.server.ts";

async function search({ db, scope }: SignedVisit, text: string): Promise<string[] | null> {
  if (!text) return null;
  const reference = readReference(text);
  if (reference) {
    const id = await findByReference(db, scope, reference);
    return id ? [id] : [];
  }
  const words = searchWords(text);
  const named = words.length > 0 ? await listByNames(db, scope, words) : [];
  return named.filter(({ names }) => matchesNames(words, names)).map(({ id }) => id);
}

/** The queue with its counts, and the file that is open beside it; the reading of the file is logged. */
export async function readDesk(visit: SignedVisit, asked: DeskFilters): Promise<DeskView> {
  const { db, scope } = visit;
  const quarters = await listQuarters(db);
  const quarter = quarters.find(({ code }) => code === asked.quarter);
  const found: Found = {
    zoneCodes: quarter?.zoneCodes ?? null,
    ids: await search(visit, asked.search),
  };
  const counts = await countDesk(db, scope, asked, found);
  const all = Object.values(counts.byStatus).reduce((sum, count) => sum + count, 0);
  const { status } = asked;
  const total = status === "toRead" ? counts.toRead : status === "all" ? all : (counts.byStatus[status] ?? 0);
  const pages = Math.max(1, Math.ceil(total / rowsOnPage));
  const filters = { ...asked, page: Math.min(asked.page, pages) };
  const rows = await listDesk(db, scope, filters, found);
  const openId = filters.open ?? rows[0]?.id;
  const file = openId ? await readCareRequest(visit, openId) : null;
  const index = rows.findIndex(({ id }) => id === openId);
  return {
    filters,
    today: visit.today,
    counts: { ...counts, all },
    total,
    pages,
    rows,
    file,
    quarter: quarters.find(({ zoneCodes }) => zoneCodes.includes(file?.zoneCode ?? ""))?.name ?? null,
    quarters: quarters.map(({ code, name }) => ({ code, name })),
    mayDecideDuplicates: scopeOf(visit.actor, "duplicate:decide") !== null,
    position: index < 0 ? null : (filters.page - 1) * rowsOnPage + index + 1,
    previousId: rows[index - 1]?.id ?? null,
    nextId: index < 0 ? (rows[0]?.id ?? null) : (rows[index + 1]?.id ?? null),
  };
}
