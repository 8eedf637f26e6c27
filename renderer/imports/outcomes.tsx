import { IconBan, IconEqual, IconPencil, IconPlus, type Icon } from '@tabler/icons-react'
import type { RowOutcome } from '../../shared/imports/import-result.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge, type Tone } from '../components/StatusBadge.tsx'

const looks: Record<RowOutcome, { readonly tone: Tone; readonly icon: Icon }> = {
  new: { tone: 'good', icon: IconPlus },
  changed: { tone: 'info', icon: IconPencil },
  same: { tone: 'muted', icon: IconEqual },
  refused: { tone: 'bad', icon: IconBan },
}

/** What becomes of a row. */
export function OutcomeBadge({ outcome }: { readonly outcome: RowOutcome }) {
  const t = useText()
  return <StatusBadge {...looks[outcome]} label={t(`imports:outcome.${outcome}`)} />
}
