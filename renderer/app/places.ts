import {
  IconArrowsExchange,
  IconBuildingBank,
  IconChecklist,
  IconCertificate,
  IconFileCertificate,
  IconFileImport,
  IconListCheck,
  IconHome,
  IconMessageQuestion,
  IconReportAnalytics,
  IconSchool,
  IconSettings,
  IconSignature,
  IconTargetArrow,
  IconUsersGroup,
  IconWorld,
  type Icon,
} from '@tabler/icons-react'

/** One place of the program: an entry in the rail, a route, a command. */
export type Place = {
  readonly id:
    | 'overview'
    | 'partners'
    | 'agreements'
    | 'programmes'
    | 'mobility'
    | 'assessment'
    | 'accreditation'
    | 'evidence'
    | 'surveys'
    | 'stakeholders'
    | 'ministry'
    | 'reports'
    | 'imports'
    | 'actions'
    | 'frameworks'
    | 'settings'
  readonly path:
    | '/'
    | '/partners'
    | '/agreements'
    | '/programmes'
    | '/mobility'
    | '/assessment'
    | '/accreditation'
    | '/evidence'
    | '/surveys'
    | '/stakeholders'
    | '/ministry'
    | '/reports'
    | '/imports'
    | '/actions'
    | '/frameworks'
    | '/settings'
  readonly icon: Icon
}

/** The places in the order of the rail. */
export const places: readonly Place[] = [
  { id: 'overview', path: '/', icon: IconHome },
  { id: 'partners', path: '/partners', icon: IconWorld },
  { id: 'agreements', path: '/agreements', icon: IconSignature },
  { id: 'programmes', path: '/programmes', icon: IconSchool },
  { id: 'mobility', path: '/mobility', icon: IconArrowsExchange },
  { id: 'assessment', path: '/assessment', icon: IconTargetArrow },
  { id: 'accreditation', path: '/accreditation', icon: IconCertificate },
  { id: 'surveys', path: '/surveys', icon: IconMessageQuestion },
  { id: 'stakeholders', path: '/stakeholders', icon: IconUsersGroup },
  { id: 'ministry', path: '/ministry', icon: IconBuildingBank },
  { id: 'reports', path: '/reports', icon: IconReportAnalytics },
  { id: 'imports', path: '/imports', icon: IconFileImport },
  { id: 'evidence', path: '/evidence', icon: IconFileCertificate },
  { id: 'actions', path: '/actions', icon: IconChecklist },
  { id: 'frameworks', path: '/frameworks', icon: IconListCheck },
  { id: 'settings', path: '/settings', icon: IconSettings },
]
