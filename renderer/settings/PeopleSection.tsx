import { Button, Group, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Person } from '../../shared/people/person.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/use-workspace.ts'
import { useRemoval } from '../components/record/use-removal.ts'
import { PersonDialog } from './PersonDialog.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Who works with the workspace, and as what. */
export function PeopleSection() {
  const t = useText()
  const isReadOnly = useIsReadOnly()
  const people = useQuery(orpc.people.list.queryOptions()).data ?? []
  const [edited, setEdited] = useState<Person | 'new' | null>(null)
  return (
    <SettingsSection id="people" title={t('people:title')} help={t('people:help')}>
      {people.length === 0 ? (
        <Text size="sm">{t('people:none')}</Text>
      ) : (
        <PeopleTable people={people} isReadOnly={isReadOnly} onEdit={setEdited} />
      )}
      <Group>
        <Button
          variant="default"
          disabled={isReadOnly}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('people:add')}
        </Button>
      </Group>
      {edited === null ? null : (
        <PersonDialog
          person={edited === 'new' ? null : edited}
          isFirst={people.length === 0}
          onClose={() => setEdited(null)}
        />
      )}
    </SettingsSection>
  )
}

type PeopleTableProps = {
  readonly people: readonly Person[]
  readonly isReadOnly: boolean
  readonly onEdit: (person: Person) => void
}

function PeopleTable({ people, isReadOnly, onEdit }: PeopleTableProps) {
  const t = useText()
  const remove = useRemoval(data.people, 'person')
  return (
    <Table aria-label={t('people:title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('people:name')}</Table.Th>
          <Table.Th>{t('people:position')}</Table.Th>
          <Table.Th>{t('people:role')}</Table.Th>
          <Table.Th>{t('people:actions')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={person.id}>
            <Table.Td>{person.name}</Table.Td>
            <Table.Td>{person.position}</Table.Td>
            <Table.Td>{t(`people:roles.${person.role}`)}</Table.Td>
            <Table.Td>
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={isReadOnly}
                  aria-label={`${t('people:edit')}: ${person.name}`}
                  onClick={() => onEdit(person)}
                >
                  {t('people:edit')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  disabled={isReadOnly}
                  aria-label={`${t('people:remove')}: ${person.name}`}
                  onClick={() => remove([person])}
                >
                  {t('people:remove')}
                </Button>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
