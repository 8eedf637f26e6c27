import { Button, Menu, Modal, Stack, Text } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import type { Person } from '../../shared/people/person.ts'
import { data, orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal } from '../app/notify.tsx'
import { useRemembered } from '../app/preferences.tsx'

/** Chooses who works; this computer offers the last one first. */
export function useWorkAs(): (person: Person | null) => void {
  const queries = useQueryClient()
  const [, remember] = useRemembered('working-person', z.string(), '')
  return (person) => {
    data.people.workAs({ id: person?.id ?? null }).then(() => {
      if (person !== null) remember(person.id)
      return queries.invalidateQueries({ queryKey: orpc.people.working.queryKey() })
    }, notifyRefusal)
  }
}

/** Everybody, the one who worked last on this computer first. */
function usePeople(): readonly Person[] {
  const [last] = useRemembered('working-person', z.string(), '')
  const people = useQuery(orpc.people.list.queryOptions()).data ?? []
  return people.toSorted((a, b) => Number(b.id === last) - Number(a.id === last))
}

/** Who works, in the status bar; nothing while the workspace has no people. */
export function WorkingPersonMenu() {
  const t = useText()
  const people = usePeople()
  const working = useQuery(orpc.people.working.queryOptions()).data
  const workAs = useWorkAs()
  if (people.length === 0 || working === undefined) return null
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconUser size={14} aria-hidden />}
          aria-label={`${t('people:working.label')}: ${working.person?.name ?? t('people:working.nobody')}`}
        >
          {working.person?.name ?? t('people:working.nobody')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('people:working.switch')}>
        {people.map((person) => (
          <Menu.Item key={person.id} onClick={() => workAs(person)}>
            <PersonLine person={person} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Asks at the start who works, once for each opening of a workspace that has people. */
export function ChoosePerson() {
  const t = useText()
  const people = usePeople()
  const working = useQuery(orpc.people.working.queryOptions()).data
  const workAs = useWorkAs()
  const [onlyLooks, setOnlyLooks] = useState(false)
  return (
    <Modal
      opened={working?.mustChoose === true && !onlyLooks}
      onClose={() => setOnlyLooks(true)}
      title={t('people:choose.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <Stack gap="xs">
        <Text size="sm">{t('people:choose.text')}</Text>
        {people.map((person, place) => (
          <Button
            key={person.id}
            variant={place === 0 ? 'filled' : 'default'}
            justify="start"
            h="auto"
            py="xs"
            {...(place === 0 ? { 'data-autofocus': true } : {})}
            onClick={() => workAs(person)}
          >
            <PersonLine person={person} />
          </Button>
        ))}
        <Button variant="subtle" onClick={() => setOnlyLooks(true)}>
          {t('people:choose.later')}
        </Button>
      </Stack>
    </Modal>
  )
}

function PersonLine({ person }: { readonly person: Person }) {
  const t = useText()
  const second = [person.position, t(`people:roles.${person.role}`)].filter((part) => part !== '')
  return (
    <span style={{ textAlign: 'start', whiteSpace: 'normal' }}>
      {person.name}
      <Text span display="block" size="xs" inherit={false} style={{ opacity: 0.85 }}>
        {second.join(' · ')}
      </Text>
    </span>
  )
}
