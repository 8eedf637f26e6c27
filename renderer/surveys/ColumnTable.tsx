import { Select, Table, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { columnLetter } from '../../shared/imports/sheet.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import { surveyScaleSchema } from '../../shared/surveys/survey.ts'
import { type ColumnChoice, columnRoleSchema, type SurveyColumn } from '../../shared/surveys/survey-file.ts'
import type { SurveyPreview } from '../../shared/surveys/surveys.contract.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'

type ColumnTableProps = {
  readonly preview: SurveyPreview
  readonly onChange: (choices: ColumnChoice[]) => void
}

const choiceOf = ({ column, role, scale, bankCode }: SurveyColumn): ColumnChoice => ({
  column,
  role,
  scale,
  bankCode,
})

/** What each column of the file is: a question with its scale and its place in the bank, the programme, or nothing. */
export function ColumnTable({ preview, onChange }: ColumnTableProps) {
  const t = useText()
  const change = (column: number, part: Partial<ColumnChoice>) =>
    onChange(preview.columns.map((each) => ({ ...choiceOf(each), ...(each.column === column ? part : {}) })))
  return (
    <section>
      <Title order={2} size="md" mb="xs">
        {t('surveys:import.columns')}
      </Title>
      <Table aria-label={t('surveys:import.columns')} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>№</Table.Th>
            <Table.Th>{t('surveys:question.text')}</Table.Th>
            <Table.Th>{t('surveys:import.role')}</Table.Th>
            <Table.Th>{t('surveys:question.scale')}</Table.Th>
            <Table.Th>{t('surveys:question.bank')}</Table.Th>
            <Table.Th ta="right">{t('surveys:import.read')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.columns.map((column) => (
            <ColumnRow
              key={column.column}
              column={column}
              isCounts={preview.layout === 'counts'}
              onChange={(part) => change(column.column, part)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}

type ColumnRowProps = {
  readonly column: SurveyColumn
  readonly isCounts: boolean
  readonly onChange: (part: Partial<ColumnChoice>) => void
}

function ColumnRow({ column, isCounts, onChange }: ColumnRowProps) {
  const t = useText()
  const language = useLanguage()
  const bank = useQuery(orpc.surveys.bank.queryOptions()).data?.questions ?? []
  const { title, role, scale, bankCode, answered, unread, samples } = column
  const isQuestion = role === 'question'
  return (
    <Table.Tr>
      <Table.Td>{isCounts ? column.column : columnLetter(column.column)}</Table.Td>
      <Table.Td title={samples.join(' · ')}>{title === '' ? '—' : title}</Table.Td>
      <Table.Td>
        <Select
          aria-label={`${t('surveys:import.role')}: ${title}`}
          size="xs"
          w={190}
          data={columnRoleSchema.options.map((value) => ({
            value,
            label: t(`surveys:import.roles.${value}`),
          }))}
          value={role}
          allowDeselect={false}
          onChange={(value) => onChange({ role: columnRoleSchema.parse(value) })}
        />
      </Table.Td>
      <Table.Td>
        {isQuestion && !isCounts ? (
          <Select
            aria-label={`${t('surveys:question.scale')}: ${title}`}
            size="xs"
            w={160}
            data={surveyScaleSchema.options.map((value) => ({ value, label: t(`surveys:scale.${value}`) }))}
            value={scale}
            allowDeselect={false}
            onChange={(value) => onChange({ scale: surveyScaleSchema.parse(value) })}
          />
        ) : isQuestion ? (
          t(`surveys:scale.${scale}`)
        ) : null}
      </Table.Td>
      <Table.Td>
        {isQuestion ? (
          <Select
            aria-label={`${t('surveys:question.bank')}: ${title}`}
            size="xs"
            w={220}
            data={bank.map(({ code, texts }) => ({ value: code, label: `${code} · ${texts[language]}` }))}
            value={bankCode}
            placeholder={t('surveys:question.own')}
            clearable
            searchable
            onChange={(value) => onChange({ bankCode: value })}
          />
        ) : null}
      </Table.Td>
      <Table.Td ta="right">
        {isQuestion ? formatNumber(answered, language) : ''}
        {unread > 0 ? ` / −${formatNumber(unread, language)}` : ''}
      </Table.Td>
    </Table.Tr>
  )
}
