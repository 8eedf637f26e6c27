import { Button, Checkbox, Group, Text, VisuallyHidden } from '@mantine/core'
import { IconFileImport, IconGitCompare, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FrameworkSummary } from '../../shared/frameworks/framework-record.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import { nameIn } from '../../shared/kernel/localized.ts'
import { orpc } from '../app/client.ts'
import { useCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { AnchorLink } from '../components/links.tsx'
import { FramePage } from './FramePage.tsx'
import classes from './frameworks.module.css'
import { LoadRefused } from './LoadRefused.tsx'
import { NewFrameworkDialog } from './NewFrameworkDialog.tsx'
import { StateBadge } from './StateBadge.tsx'
import { Supplements } from './Supplements.tsx'
import { useFrameworkFiles } from './use-framework-files.ts'

/** All frameworks of the workspace, and the crosswalks and scales below them. */
export function FrameworksPage() {
  const t = useText()
  const language = useLanguage()
  const navigate = useNavigate()
  const isReadOnly = useIsReadOnly()
  const list = useQuery(orpc.frameworks.list.queryOptions())
  const [isMaking, setMaking] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const files = useFrameworkFiles()
  useCommand('new-record', () => setMaking(true), !isReadOnly)
  const [before, after] = chosen
  return (
    <FramePage
      title={t('frameworks:title')}
      count={list.data === undefined ? undefined : formatNumber(list.data.length, language)}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconGitCompare size={18} aria-hidden />}
            disabled={before === undefined || after === undefined}
            title={t('frameworks:compare.hint')}
            onClick={() =>
              void navigate({ to: '/frameworks/$id', params: { id: 'compare' }, search: { before, after } })
            }
          >
            {t('frameworks:compare.action')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileImport size={18} aria-hidden />}
            disabled={isReadOnly}
            onClick={files.load}
          >
            {t('frameworks:load')}
          </Button>
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            disabled={isReadOnly}
            onClick={() => setMaking(true)}
          >
            {t('frameworks:new')}
          </Button>
        </>
      }
    >
      <div className={classes.body}>
        {list.isError ? <ErrorNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
        <FrameworkTable
          rows={list.data ?? []}
          chosen={chosen}
          onChoose={(id) =>
            setChosen((ids) =>
              ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id].slice(-2),
            )
          }
        />
        <Supplements frameworks={list.data ?? []} />
      </div>
      {isMaking ? <NewFrameworkDialog onClose={() => setMaking(false)} /> : null}
      {files.refusal === null ? null : <LoadRefused error={files.refusal} onClose={files.forgetRefusal} />}
    </FramePage>
  )
}

type FrameworkTableProps = {
  readonly rows: readonly FrameworkSummary[]
  readonly chosen: readonly string[]
  readonly onChoose: (id: string) => void
}

function FrameworkTable({ rows, chosen, onChoose }: FrameworkTableProps) {
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  return (
    // Focusable, because a narrow window scrolls it sideways and a keyboard must be able to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('frameworks:title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('frameworks:compare.choose')}</VisuallyHidden>
            </th>
            <th scope="col">{t('frameworks:column.title')}</th>
            <th scope="col">{t('frameworks:column.version')}</th>
            <th scope="col">{t('frameworks:column.origin')}</th>
            <th scope="col">{t('frameworks:column.state')}</th>
            <th scope="col" data-number>
              {t('frameworks:column.standards')}
            </th>
            <th scope="col" data-number>
              {t('frameworks:column.criteria')}
            </th>
            <th scope="col" data-number>
              {t('frameworks:column.missing')}
            </th>
            <th scope="col" data-number>
              {t('frameworks:column.cycles')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const title = nameIn(row.titles, language)
            return (
              <tr key={row.id}>
                <td>
                  <Checkbox
                    aria-label={`${t('frameworks:compare.choose')}: ${title} ${row.version}`}
                    checked={chosen.includes(row.id)}
                    onChange={() => onChoose(row.id)}
                  />
                </td>
                <td className={classes.wide}>
                  <AnchorLink to="/frameworks/$id" params={{ id: row.id }} fw={600}>
                    {title}
                  </AnchorLink>
                  <Text size="xs" c="dimmed">
                    {nameIn(row.publisher, language)}
                  </Text>
                </td>
                <td>
                  {row.version}
                  {row.wording === 1 ? null : (
                    <Text size="xs" c="dimmed">
                      {t('frameworks:wording', { number: row.wording })}
                    </Text>
                  )}
                </td>
                <td>{t(`frameworks:origin.${row.origin}`)}</td>
                <td>
                  <Group gap={4}>
                    <StateBadge framework={row} />
                  </Group>
                </td>
                <td data-number>{number(row.standardCount)}</td>
                <td data-number>{number(row.criterionCount)}</td>
                <td data-number>{number(row.missingTranslations)}</td>
                <td data-number>{number(row.cycleCount)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
