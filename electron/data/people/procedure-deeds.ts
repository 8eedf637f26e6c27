import type { Deed } from '../../../shared/people/permissions.ts'

/** The procedures that every kind of record has and that write. */
const recordWrites = (feature: string, deed: Deed): Record<string, Deed> =>
  Object.fromEntries(['create', 'save', 'remove', 'restore'].map((name) => [`${feature}.${name}`, deed]))

/**
 * The deed that each writing procedure of the contract is. What is not here only reads, or concerns the workspace file
 * itself, which belongs to whoever can open it; a test holds the two lists against the contract.
 */
export const procedureDeeds: Readonly<Record<string, Deed>> = {
  'institution.save': 'edit-register',
  ...recordWrites('partners', 'edit-register'),
  ...recordWrites('agreements', 'edit-register'),
  ...recordWrites('programmes', 'edit-register'),
  ...recordWrites('mobility', 'edit-register'),
  'mobility.enterYear': 'edit-register',
  ...recordWrites('views', 'edit-register'),
  'attachments.add': 'edit-register',
  'attachments.remove': 'edit-register',
  'attachments.restore': 'edit-register',
  'imports.apply': 'import',
  'imports.undo': 'import',
  'imports.run': 'import',
  'ministry.build': 'send-to-ministry',
  'ministry.adoptPackage': 'send-to-ministry',
  'ministry.importAnswer': 'send-to-ministry',
  'ministry.send': 'send-to-ministry',
  'ministry.sendAndWait': 'send-to-ministry',
  'ministry.sendNow': 'send-to-ministry',
  'ministry.stopSubmission': 'send-to-ministry',
  'ministry.resumeOutbox': 'send-to-ministry',
  'ministry.saveReceiver': 'send-to-ministry',
  'ministry.removeReceiver': 'send-to-ministry',
  ...recordWrites('assessment', 'manage-cycle'),
  'assessment.addAssessment': 'manage-cycle',
  'assessment.removeAssessments': 'manage-cycle',
  'assessment.restoreAssessments': 'manage-cycle',
  'assessment.saveSection': 'write-answer',
  'assessment.writeAnswer': 'write-answer',
  'assessment.submitAnswer': 'write-answer',
  'assessment.reopenAnswer': 'write-answer',
  'assessment.approveAnswer': 'review-answer',
  'assessment.returnAnswer': 'review-answer',
  'assessment.lockSection': 'lock-section',
  'assessment.unlockSection': 'unlock-section',
  ...recordWrites('actions', 'edit-quality'),
  'actions.draftFromCriteria': 'edit-quality',
  'actions.changeMany': 'edit-quality',
  'actions.carryOver': 'edit-quality',
  'actions.takeBackCarryOver': 'edit-quality',
  'workspace.restore': 'restore-workspace',
  ...recordWrites('people', 'manage-people'),
  ...recordWrites('frameworks', 'edit-framework'),
  'frameworks.load': 'edit-framework',
  'frameworks.copy': 'edit-framework',
  'frameworks.publish': 'edit-framework',
  'frameworks.removeSupplements': 'edit-framework',
  'frameworks.restoreSupplements': 'edit-framework',
}
