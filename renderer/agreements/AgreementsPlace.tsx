import { Button, Group } from '@mantine/core'
import { IconFileImport, IconPlus, IconRefresh, IconSignature, IconWorld } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { AgreementSummary } from '../../shared/agreements/agreement.ts'
import { data } from '../app/client.ts'
import { runCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { useOpenRecord } from '../app/open-record.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import type { RowAction } from '../components/DataTable.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ButtonLink } from '../components/links.tsx'
import { RecordPlace } from '../components/RecordPlace.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { agreementPasteFields, useAgreementEditing } from './agreement-cells.ts'
import { agreementList } from './agreement-list.ts'
import { AgreementPage } from './AgreementPage.tsx'
import { NewAgreement } from './NewAgreement.tsx'
import { useAgreementColumns } from './use-agreement-columns.tsx'
import { useAgreementFilters } from './use-agreement-filters.ts'

const showAgreement = (id: string | null) =>
  id === null ? <NewAgreement /> : <AgreementPage key={id} id={id} />

/** The register of agreements with the open one beside it. */
export function AgreementsPlace() {
  const t = useText()
  const listing = useListing(agreementList, 'agreements')
  return (
    <RecordPlace
      entity="agreement"
      view="agreements"
      title={t('agreements:title')}
      listing={listing}
      columns={useAgreementColumns()}
      editing={useAgreementEditing()}
      pasteFields={agreementPasteFields}
      filters={useAgreementFilters(listing.filter)}
      calls={data.agreements}
      rowActions={useAgreementActions()}
      newTitle={t('agreements:new')}
      detail={showAgreement}
      empty={
        <EmptyState
          icon={IconSignature}
          title={t('agreements:empty.title')}
          text={t('agreements:empty.text')}
        >
          <Group>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => runCommand('new-record')}>
              {t('agreements:new')}
            </Button>
            <ButtonLink
              to="/imports"
              variant="default"
              leftSection={<IconFileImport size={18} aria-hidden />}
            >
              {t('common:command.import')}
            </ButtonLink>
          </Group>
        </EmptyState>
      }
    />
  )
}

function useAgreementActions(): readonly RowAction<AgreementSummary>[] {
  const t = useText()
  const navigate = useNavigate()
  const open = useOpenRecord()
  const isReadOnly = useIsReadOnly()
  const renew: RowAction<AgreementSummary> = {
    id: 'renew',
    title: t('agreements:action.renew'),
    icon: IconRefresh,
    isSingle: true,
    run: ([row]) => {
      if (row === undefined) return
      const search = (before: Record<string, unknown>) => ({ ...before, renew: row.id })
      void navigate({ to: '/agreements/$id', params: { id: 'new' }, search })
    },
  }
  const partner: RowAction<AgreementSummary> = {
    id: 'partner',
    title: t('agreements:action.showPartner'),
    icon: IconWorld,
    isSingle: true,
    run: ([row]) => {
      const id = row?.partnerIds[0]
      if (id !== undefined) open({ entity: 'partner', id })
    },
  }
  return isReadOnly ? [partner] : [renew, partner]
}
