import { Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import { encodingNames, encodingSchema } from '../../shared/imports/sheet.ts'
import type { Inspection, SheetChoice } from '../../shared/imports/layout.ts'
import { useText } from '../app/i18n.ts'
import classes from './imports.module.css'

type SheetStepProps = {
  readonly inspection: Inspection
  readonly choice: SheetChoice
  readonly onChoose: (choice: SheetChoice) => void
  readonly onNext: () => void
}

/** Which sheet, and which rows are its header: found by the program, changeable by the person. */
export function SheetStep({ inspection, choice, onChoose, onNext }: SheetStepProps) {
  const t = useText()
  const header = inspection.proposal?.layout.header ?? choice.header
  return (
    <Stack gap="md">
      <Group align="end" gap="md">
        {inspection.format === 'xlsx' ? (
          <Select
            label={t('imports:sheet.sheet')}
            data={inspection.sheets.map(({ name, rows }) => ({
              value: name,
              label: t('imports:sheet.option', { name, count: rows }),
            }))}
            value={inspection.sheet}
            allowDeselect={false}
            w={320}
            onChange={(sheet) => onChoose({ ...choice, sheet, header: null })}
          />
        ) : (
          <Select
            label={t('imports:sheet.encoding')}
            description={t('imports:sheet.encodingHelp')}
            data={encodingSchema.options.map((value) => ({ value, label: encodingNames[value] }))}
            value={inspection.encoding}
            allowDeselect={false}
            w={320}
            onChange={(value) => onChoose({ ...choice, encoding: encodingSchema.parse(value), header: null })}
          />
        )}
        <HeaderRow
          label={t('imports:sheet.firstRow')}
          value={header?.firstRow}
          onChange={(firstRow) =>
            onChoose({
              ...choice,
              header: { firstRow, lastRow: Math.max(firstRow, header?.lastRow ?? firstRow) },
            })
          }
        />
        <HeaderRow
          label={t('imports:sheet.lastRow')}
          value={header?.lastRow}
          onChange={(lastRow) =>
            onChoose({
              ...choice,
              header: { firstRow: Math.min(lastRow, header?.firstRow ?? lastRow), lastRow },
            })
          }
        />
      </Group>
      {inspection.notices.map((notice) => (
        <Text key={notice} size="sm" c="var(--qos-warn)">
          {t(`imports:notice.${notice}`)}
        </Text>
      ))}
      <Text>
        {inspection.proposal === null ? t('imports:sheet.noHeader') : t('imports:sheet.headerFound')}
      </Text>
      <Grid inspection={inspection} header={header ?? null} />
      <Group>
        <Button disabled={inspection.proposal === null} onClick={onNext}>
          {t('imports:next.mapping')}
        </Button>
      </Group>
    </Stack>
  )
}

type HeaderRowProps = {
  readonly label: string
  readonly value: number | undefined
  readonly onChange: (row: number) => void
}

function HeaderRow({ label, value, onChange }: HeaderRowProps) {
  return (
    <NumberInput
      label={label}
      value={value ?? ''}
      min={1}
      max={1000}
      allowDecimal={false}
      w={140}
      onChange={(row) => {
        if (typeof row === 'number' && row >= 1) onChange(row)
      }}
    />
  )
}

type GridProps = { readonly inspection: Inspection; readonly header: SheetChoice['header'] }

function Grid({ inspection: { grid, sheet }, header }: GridProps) {
  return (
    <div className={classes.grid} tabIndex={0} role="region" aria-label={sheet}>
      <table>
        <tbody>
          {grid.map(({ row, cells }) => {
            const isHeader = header !== null && row >= header.firstRow && row <= header.lastRow
            return (
              <tr key={row} data-header={isHeader || undefined}>
                <th scope="row">{row}</th>
                {cells.map((cell, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- cells of a sheet are known by their column
                  <td key={column} title={cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
