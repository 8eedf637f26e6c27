import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../shared/kernel/format.ts'
import type { RecordCounts as Counts } from '../../shared/imports/import-result.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import classes from './imports.module.css'

const kinds = [
  ['partner', '/partners'],
  ['agreement', '/agreements'],
  ['programme', '/programmes'],
  ['cohort', '/mobility'],
] as const

/** Records by kind and by what becomes of them; each kind leads to its list. */
export function RecordCounts({ records }: { readonly records: Counts }) {
  const t = useText()
  const language = useLanguage()
  return (
    <table className={classes.table} style={{ maxWidth: 560 }}>
      <thead>
        <tr>
          <th scope="col">{t('imports:records')}</th>
          <th scope="col">{t('imports:outcome.new')}</th>
          <th scope="col">{t('imports:outcome.changed')}</th>
          <th scope="col">{t('imports:outcome.same')}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(([kind, path]) => (
          <tr key={kind}>
            <td>
              <Anchor component={Link} to={path}>
                {t(`imports:group.${kind}`)}
              </Anchor>
            </td>
            <td className="qos-figures">{formatNumber(records[kind].new, language)}</td>
            <td className="qos-figures">{formatNumber(records[kind].changed, language)}</td>
            <td className="qos-figures">{formatNumber(records[kind].same, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
