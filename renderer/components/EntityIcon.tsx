import {
  IconArrowsExchange,
  IconChecklist,
  IconArrowsLeftRight,
  IconBuildingCommunity,
  IconCertificate,
  IconBuilding,
  IconListCheck,
  IconClipboardCheck,
  IconClipboardText,
  IconFileCertificate,
  IconRotateClockwise2,
  IconSchool,
  IconSignature,
  IconMessageQuestion,
  IconUser,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react'
import type { Entity } from '../../shared/kernel/record.ts'

const icons = {
  institution: IconBuilding,
  person: IconUser,
  framework: IconListCheck,
  supplement: IconArrowsLeftRight,
  cycle: IconRotateClockwise2,
  assessment: IconClipboardCheck,
  answer: IconClipboardText,
  evidence: IconFileCertificate,
  action: IconChecklist,
  agency: IconBuildingCommunity,
  accreditation: IconCertificate,
  involvement: IconUsersGroup,
  survey: IconMessageQuestion,
  partner: IconWorld,
  agreement: IconSignature,
  programme: IconSchool,
  cohort: IconArrowsExchange,
}

/** The sign of a kind of record; decoration beside its name. */
export function EntityIcon({ entity, size = 18 }: { readonly entity: Entity; readonly size?: number }) {
  const Icon = icons[entity]
  return <Icon size={size} stroke={1.6} aria-hidden />
}
