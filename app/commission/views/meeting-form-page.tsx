import type { ReactNode } from "react";
import { formatDate } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/ui/button.tsx";
import { ErrorSummary, FieldNotes, SelectField, TextField } from "#app/ui/field.tsx";
import { useFieldErrors } from "#app/ui/form-errors.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { MeetingFormView } from "../rules/meeting-view.ts";
import { meetingName } from "./meeting-name.ts";
import styles from "./meeting.module.css";
import type { MeetingReply } from "../rules/meeting-reply.ts";
import { RefusalNotice, Seen } from "./stale-notice.tsx";

type Facility = MeetingFormView["facilities"][number];

function SectionTicks({
  facility,
  chosen,
}: {
  facility: Facility;
  chosen: (id: string) => boolean;
}): ReactNode {
  const { t, language } = useWords();
  return (
    <fieldset className={styles.facility}>
      <legend>
        {facility.name}
        {facility.quarterName && <small>{facility.quarterName}</small>}
      </legend>
      {facility.sections.map(({ id, name, places, busyWith }) => (
        <label key={id} className={styles.tick}>
          <input
            type="checkbox"
            name="sections"
            value={id}
            defaultChecked={!busyWith && chosen(id)}
            disabled={busyWith !== null}
          />
          <span>
            {t("commission:page.form.section", { name, count: places })}
            {busyWith && (
              <small>{t("commission:page.form.busy", { date: formatDate(busyWith.heldOn, language) })}</small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What a meeting looks at: its day, its grid, its places. The same form makes one and changes it until the freeze. */
export function MeetingFormPage({
  view,
  seenAt,
  reply,
}: {
  view: MeetingFormView;
  seenAt: string;
  reply: MeetingReply | null;
}): ReactNode {
  const { t, language } = useWords();
  const { errors, errorOf } = useFieldErrors(reply ?? undefined);
  const typed = (name: string, stored: string | number): string =>
    typeof reply?.values[name] === "string" ? reply.values[name] : String(stored);
  const typedSections = reply ? [reply.values.sections ?? []].flat() : null;
  const { meeting, grid } = view;
  const taken = view.facilities.flatMap(({ sections }) => sections.map(({ busyWith }) => busyWith));
  const allBusy = taken.every((each) => each !== null) ? (taken[0] ?? null) : null;
  const back = meeting ? `/guichet/commissions/${meeting.id}` : "/guichet/commissions";
  return (
    <Page
      title={t(meeting ? "commission:page.form.changeTitle" : "commission:page.form.title")}
      lead={t("commission:page.form.lead")}
      back={{
        href: back,
        label: meeting ? meetingName(meeting, t, language) : t("commission:page.list.title"),
      }}
    >
      <ErrorSummary errors={errors} />
      <RefusalNotice reply={reply} past={null} />
      {!meeting && (
        <form method="get" className={styles.inline}>
          <SelectField
            name="type"
            id="kind-choice"
            label={t("commission:page.form.kind")}
            defaultValue={view.careKind}
            options={(["nursery", "afterSchool"] as const).map((value) => ({
              value,
              label: t(`requests:careKind.${value}`),
            }))}
          />
          <Button small>{t("commission:page.form.showKind")}</Button>
        </form>
      )}
      {grid ? (
        <Notice
          meaning="information"
          title={t("commission:page.form.grid", { name: grid.name, version: grid.version })}
        >
          <p>
            {t("commission:page.form.gridStays")}{" "}
            <a href={`/guichet/grilles/${grid.id}`}>{t("commission:page.form.gridLink")}</a>
          </p>
        </Notice>
      ) : (
        <Notice meaning="attention" title={t("commission:page.list.noGridTitle")}>
          <p>
            {t("commission:page.list.noGrid")}{" "}
            <a href="/guichet/grilles">{t("commission:page.list.grids")}</a>
          </p>
        </Notice>
      )}
      {allBusy && (
        <Notice meaning="attention" title={t("commission:page.form.allBusyTitle")}>
          <p>
            <a href={`/guichet/commissions/${allBusy.id}`}>
              {t("commission:page.form.allBusy", { date: formatDate(allBusy.heldOn, language) })}
            </a>
          </p>
        </Notice>
      )}
      {grid && !allBusy && (
        <form method="post" noValidate>
          {meeting && <Seen version={meeting.version} at={seenAt} />}
          <input type="hidden" name="careKind" value={view.careKind} />
          <TextField
            name="heldOn"
            type="date"
            label={t("commission:page.form.heldOn")}
            hint={t("commission:page.form.heldOnHint")}
            error={errorOf("heldOn")}
            defaultValue={typed("heldOn", view.heldOn)}
            narrow
          />
          <div className={styles.pair}>
            <TextField
              name="startFrom"
              type="date"
              label={t("commission:page.form.startFrom")}
              error={errorOf("startFrom")}
              defaultValue={typed("startFrom", view.startFrom)}
              narrow
            />
            <TextField
              name="startTo"
              type="date"
              label={t("commission:page.form.startTo")}
              error={errorOf("startTo")}
              defaultValue={typed("startTo", view.startTo)}
              narrow
            />
          </div>
          <TextField
            name="answerDays"
            type="number"
            min={1}
            max={60}
            label={t("commission:page.form.answerDays")}
            hint={t("commission:page.form.answerDaysHint")}
            error={errorOf("answerDays")}
            defaultValue={typed("answerDays", view.answerDays)}
            narrow
          />
          <TextField
            name="quorum"
            type="number"
            min={0}
            max={30}
            label={t("commission:page.form.quorum")}
            hint={t("commission:page.form.quorumHint")}
            error={errorOf("quorum")}
            defaultValue={typed("quorum", view.quorum)}
            narrow
          />
          <SelectField
            name="surnombreMax"
            label={t("commission:page.form.surnombre")}
            hint={t("commission:page.form.surnombreHint")}
            error={errorOf("surnombreMax")}
            defaultValue={typed("surnombreMax", view.surnombreMax)}
            options={["0", "1", "2"].map((value) => ({
              value,
              label: t("commission:page.form.surnombreChoice", { count: Number(value) }),
            }))}
          />
          <fieldset id="f-sections" className={styles.places}>
            <legend>{t("commission:page.form.sections")}</legend>
            <FieldNotes
              id="f-sections"
              hint={t("commission:page.form.sectionsHint")}
              error={errorOf("sections")}
            />
            <div className={styles.facilities}>
              {view.facilities.map((facility) => (
                <SectionTicks
                  key={facility.id}
                  facility={facility}
                  chosen={(id) =>
                    typedSections
                      ? typedSections.includes(id)
                      : facility.sections.some((section) => section.id === id && section.chosen)
                  }
                />
              ))}
            </div>
          </fieldset>
          <ButtonRow>
            <Button kind="main">
              {t(meeting ? "commission:page.form.keep" : "commission:page.form.make")}
            </Button>
            <ButtonLink kind="quiet" href={back}>
              {t("commission:page.form.leave")}
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
    </Page>
  );
}
