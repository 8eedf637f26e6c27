import { formatNumber } from '../../shared/kernel/format.ts'
import type { SkippedRows as Skipped } from '../../shared/imports/skipped-rows.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import classes from './imports.module.css'

/** The rows that are not imported because they hold no data, by reason and with their numbers. */
export function SkippedRows({ skipped }: { readonly skipped: readonly Skipped[] }) {
  const t = useText()
  const language = useLanguage()
  if (skipped.length === 0) return null
  return (
    <table className={classes.table} style={{ maxWidth: 760 }}>
      <caption className={classes.caption}>{t('imports:skipped.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('imports:skipped.reason')}</th>
          <th scope="col">{t('imports:skipped.count')}</th>
          <th scope="col">{t('imports:skipped.numbers')}</th>
        </tr>
      </thead>
      <tbody>
        {skipped.map(({ kind, count, ranges }) => {
          const shown = ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0)
          const numbers = ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
          return (
            <tr key={kind}>
              <td>{t(`imports:skipped.kind.${kind}`)}</td>
              <td className="qos-figures">{formatNumber(count, language)}</td>
              <td className="qos-figures">
                {numbers.join(', ')} {shown < count ? t('imports:skipped.more') : ''}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
