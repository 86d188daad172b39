import type { ReactNode } from "react";
import { formatInstant } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary, TextField } from "#app/ui/field.tsx";
import { Notice, Tag } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { DeviceLine } from "../acts/read-devices.server.ts";
import { pairingMinutes, shownCode } from "../rules/pairing-code.ts";
import styles from "./devices-page.module.css";
import { translateErrors } from "./form-errors.ts";

type Reply = { code: string | null; name: string; errors: Record<string, string> };

const meanings = {
  paired: "success",
  waiting: "information",
  expired: "attention",
  cut: "refusal",
} as const;

/** The tablets of a facility: prepared, seen, cut off. */
export function DevicesPage({
  facility,
  address,
  devices,
  reply,
}: {
  facility: { id: string; name: string };
  /** Where the code is typed. */
  address: string;
  devices: DeviceLine[];
  reply: Reply | undefined;
}): ReactNode {
  const { t, language } = useWords();
  const errors = translateErrors(reply && { values: {}, errors: reply.errors }, t);
  const act = (device: DeviceLine, name: "cut" | "renew"): ReactNode => (
    <form method="post" className={styles.act}>
      <input type="hidden" name="device" value={device.id} />
      <Button
        small
        kind={name === "cut" ? "refusal" : "plain"}
        name="act"
        value={name}
        aria-label={t(`access:device.${name}Of`, { name: device.name })}
      >
        {t(`access:device.${name}`)}
      </Button>
    </form>
  );
  return (
    <Page
      title={t("access:device.title")}
      lead={t("access:device.lead")}
      back={{ href: `/structure/${facility.id}`, label: facility.name }}
    >
      {reply?.code && (
        <Notice meaning="success" title={t("access:device.codeTitle")} live>
          <p className={styles.code} data-code>
            {shownCode(reply.code)}
          </p>
          <p>{t("access:device.codeText", { address, minutes: pairingMinutes })}</p>
        </Notice>
      )}
      <form method="post" noValidate>
        <ErrorSummary errors={errors.list} />
        <TextField
          name="name"
          label={t("access:device.name")}
          hint={t("access:device.nameHint")}
          autoComplete="off"
          defaultValue={reply?.code ? "" : (reply?.name ?? "")}
          error={errors.of("name")}
        />
        <Button kind="main" name="act" value="add">
          {t("access:device.add")}
        </Button>
      </form>
      <h2>{t("access:device.list")}</h2>
      {devices.length === 0 ? (
        <p>{t("access:device.none")}</p>
      ) : (
        <DataTable
          caption={t("access:device.list")}
          hiddenCaption
          rows={devices}
          rowKey={({ id }) => id}
          columns={[
            { key: "name", header: t("access:device.name"), cell: ({ name }) => name },
            {
              key: "state",
              header: t("access:device.state"),
              cell: ({ standing }) => (
                <Tag meaning={meanings[standing]}>{t(`access:device.standing.${standing}`)}</Tag>
              ),
            },
            {
              key: "seen",
              header: t("access:device.seen"),
              cell: ({ lastSeenAt }) =>
                lastSeenAt ? formatInstant(lastSeenAt, language) : t("access:device.never"),
            },
            {
              key: "act",
              header: t("access:device.act"),
              cell: (device) => (
                <>
                  {(device.standing === "waiting" || device.standing === "expired") && act(device, "renew")}
                  {device.standing !== "cut" && act(device, "cut")}
                </>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}
