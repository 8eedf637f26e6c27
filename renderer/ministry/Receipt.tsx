import { Anchor, Group, Stack, Text } from '@mantine/core'
import { formatInstant, formatNumber } from '../../shared/kernel/format.ts'
import type { RecordedReceipt } from '../../shared/ministry/ministry.ts'
import { useText } from '../app/i18n.ts'
import { useOpenRecord } from '../app/open-record.ts'
import { useLanguage } from '../app/preferences.tsx'
import { Facts } from '../components/Facts.tsx'
import classes from './ministry.module.css'
import { ReceiptBadge } from './states.tsx'

type ReceiptProps = {
  readonly receipt: RecordedReceipt
  /** What the tables of the form are called, by their path in the package. */
  readonly parts: ReadonlyMap<string, string>
}

/** The receiver's answer: of the whole package and of every row, beside our record. */
export function Receipt({ receipt, parts }: ReceiptProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <Stack gap="sm">
      <Group gap="md">
        <ReceiptBadge status={receipt.status} />
        <Text>
          {t('ministry:receipt.counts', {
            accepted: formatNumber(receipt.acceptedCount, language),
            rejected: formatNumber(receipt.rejectedCount, language),
          })}
        </Text>
      </Group>
      <Facts
        facts={[
          [t('ministry:receipt.number'), receipt.receiptId],
          [t('ministry:column.receiver'), receipt.receiver],
          [t('ministry:receipt.issuedAt'), formatInstant(receipt.issuedAt, language)],
          [t('ministry:receipt.recordedAt'), formatInstant(receipt.recordedAt, language)],
          [t('ministry:receipt.road'), t(`ministry:road.${receipt.road}`)],
        ]}
      />
      <Reasons reasons={receipt.reasons} />
      <Rows rows={receipt.rows} parts={parts} />
    </Stack>
  )
}

function Reasons({ reasons }: Pick<RecordedReceipt, 'reasons'>) {
  return reasons.map(({ code, field, text }) => (
    <Text key={`${code}-${field}`} size="xs">
      {[code, field, text].filter((part) => part !== '').join(' · ')}
    </Text>
  ))
}

function Rows({ rows, parts }: Pick<RecordedReceipt, 'rows'> & Pick<ReceiptProps, 'parts'>) {
  const t = useText()
  const openRecord = useOpenRecord()
  // What needs a person stands first.
  const ordered = rows.toSorted((one, other) => other.outcome.localeCompare(one.outcome))
  return (
    <table className={classes.table} aria-label={t('ministry:receipt.rows')}>
      <thead>
        <tr>
          <th scope="col">{t('ministry:column.record')}</th>
          <th scope="col">{t('ministry:column.part')}</th>
          <th scope="col">{t('ministry:column.answer')}</th>
        </tr>
      </thead>
      <tbody>
        {ordered.map(({ file, row, record, label, outcome, reasons }) => (
          <tr key={`${file}-${row}`}>
            <td>
              {record === null ? (
                label
              ) : (
                <Anchor
                  component="button"
                  type="button"
                  inherit
                  ta="start"
                  onClick={() => openRecord(record)}
                >
                  {label}
                </Anchor>
              )}
            </td>
            <td>{parts.get(file) ?? file}</td>
            <td>
              <Group gap="xs">
                <ReceiptBadge status={outcome} />
              </Group>
              <Reasons reasons={reasons} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
