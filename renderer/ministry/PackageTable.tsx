import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '../../shared/kernel/format.ts'
import type { FormId } from '../../shared/ministry/ministry.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import classes from './ministry.module.css'
import { PackageBadge } from './states.tsx'

/** The packages of a form and academic year, the newest revision first. */
export function PackageTable({
  form,
  academicYear,
}: {
  readonly form: FormId
  readonly academicYear: number
}) {
  const t = useText()
  const language = useLanguage()
  const packages = useQuery(orpc.ministry.packages.queryOptions({ input: { form, academicYear } })).data ?? []
  if (packages.length === 0) return <Text c="dimmed">{t('ministry:noPackageYet')}</Text>
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('ministry:column.package')}</th>
          <th scope="col">{t('ministry:column.state')}</th>
          <th scope="col">{t('ministry:column.rows')}</th>
          <th scope="col">{t('ministry:column.warnings')}</th>
          <th scope="col">{t('ministry:column.built')}</th>
        </tr>
      </thead>
      <tbody>
        {packages.map((entry) => (
          <tr key={entry.id}>
            <td>
              <Anchor component={Link} to={`/ministry/${entry.id}`}>
                {entry.fileName}
              </Anchor>
            </td>
            <td>
              <PackageBadge state={entry.state} />
            </td>
            <td className="qos-figures">{entry.rowCount}</td>
            <td className="qos-figures">{entry.warningCount}</td>
            <td className="qos-figures">{formatInstant(entry.createdAt, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
