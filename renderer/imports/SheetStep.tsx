import { Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import { delimiterNames, delimiterSchema, encodingNames, encodingSchema } from '../../shared/imports/sheet.ts'
import { mostHeaderRows, type Inspection, type SheetChoice } from '../../shared/imports/layout.ts'
import type { HeaderRows } from '../../shared/imports/target-fields.ts'
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
        <Source inspection={inspection} choice={choice} onChoose={onChoose} />
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
      <Grid
        inspection={inspection}
        header={header ?? null}
        onHeader={(rows) => onChoose({ ...choice, header: rows })}
      />
      <Group>
        <Button disabled={inspection.proposal === null} onClick={onNext}>
          {t('imports:next.mapping')}
        </Button>
      </Group>
    </Stack>
  )
}

type SourceProps = Pick<SheetStepProps, 'inspection' | 'choice' | 'onChoose'>

/** Of a workbook the sheet; of a text file how it is read; of the clipboard the list that it goes to. */
function Source({ inspection, choice, onChoose }: SourceProps) {
  const t = useText()
  if (inspection.entity !== null) {
    return <Text pb={8}>{t('imports:paste.into', { group: t(`imports:group.${inspection.entity}`) })}</Text>
  }
  if (inspection.format === 'xlsx') {
    return (
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
    )
  }
  return (
    <>
      <Select
        label={t('imports:sheet.encoding')}
        description={t('imports:sheet.encodingHelp')}
        data={encodingSchema.options.map((value) => ({ value, label: encodingNames[value] }))}
        value={inspection.encoding}
        allowDeselect={false}
        w={260}
        onChange={(value) => onChoose({ ...choice, encoding: encodingSchema.parse(value), header: null })}
      />
      <Select
        label={t('imports:sheet.delimiter')}
        description={t('imports:sheet.delimiterHelp')}
        data={delimiterSchema.options.map((value) => ({
          value,
          label: t(`imports:delimiter.${delimiterNames[value]}`),
        }))}
        value={inspection.delimiter}
        allowDeselect={false}
        w={260}
        onChange={(value) => onChoose({ ...choice, delimiter: delimiterSchema.parse(value), header: null })}
      />
    </>
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

type GridProps = {
  readonly inspection: Inspection
  readonly header: SheetChoice['header']
  readonly onHeader: (header: HeaderRows) => void
}

/** The first rows of the sheet; a click makes one the header, with Shift all rows from the header to it. */
function Grid({ inspection: { grid, sheet }, header, onHeader }: GridProps) {
  const t = useText()
  const take = (row: number, isExtending: boolean) => {
    const from = isExtending ? (header?.firstRow ?? row) : row
    const [firstRow, lastRow] = [Math.min(from, row), Math.max(from, row)]
    onHeader(lastRow - firstRow < mostHeaderRows ? { firstRow, lastRow } : { firstRow: row, lastRow: row })
  }
  return (
    <div className={classes.grid} tabIndex={0} role="region" aria-label={sheet}>
      <table>
        <tbody
          onClick={(event) => {
            const row = event.target instanceof Element ? event.target.closest('tr') : null
            if (row !== null) take(Number(row.dataset['row']), event.shiftKey)
          }}
        >
          {grid.map(({ row, cells }) => {
            const isHeader = header !== null && row >= header.firstRow && row <= header.lastRow
            return (
              <tr key={row} data-row={row} data-header={isHeader || undefined}>
                <th scope="row">
                  {/* The keyboard has the fields for the numbers; the button is for people who touch or listen. */}
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-pressed={isHeader}
                    aria-label={t('imports:sheet.takeRow', { row })}
                  >
                    {row}
                  </button>
                </th>
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
