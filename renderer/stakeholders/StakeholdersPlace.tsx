import { Button, Table } from '@mantine/core'
import { IconPlus, IconReport, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { academicYearLabel } from '../../shared/kernel/calendar.ts'
import { formatNumber } from '../../shared/kernel/format.ts'
import { data, orpc } from '../app/client.ts'
import { runCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useLanguage } from '../app/preferences.tsx'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { RecordPlace } from '../components/RecordPlace.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { involvementList } from './involvement-list.ts'
import { InvolvementPage, NewInvolvement } from './InvolvementPage.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import classes from './stakeholders.module.css'
import { useInvolvementColumns } from './use-involvement-columns.ts'
import { useInvolvementFilters } from './use-involvement-filters.ts'

const showRecord = (id: string | null) =>
  id === null ? <NewInvolvement /> : <InvolvementPage key={id} id={id} />

/** The place "participation": who took part in what, and what came of it. */
export function StakeholdersPlace() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const listing = useListing(involvementList, 'stakeholders')
  const [isReporting, setReporting] = useState(false)
  return (
    <>
      <RecordPlace
        entity="involvement"
        view="stakeholders"
        title={t('stakeholders:title')}
        listing={listing}
        columns={useInvolvementColumns()}
        filters={useInvolvementFilters()}
        calls={data.stakeholders}
        newTitle={t('stakeholders:new')}
        detail={showRecord}
        summary={<Counts />}
        actions={
          <Button
            variant="default"
            leftSection={<IconReport size={18} aria-hidden />}
            onClick={() => setReporting(true)}
          >
            {t('stakeholders:report.open')}
          </Button>
        }
        empty={
          <EmptyState
            icon={IconUsersGroup}
            title={t('stakeholders:empty.title')}
            text={t('stakeholders:empty.text')}
          >
            {isReadOnly ? null : (
              <Button
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={() => runCommand('new-record')}
              >
                {t('stakeholders:new')}
              </Button>
            )}
          </EmptyState>
        }
      />
      {isReporting ? <ReportDialog onClose={() => setReporting(false)} /> : null}
    </>
  )
}

/** Events and people per academic year and side. */
function Counts() {
  const t = useText()
  const language = useLanguage()
  const counts = useQuery(orpc.stakeholders.summary.queryOptions()).data ?? []
  if (counts.length === 0) return null
  return (
    <details className={classes.counts}>
      <summary>{t('stakeholders:summary.show')}</summary>
      <Table
        className={`${classes.countTable} ${classes.numbers}`}
        aria-label={t('stakeholders:summary.title')}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('stakeholders:field.academicYear')}</Table.Th>
            <Table.Th>{t('stakeholders:field.audience')}</Table.Th>
            <Table.Th>{t('stakeholders:summary.events')}</Table.Th>
            <Table.Th>{t('stakeholders:field.personCount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {counts.map(({ academicYear, audience, events, persons }) => (
            <Table.Tr key={`${academicYear} ${audience}`}>
              <Table.Th scope="row">{academicYearLabel(academicYear)}</Table.Th>
              <Table.Td>{t(`stakeholders:audience.${audience}`)}</Table.Td>
              <Table.Td>{formatNumber(events, language)}</Table.Td>
              <Table.Td>
                {persons === null ? t('stakeholders:notCounted') : formatNumber(persons, language)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}
