import type { ReactNode } from "react";
import styles from "./table.module.css";

export type Column<Row> = {
  key: string;
  header: string;
  /** Figures are aligned to the right. */
  number?: boolean;
  cell: (row: Row) => ReactNode;
};

/** A table with its caption; the first column names the row; on a phone each row becomes a small card. */
export function DataTable<Row>({
  caption,
  hiddenCaption = false,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  hiddenCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
}): ReactNode {
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={`${styles.table} ${styles.stacking}`}>
        <caption>
          <span className={hiddenCaption ? "visually-hidden" : undefined}>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map(({ key, header, number }) => (
              <th key={key} scope="col" data-number={number || undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, header, number, cell }, index) =>
                index === 0 ? (
                  <th key={key} scope="row" data-label={header}>
                    <span>{cell(row)}</span>
                  </th>
                ) : (
                  <td key={key} data-label={header} data-number={number || undefined}>
                    <span>{cell(row)}</span>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
