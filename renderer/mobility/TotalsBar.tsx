import { useQuery } from '@tanstack/react-query'
import { academicYearLabel, academicYearOf } from '../../shared/kernel/calendar.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import type { CohortFilter, CohortTotals } from '../../shared/mobility/cohort.ts'
import { levels, type Level } from '../../shared/programmes/programme.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import type { Listing } from '../components/table/listing.ts'
import type { CohortColumn } from './cohort-list.ts'
import styles from './mobility.module.css'

type TotalsBarProps = {
  readonly listing: Pick<
    Listing<unknown, CohortFilter, CohortColumn>,
    'text' | 'filter' | 'setFilter' | 'on' | 'facets'
  >
}

/** What the bar adds up, in the order in which learners pass through. */
const shown = ['contingent', 'outgoing', 'incoming', 'returned', 'graduated', 'withdrawn'] as const

/**
 * Sums of what the list shows, by level; a level leads to its rows. Learners of several years are not added up, since
 * most of them are counted in each: it is the one year that the list is limited to, else the last one it has.
 */
export function TotalsBar({ listing }: TotalsBarProps) {
  const t = useText()
  const language = useLanguage()
  const { text, on } = listing
  const year = yearOf(listing)
  const filter = { ...listing.filter, academicYears: [year] }
  const totals = useQuery({
    ...orpc.mobility.totals.queryOptions({ input: { text, filter, on, language } }),
    placeholderData: (before: Partial<Record<Level, CohortTotals>> | undefined) => before,
  }).data
  const number = (value: number) => formatNumber(value, language)
  const present = levels.filter((level) => totals?.[level] !== undefined)
  const sumOf = (key: (typeof shown)[number]) =>
    present.reduce((sum, level) => sum + (totals?.[level]?.[key] ?? 0), 0)

  return (
    <div className={styles.totals}>
      <table
        className={`${styles.totalsTable} qos-figures`}
        aria-label={t('mobility:totals.label', { year: academicYearLabel(year) })}
      >
        <thead>
          <tr>
            <th scope="col">{academicYearLabel(year)}</th>
            {shown.map((key) => (
              <th key={key} scope="col">
                {t(`mobility:field.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map((level) => (
            <tr key={level}>
              <th scope="row">
                <button
                  type="button"
                  onClick={() => listing.setFilter({ levels: [level], academicYears: [year] })}
                >
                  {t(`programmes:levels.${level}`)}
                </button>
              </th>
              {shown.map((key) => (
                <td key={key}>{totals === undefined ? '' : number(totals[level]?.[key] ?? 0)}</td>
              ))}
            </tr>
          ))}
          <tr data-sum>
            <th scope="row">{t('mobility:totals.all')}</th>
            {shown.map((key) => (
              <td key={key}>{totals === undefined ? '' : number(sumOf(key))}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function yearOf({ filter, facets, on }: TotalsBarProps['listing']): number {
  const years =
    filter.academicYears.length > 0
      ? filter.academicYears
      : Object.keys(facets['academicYears'] ?? {}).map(Number)
  return years.length > 0 ? Math.max(...years) : academicYearOf(on)
}
