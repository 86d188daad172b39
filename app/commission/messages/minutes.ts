// The minutes of a meeting as a document: the internal one has names, the public one has neither names nor references.
import { formatDate, formatDay, formatInstant, formatNumber } from "#app/i18n/format.ts";
import type { Language, Translate } from "#app/i18n/translator.ts";
import type { Words } from "../rules/grid.ts";
import type { AdjustmentView } from "../rules/meeting-view.ts";
import type { MinutesView } from "../rules/publication-view.ts";

type Table = {
  kind: "table";
  caption: string;
  columns: { header: string; width: number; number?: boolean }[];
  rows: string[][];
};
/** Shaped as a `PdfFile` of the platform. */
export type MinutesDocument = {
  title: string;
  lead: string;
  language: Language;
  footer: string;
  blocks: ({ kind: "heading" | "text"; text: string } | { kind: "list"; items: string[] } | Table)[];
};
type Block = MinutesDocument["blocks"][number];
type Reader = { t: Translate; language: Language };

const key = (path: string): string => `commission:page.minutes.${path}`;
const heading = (text: string): Block => ({ kind: "heading", text });
const told = ({ fr, en }: Words, language: Language): string => (language === "en" && en !== "" ? en : fr);

function attendance({ attendees, quorum }: MinutesView, internal: boolean, { t }: Reader): Block[] {
  const met = { kind: "text" as const, text: t(key(quorum.met ? "quorumMet" : "quorumNot"), { ...quorum }) };
  const there = attendees.filter(({ present }) => present);
  if (!internal) return [heading(t(key("attendance"))), met];
  return [
    heading(t(key("attendance"))),
    met,
    {
      kind: "table",
      caption: t(key("attendanceCaption"), { count: there.length }),
      columns: [
        { header: t(key("name")), width: 3 },
        { header: t(key("quality")), width: 4 },
        { header: t(key("vote")), width: 1 },
        { header: t(key("signature")), width: 3 },
      ],
      rows: there.map(({ name, quality, voting }) => [name, quality, t(voting ? "ui:yes" : "ui:no"), ""]),
    },
  ];
}

function ruling({ meeting, run }: MinutesView, { t, language }: Reader): Block[] {
  const { summary } = run;
  return [
    heading(t(key("rules"))),
    {
      kind: "list",
      items: [
        t(key("grid"), { name: meeting.grid.name, version: meeting.grid.version }),
        t(key("run"), { number: run.number, date: formatInstant(run.createdAt, language) }),
        t(key(run.certified ? "certified" : "notCertified")),
        t(key("result"), {
          served: formatNumber(summary.served, language),
          of: formatNumber(summary.candidates, language),
        }),
        t(key("commitment"), { value: meeting.seedCommitment }),
        ...(meeting.seed ? [t(key("seed"), { value: meeting.seed })] : []),
      ],
    },
  ];
}

/** In public, how often each motive was used, never on whom: a number and a motive could tell a family. */
function hands(view: MinutesView, internal: boolean, reader: Reader): Block {
  const { t, language } = reader;
  const items = internal
    ? view.adjustments.map((each) => adjustmentText(each, reader))
    : (view.figures?.adjustments ?? []).map(({ words, count }) =>
        t(`commission:page.public.${count === null ? "handFew" : "hand"}`, {
          motive: told(words, language),
          count: count ?? 0,
          few: view.figures?.smallestCount ?? 5,
        }),
      );
  return items.length === 0 ? { kind: "text", text: t(key("noAdjustment")) } : { kind: "list", items };
}

function adjustmentText(
  { kind, candidate, facility, motive, signedBy, removedAt }: AdjustmentView,
  { t, language }: Reader,
): string {
  const said = t(key(`adjustment.${kind}`), {
    number: candidate.number,
    facility: facility.name,
    motive: told(motive.words, language),
  });
  const by = ` ${t(key("adjustment.signed"), { who: signedBy })}`;
  return `${said}${by}${removedAt ? ` ${t(key("adjustment.removed"))}` : ""}`;
}

/** In public, neither points nor facility beside a number: together they could tell a family. */
function decisions(view: MinutesView, internal: boolean, { t, language }: Reader): Block[] {
  return [
    heading(t(key("decisions"))),
    {
      kind: "table",
      caption: t(key("decisionsCaption"), { count: view.decisions.length }),
      columns: [
        { header: t(key("file")), width: 1.2 },
        ...(internal
          ? [
              { header: t(key("child")), width: 3 },
              { header: t(key("points")), width: 1, number: true },
            ]
          : []),
        { header: t(key("decision")), width: 5 },
      ],
      rows: view.decisions.map(({ number, name, reference, points, outcome, facility, section }) => [
        number,
        ...(internal ? [[name, reference].filter(Boolean).join(", "), formatNumber(points, language)] : []),
        t(key(`outcome.${internal ? "" : "public."}${outcome}`), {
          facility: facility ?? "",
          section: section ?? "",
        }),
      ]),
    },
  ];
}

function notExamined(view: MinutesView, internal: boolean, { t }: Reader): Block[] {
  if (view.notExamined.length === 0) return [];
  if (!internal)
    return [
      heading(t(key("notExamined"))),
      { kind: "text", text: t(key("notExaminedCount"), { count: view.notExamined.length }) },
    ];
  return [
    heading(t(key("notExamined"))),
    {
      kind: "table",
      caption: t(key("notExaminedCaption"), { count: view.notExamined.length }),
      columns: [
        { header: t(key("file")), width: 1.2 },
        { header: t(key("child")), width: 3 },
        { header: t(key("why")), width: 5 },
      ],
      rows: view.notExamined.map(({ number, name, reference, state }) => [
        number,
        [name, reference].filter(Boolean).join(", "),
        t(`commission:page.state.${state}`),
      ]),
    },
  ];
}

/** @param internal with the names of the children, of the members and of those who signed */
export function minutesDocument(view: MinutesView, internal: boolean, reader: Reader): MinutesDocument {
  const { t, language } = reader;
  const { meeting } = view;
  const date = formatDay(meeting.heldOn, language);
  return {
    title: t(key("title"), { date }),
    lead: t(key(internal ? "internalLead" : "publicLead")),
    language,
    footer: t(key(internal ? "internalFooter" : "publicFooter"), { date }),
    blocks: [
      {
        kind: "text",
        text: t(key("scope"), {
          kind: t(`requests:careKind.${meeting.careKind}`),
          from: formatDate(meeting.startFrom, language),
          to: formatDate(meeting.startTo, language),
        }),
      },
      ...(meeting.status === "published" ? [] : [{ kind: "text" as const, text: t(key("draft")) }]),
      ...attendance(view, internal, reader),
      ...ruling(view, reader),
      heading(t(key("adjustments"))),
      hands(view, internal, reader),
      ...decisions(view, internal, reader),
      ...notExamined(view, internal, reader),
      heading(t(key("appeal"))),
      { kind: "text", text: t("commission:page.mention.text") },
      { kind: "text", text: t("commission:page.appeal.text") },
    ],
  };
}
