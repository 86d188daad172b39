import type { ReactNode } from "react";
import { formatLength } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Tag } from "#app/ui/notice.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { CandidatePlace } from "../rules/candidate-places.ts";
import { type PlaceChoice, placeSearch } from "../rules/offer-form.ts";
import { refusalText } from "./conflict-text.ts";

function Look({ look }: Pick<CandidatePlace, "look">): ReactNode {
  const { t, language } = useWords();
  if (look.ok && look.occasional)
    return <Tag meaning="information">{t("allocation:make.occasionalLook")}</Tag>;
  return look.ok ? (
    <Tag meaning={look.beyondLicence ? "attention" : "success"}>
      {t(look.beyondLicence ? "allocation:make.leftBeyond" : "allocation:make.left", { count: look.left })}
    </Tag>
  ) : (
    refusalText(look, t, language)
  );
}

/** Sections side by side: what each would give of the week, what it lacks, and how to choose it. */
export function PlaceTable({
  caption,
  places,
  choice,
}: {
  caption: string;
  places: CandidatePlace[];
  choice: PlaceChoice;
}): ReactNode {
  const { t, language } = useWords();
  const header = (name: string): string => t(`allocation:make.column.${name}`);
  return (
    <DataTable
      caption={caption}
      rows={places}
      rowKey={({ sectionId }) => sectionId}
      columns={[
        {
          key: "facility",
          header: header("facility"),
          cell: ({ facilityName, sectionName, wishRank }) => (
            <>
              {wishRank !== null && `${t("allocation:make.wish", { rank: wishRank })} · `}
              {t("allocation:make.place", { facility: facilityName, section: sectionName })}
            </>
          ),
        },
        { key: "quarter", header: header("quarter"), cell: ({ quarterName }) => quarterName ?? "–" },
        {
          key: "hours",
          header: header("hours"),
          number: true,
          cell: ({ weeklyMinutes, look }) =>
            look.ok && look.occasional ? "–" : formatLength(weeklyMinutes, language),
        },
        { key: "look", header: header("look"), cell: ({ look }) => <Look look={look} /> },
        {
          key: "choose",
          header: header("choose"),
          cell: ({ sectionId, facilityName, sectionName, look }) =>
            look.ok && (
              <ButtonLink small href={placeSearch({ ...choice, sectionId })}>
                {t("allocation:make.choose")}
                <span className="visually-hidden">
                  {" "}
                  {t("allocation:make.place", { facility: facilityName, section: sectionName })}
                </span>
              </ButtonLink>
            ),
        },
      ]}
    />
  );
}
