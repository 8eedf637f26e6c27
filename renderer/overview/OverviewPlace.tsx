import { Group, Skeleton } from '@mantine/core'
import { IconFileImport, IconHome } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import type { Overview } from '../../shared/overview/overview.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { ButtonLink } from '../components/links.tsx'
import { PlaceHeader } from '../components/PlaceHeader.tsx'
import { OverviewSections } from './OverviewSections.tsx'
import { Tiles } from './Tiles.tsx'
import classes from './overview.module.css'

/** The first place: the state of the register today. Every number opens the list of what it counts. */
export function OverviewPlace() {
  const t = useText()
  const language = useLanguage()
  const on = useToday()
  const overview = useQuery({
    ...orpc.overview.get.queryOptions({ input: { on, language } }),
    placeholderData: keepPreviousData,
  })
  const { data, error } = overview
  const asOf =
    data === undefined
      ? undefined
      : `${t('overview:asOf', { on: data.on })} · ${t('overview:academicYear', { year: academicYearLabel(data.academicYear) })}`
  return (
    <div className={classes.place}>
      <PlaceHeader title={t('common:place.overview')} count={asOf} />
      <div className={classes.scroll}>
        {data !== undefined ? (
          <Content overview={data} />
        ) : error === null ? (
          <Waiting />
        ) : (
          <ErrorNotice error={error} onRetry={() => void overview.refetch()} />
        )}
      </div>
    </div>
  )
}

function Content({ overview }: { readonly overview: Overview }) {
  const { agreements, partners, programmes, contingent } = overview
  const isEmpty =
    agreements.total.value + partners.total.value + programmes.running.value + contingent.trend.length === 0
  if (isEmpty) return <Nothing />
  return (
    <>
      <Tiles overview={overview} />
      <OverviewSections overview={overview} />
    </>
  )
}

function Nothing() {
  const t = useText()
  return (
    <EmptyState icon={IconHome} title={t('overview:empty.title')} text={t('overview:empty.text')}>
      <Group>
        <ButtonLink to="/imports" leftSection={<IconFileImport size={18} aria-hidden />}>
          {t('overview:empty.import')}
        </ButtonLink>
        <ButtonLink to="/partners/$id" params={{ id: 'new' }} variant="default">
          {t('overview:empty.partner')}
        </ButtonLink>
      </Group>
    </EmptyState>
  )
}

/** Keeps the room of what is on its way, so that nothing jumps. */
function Waiting() {
  return (
    <div aria-busy="true">
      <div className={classes.tiles}>
        {['a', 'b', 'c', 'd'].map((key) => (
          <Skeleton key={key} h={92} />
        ))}
      </div>
      <div className={classes.sections}>
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <Skeleton key={key} h={300} />
        ))}
      </div>
    </div>
  )
}
