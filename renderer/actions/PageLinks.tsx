import { Button, SegmentedControl } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ActionFilter } from '../../shared/actions/action.ts'
import { orpc } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import type { Listing } from '../components/table/listing.ts'

/** The parts of the address that stand for the board and for the weak criteria. */
export const boardPage = 'board'
export const weakPage = 'weak'

const pages = ['list', boardPage, weakPage] as const
type Page = (typeof pages)[number]

/** The ways to look at actions: list, board, and the criteria for which none is planned. */
export function PageLinks({ page }: { readonly page: Page }) {
  const t = useText()
  const navigate = useNavigate()
  const go = (next: string) =>
    void (next === 'list'
      ? navigate({ to: '/actions' })
      : navigate({ to: '/actions/$id', params: { id: next } }))
  return (
    <SegmentedControl
      aria-label={t('actions:page.label')}
      size="xs"
      data={pages.map((value) => ({ value, label: t(`actions:page.${value}`) }))}
      value={page}
      onChange={go}
    />
  )
}

type MineProps = { readonly listing: Pick<Listing<unknown, ActionFilter, never>, 'filter' | 'setFilter'> }

/** Narrows to what the person who works is responsible for; nothing while nobody is chosen. */
export function Mine({ listing: { filter, setFilter } }: MineProps) {
  const t = useText()
  const me = useQuery(orpc.people.working.queryOptions()).data?.person ?? null
  if (me === null) return null
  const isOn = filter.owners.length === 1 && filter.owners[0] === me.id
  return (
    <Button
      variant={isOn ? 'light' : 'default'}
      aria-pressed={isOn}
      leftSection={<IconUser size={18} aria-hidden />}
      onClick={() => setFilter({ owners: isOn ? [] : [me.id] })}
    >
      {t('actions:mine')}
    </Button>
  )
}
