import type { Role } from './person.ts'

/** What the data service asks about before it writes. */
export const deeds = [
  'edit-register',
  'import',
  'send-to-ministry',
  'manage-people',
  'manage-cycle',
  'edit-framework',
  'write-answer',
  'review-answer',
  'lock-section',
  'unlock-section',
  'edit-evidence',
  'edit-quality',
  'restore-workspace',
] as const
export type Deed = (typeof deeds)[number]

const ofContributor: readonly Deed[] = [
  'edit-register',
  'import',
  'write-answer',
  'edit-evidence',
  'edit-quality',
]

const ofManager: readonly Deed[] = [
  ...ofContributor,
  'send-to-ministry',
  'manage-cycle',
  'edit-framework',
  'review-answer',
  'lock-section',
  'unlock-section',
  'restore-workspace',
]

const allowed: Readonly<Record<Role, ReadonlySet<Deed>>> = {
  viewer: new Set(),
  contributor: new Set(ofContributor),
  manager: new Set(ofManager),
  // The rector reads everything and signs off; the words of others are not the rector's to change.
  rector: new Set<Deed>(['review-answer', 'lock-section', 'unlock-section', 'send-to-ministry']),
  administrator: new Set(deeds),
}

/** Whether the role may do the deed. The one place that says who may do what. */
export const may = (role: Role, deed: Deed): boolean => allowed[role].has(deed)
