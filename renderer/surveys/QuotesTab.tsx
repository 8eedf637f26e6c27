import { Select, Table, Text, Textarea } from '@mantine/core'
import { formatNumber } from '../../shared/kernel/format.ts'
import { type Quote, sentimentSchema, type SurveyFields, themeSchema } from '../../shared/surveys/survey.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { ListEditor } from '../components/ListEditor.tsx'
import { FormSection } from '../components/record/FormSection.tsx'
import { RecordFormFrame } from '../components/record/RecordFormFrame.tsx'
import classes from '../stakeholders/stakeholders.module.css'
import type { SurveyFormState } from './SurveyForm.tsx'

/** Answers in words, coded by hand: what each is about and how it sounds. */
export function QuotesTab({ form }: { readonly form: SurveyFormState }) {
  const t = useText()
  const { quotes, questions } = form.values
  return (
    <RecordFormFrame form={form} label={t('surveys:tabs.quotes')}>
      <ThemeCounts quotes={quotes} />
      <FormSection title={t('surveys:tabs.quotes')}>
        {quotes.length === 0 ? (
          <Text c="dimmed" size="sm">
            {t('surveys:quote.none')}
          </Text>
        ) : null}
        <ListEditor
          path="quotes"
          items={quotes}
          onChange={(changed) => form.change({ quotes: changed })}
          blank={(): Quote => ({ question: '', text: '', theme: null, sentiment: null })}
          addTitle={t('surveys:quote.add')}
          error={form.errorAt('quotes')}
          isReadOnly={form.isReadOnly}
          largest={2000}
        >
          {(quote, change, path) => (
            <>
              <Textarea
                label={t('surveys:quote.text')}
                {...form.control(`${path}.text`, { help: questionText(questions, quote) })}
                autosize
                minRows={1}
                maxLength={2000}
                value={quote.text}
                onChange={({ currentTarget }) => change({ text: currentTarget.value })}
              />
              <Select
                label={t('surveys:quote.theme')}
                {...form.control(`${path}.theme`)}
                data={themeSchema.options.map((value) => ({ value, label: t(`surveys:theme.${value}`) }))}
                value={quote.theme}
                placeholder={t('surveys:quote.uncoded')}
                clearable={!form.isReadOnly}
                onChange={(theme) => change({ theme: theme === null ? null : themeSchema.parse(theme) })}
              />
              <Select
                label={t('surveys:quote.sentiment')}
                {...form.control(`${path}.sentiment`)}
                data={sentimentSchema.options.map((value) => ({
                  value,
                  label: t(`surveys:sentiment.${value}`),
                }))}
                value={quote.sentiment}
                placeholder={t('surveys:quote.uncoded')}
                clearable={!form.isReadOnly}
                onChange={(value) =>
                  change({ sentiment: value === null ? null : sentimentSchema.parse(value) })
                }
              />
            </>
          )}
        </ListEditor>
      </FormSection>
    </RecordFormFrame>
  )
}

const questionText = (questions: SurveyFields['questions'], quote: Quote): string | undefined =>
  questions.find(({ code }) => code === quote.question)?.text

function ThemeCounts({ quotes }: { readonly quotes: readonly Quote[] }) {
  const t = useText()
  const language = useLanguage()
  if (quotes.length === 0) return null
  const rows = [...themeSchema.options, null].flatMap((theme) => {
    const found = quotes.filter((quote) => quote.theme === theme)
    return found.length === 0 ? [] : [{ theme, found }]
  })
  return (
    <Table className={classes.numbers} aria-label={t('surveys:quote.counts')} mb="md">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('surveys:quote.theme')}</Table.Th>
          {sentimentSchema.options.map((sentiment) => (
            <Table.Th key={sentiment}>{t(`surveys:sentiment.${sentiment}`)}</Table.Th>
          ))}
          <Table.Th>{t('surveys:quote.all')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ theme, found }) => (
          <Table.Tr key={theme ?? 'none'}>
            <Table.Th scope="row" fw={400}>
              {theme === null ? t('surveys:quote.uncoded') : t(`surveys:theme.${theme}`)}
            </Table.Th>
            {sentimentSchema.options.map((sentiment) => (
              <Table.Td key={sentiment}>
                {formatNumber(found.filter((quote) => quote.sentiment === sentiment).length, language)}
              </Table.Td>
            ))}
            <Table.Td>{formatNumber(found.length, language)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
