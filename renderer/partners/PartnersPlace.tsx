import { Button, Group } from '@mantine/core'
import { IconFileImport, IconPlus, IconWorld } from '@tabler/icons-react'
import { data } from '../app/client.ts'
import { runCommand } from '../app/commands.ts'
import { useText } from '../app/i18n.ts'
import { EmptyState } from '../components/EmptyState.tsx'
import { ButtonLink } from '../components/links.tsx'
import { RecordPlace } from '../components/RecordPlace.tsx'
import { useListing } from '../components/table/use-listing.ts'
import { partnerPasteFields, usePartnerEditing } from './partner-cells.ts'
import { partnerList } from './partner-list.ts'
import { NewPartner, PartnerPage } from './PartnerPage.tsx'
import { usePartnerColumns } from './use-partner-columns.tsx'
import { usePartnerFilters } from './use-partner-filters.ts'

const showPartner = (id: string | null) => (id === null ? <NewPartner /> : <PartnerPage key={id} id={id} />)

/** The register of partners with the open one beside it. */
export function PartnersPlace() {
  const t = useText()
  const listing = useListing(partnerList, 'partners')
  return (
    <RecordPlace
      entity="partner"
      view="partners"
      title={t('partners:title')}
      listing={listing}
      columns={usePartnerColumns()}
      editing={usePartnerEditing()}
      pasteFields={partnerPasteFields}
      filters={usePartnerFilters()}
      calls={data.partners}
      newTitle={t('partners:new')}
      detail={showPartner}
      empty={
        <EmptyState icon={IconWorld} title={t('partners:empty.title')} text={t('partners:empty.text')}>
          <Group>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => runCommand('new-record')}>
              {t('partners:new')}
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
