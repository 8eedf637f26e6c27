import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconHandStop,
  IconLoader2,
  IconPackage,
  IconSend,
  type Icon,
} from '@tabler/icons-react'
import type { PackageState, RecordedReceipt, SubmissionState } from '../../shared/ministry/ministry.ts'
import { useText } from '../app/i18n.ts'
import { StatusBadge, type Tone } from '../components/StatusBadge.tsx'

type Look = { readonly tone: Tone; readonly icon: Icon }

const packageLooks: Record<PackageState, Look> = {
  ready: { tone: 'muted', icon: IconPackage },
  sending: { tone: 'info', icon: IconSend },
  needs_attention: { tone: 'warn', icon: IconAlertTriangle },
  accepted: { tone: 'good', icon: IconCircleCheck },
  partly_accepted: { tone: 'warn', icon: IconAlertTriangle },
  rejected: { tone: 'bad', icon: IconCircleX },
}

const submissionLooks: Record<SubmissionState, Look> = {
  queued: { tone: 'info', icon: IconClock },
  sending: { tone: 'info', icon: IconSend },
  waiting: { tone: 'warn', icon: IconClock },
  processing: { tone: 'info', icon: IconLoader2 },
  answered: { tone: 'good', icon: IconCircleCheck },
  blocked: { tone: 'bad', icon: IconCircleX },
  stopped: { tone: 'muted', icon: IconHandStop },
}

const receiptLooks: Record<RecordedReceipt['status'], Look> = {
  accepted: packageLooks.accepted,
  partly_accepted: packageLooks.partly_accepted,
  rejected: packageLooks.rejected,
}

/** How far a package has come, with the rule in a tooltip. */
export function PackageBadge({ state }: { readonly state: PackageState }) {
  const t = useText()
  return (
    <StatusBadge
      {...packageLooks[state]}
      label={t(`ministry:packageState.${state}.label`)}
      rule={t(`ministry:packageState.${state}.rule`)}
    />
  )
}

/** Where a submission is in the outbox. */
export function SubmissionBadge({ state }: { readonly state: SubmissionState }) {
  const t = useText()
  return (
    <StatusBadge
      {...submissionLooks[state]}
      label={t(`ministry:submissionState.${state}.label`)}
      rule={t(`ministry:submissionState.${state}.rule`)}
    />
  )
}

/** What a receipt says of the whole package. */
export function ReceiptBadge({ status }: { readonly status: RecordedReceipt['status'] }) {
  const t = useText()
  return <StatusBadge {...receiptLooks[status]} label={t(`ministry:receiptStatus.${status}`)} />
}
