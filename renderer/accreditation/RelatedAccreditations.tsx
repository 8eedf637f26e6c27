import { Group, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { allAccreditations } from '../../shared/accreditation/accreditation.ts'
import { useText } from '../app/i18n.ts'
import { useOpenRecord } from '../app/open-record.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { ButtonLink } from '../components/links.tsx'
import { RelatedList } from '../components/RelatedList.tsx'
import { accreditationList } from './accreditation-list.ts'
import { useAccreditationColumns } from './use-accreditation-columns.tsx'

type Of = { readonly programmeId: string } | { readonly partnerId: string }

const shownOfProgramme = new Set(['agency', 'state', 'ends', 'scope', 'source', 'decision'])
const shownOfPartner = new Set(['object', 'agency', 'state', 'ends', 'source'])

/** The accreditations of a programme or a partner, with the way to add one. */
export function RelatedAccreditations({ of }: { readonly of: Of }) {
  const t = useText()
  const open = useOpenRecord()
  const isReadOnly = useIsReadOnly()
  const columns = useAccreditationColumns()
  const isProgramme = 'programmeId' in of
  const id = isProgramme ? of.programmeId : of.partnerId
  const filter = useMemo(
    () => ({ ...allAccreditations, ...(isProgramme ? { programmeId: id } : { partnerId: id }) }),
    [isProgramme, id],
  )
  const shown = isProgramme ? shownOfProgramme : shownOfPartner
  return (
    <Stack gap="sm">
      <RelatedList
        view={isProgramme ? 'programme-accreditations' : 'partner-accreditations'}
        label={t('accreditation:title')}
        source={accreditationList}
        filter={filter}
        columns={useMemo(() => columns.filter(({ key }) => shown.has(key)), [columns, shown])}
        onOpen={(row) => open({ entity: 'accreditation', id: row.id })}
        empty={t('accreditation:related.empty')}
      />
      {isReadOnly ? null : (
        <Group>
          <ButtonLink
            to="/accreditation/$id"
            params={{ id: 'new' }}
            search={isProgramme ? { programme: id } : { partner: id }}
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('accreditation:related.add')}
          </ButtonLink>
        </Group>
      )}
    </Stack>
  )
}
