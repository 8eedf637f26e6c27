import { Button, Text, Title, VisuallyHidden } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { FrameworkReference } from '../../shared/frameworks/framework.ts'
import type { FrameworkSummary } from '../../shared/frameworks/framework-record.ts'
import { isCrosswalk, supplementName, type SupplementSummary } from '../../shared/frameworks/supplement.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { useRemoval } from '../components/record/use-removal.ts'
import classes from './frameworks.module.css'

const calls = { remove: data.frameworks.removeSupplements, restore: data.frameworks.restoreSupplements }

/** Crosswalks and scales: those of the application and those that came as files, which can be removed again. */
export function Supplements({ frameworks }: { readonly frameworks: readonly FrameworkSummary[] }) {
  const t = useText()
  const list = useQuery(orpc.frameworks.supplements.queryOptions())
  return (
    <section aria-labelledby="supplements" className={classes.section}>
      <Title order={2} size="lg" id="supplements">
        {t('frameworks:supplements.title')}
      </Title>
      <Text size="sm" c="dimmed" maw={760} mb="sm">
        {t('frameworks:supplements.text')}
      </Text>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('frameworks:supplements.kind')}</th>
              <th scope="col">{t('frameworks:supplements.about')}</th>
              <th scope="col">{t('frameworks:column.origin')}</th>
              <th scope="col" data-number>
                {t('frameworks:supplements.size')}
              </th>
              <th scope="col">
                <VisuallyHidden>{t('common:action.remove')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {(list.data ?? []).map((row) => (
              <SupplementRow key={supplementName(row.content)} row={row} frameworks={frameworks} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type RowProps = { readonly row: SupplementSummary; readonly frameworks: readonly FrameworkSummary[] }

function SupplementRow({ row: { content, saved }, frameworks }: RowProps) {
  const t = useText()
  const language = useLanguage()
  const isReadOnly = useIsReadOnly()
  const remove = useRemoval(calls, 'supplement')
  const nameOf = ({ code, version }: FrameworkReference): string => {
    const found = frameworks.find((each) => each.code === code && each.version === version)
    return found === undefined ? `${code} ${version}` : nameIn(found.titles, language)
  }
  const about = isCrosswalk(content)
    ? `${nameOf(content.from)} ↔ ${nameOf(content.to)}`
    : nameIn(content.titles, language)
  return (
    <tr>
      <td className={classes.short}>
        {isCrosswalk(content) ? t('frameworks:supplements.crosswalk') : t('frameworks:supplements.scale')}
      </td>
      <td className={classes.wide}>
        {about}
        <Text size="xs" c="dimmed">
          {isCrosswalk(content)
            ? nameIn(content.source, language)
            : content.levels.map(({ names }) => nameIn(names, language)).join(' · ')}
        </Text>
      </td>
      <td>{t(saved === null ? 'frameworks:origin.built-in' : 'frameworks:origin.loaded')}</td>
      <td data-number>{isCrosswalk(content) ? content.links.length : content.levels.length}</td>
      <td>
        {saved === null || isReadOnly ? null : (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconTrash size={16} aria-hidden />}
            aria-label={`${t('common:action.remove')}: ${about}`}
            onClick={() => remove([saved])}
          >
            {t('common:action.remove')}
          </Button>
        )}
      </td>
    </tr>
  )
}
