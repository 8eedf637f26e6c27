import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { academicYearOf } from '../../shared/kernel/calendar.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { DoubleDegreePreview } from './DoubleDegreePreview.tsx'
import { ReportChoice, type Choice } from './ReportChoice.tsx'
import { SummaryPreview } from './SummaryPreview.tsx'
import classes from './reports.module.css'

/** The place "reports": which report for which day, its numbers, and the file. */
export function ReportsPlace() {
  const t = useText()
  const today = useToday()
  const language = useLanguage()
  const [choice, setChoice] = useState<Choice>({
    report: 'summary',
    academicYear: academicYearOf(today),
    on: today,
    language,
  })
  return (
    <div className={classes.place}>
      <PlaceHeader title={t('reports:title')} />
      <div className={classes.parts}>
        <ReportChoice choice={choice} onChange={setChoice} />
        <section className={classes.preview} aria-label={t('reports:preview')}>
          {choice.report === 'summary' ? (
            <SummaryNumbers choice={choice} isToday={choice.on === today} />
          ) : (
            <YearNumbers choice={choice} />
          )}
        </section>
      </div>
    </div>
  )
}

/** The numbers are shown in the language of the window, whatever that of the file. */
function useRequest({ academicYear, on }: Choice) {
  return { academicYear, on, language: useLanguage() }
}

function SummaryNumbers({ choice, isToday }: { readonly choice: Choice; readonly isToday: boolean }) {
  const input = useRequest(choice)
  const summary = useQuery({
    ...orpc.reports.summary.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  if (summary.data !== undefined) return <SummaryPreview summary={summary.data} isToday={isToday} />
  return summary.error === null ? (
    <div aria-busy="true" />
  ) : (
    <ErrorNotice error={summary.error} onRetry={() => void summary.refetch()} />
  )
}

function YearNumbers({ choice }: { readonly choice: Choice }) {
  const input = useRequest(choice)
  const report = useQuery({
    ...orpc.reports.doubleDegree.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  if (report.data !== undefined) return <DoubleDegreePreview report={report.data} />
  return report.error === null ? (
    <div aria-busy="true" />
  ) : (
    <ErrorNotice error={report.error} onRetry={() => void report.refetch()} />
  )
}
